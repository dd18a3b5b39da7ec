/** Text as windows-874 (TIS-620 with a few marks more): one byte a character, as banks and the Revenue Department read it. */

/** Marks of windows-874 beyond ASCII and Thai. */
const marks: Readonly<Record<string, number>> = { '€': 0x80, '…': 0x85, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '•': 0x95, '–': 0x96, '—': 0x97, '\u00A0': 0xA0 }
const [firstThai, lastThai, thaiShift] = [0x0E01, 0x0E5B, 0x0E01 - 0xA1] as const

function byteOf(character: string): number | undefined {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return code
  const isThai = code >= firstThai && code <= lastThai && !(code > 0x0E3A && code < 0x0E3F)
  return isThai ? code - thaiShift : marks[character]
}

/** Characters that have no byte, each once; empty when all have. */
export function withoutByte(text: string): string[] {
  return [...new Set([...text].filter((character) => byteOf(character) === undefined))]
}

/** Throws for a character that has none: a name must not arrive mutilated. */
export function thaiBytes(text: string): Buffer {
  return Buffer.from([...text].map((character) => {
    const byte = byteOf(character)
    if (byte === undefined) throw new RangeError('a character without a byte in windows-874')
    return byte
  }))
}
