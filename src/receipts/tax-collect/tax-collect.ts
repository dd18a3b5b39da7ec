// What a line of a receipt says of a tax debt. Pure.

/** 'TAX-00001/70', '/P' of its penalty, '/S' of its surcharge; as people write it, 'tax-1/70' too. */
export interface NamedPart {
  readonly label: string
  readonly part: 'tax' | 'penalty' | 'surcharge'
}

export function partNamed(reference: string): NamedPart | undefined {
  const [, number, year, suffix] = /^TAX-0*([0-9]{1,9})\/([0-9]{2})(\/[PS])?$/i.exec(reference.trim()) ?? []
  if (number === undefined || year === undefined) return undefined
  const late = suffix?.toUpperCase() === '/S' ? 'surcharge' : 'penalty'
  return { label: `TAX-${number.padStart(5, '0')}/${year}`, part: suffix === undefined ? 'tax' : late }
}
