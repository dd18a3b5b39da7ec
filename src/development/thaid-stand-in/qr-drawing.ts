// Looks like a QR code and says nothing: a phone finds no address in it.
import { createHash } from 'node:crypto'

export interface Square {
  readonly x: number
  readonly y: number
}

export const qrSize = 25
const corner = 7

/** The same drawing for the same text, so that a page read again looks the same. */
export function qrDrawing(seed: string): Square[] {
  const bits = Array.from({ length: 3 }, (_, turn) => [...createHash('sha256').update(`${seed}${turn}`).digest()]).flat()
  const all = Array.from({ length: qrSize * qrSize }, (_, index) => ({ x: index % qrSize, y: Math.floor(index / qrSize) }))
  return all.filter(({ x, y }, index) => finder(x, y) ?? isDark(bits, index))
}

function isDark(bits: readonly number[], index: number): boolean {
  const byte = bits[(index >> 3) % bits.length] ?? 0
  return ((byte >> (index & 7)) & 1) === 1
}

/** The three big corner squares with their white frame; undefined elsewhere. */
function finder(x: number, y: number): boolean | undefined {
  const far = qrSize - corner
  const left = x >= far ? x - far : x
  const top = y >= far ? y - far : y
  const within = left <= corner - 1 && top <= corner - 1 && !(x >= far && y >= far)
  if (!within) return isQuietZone(x, y) ? false : undefined
  const ring = Math.min(left, top, corner - 1 - left, corner - 1 - top)
  return ring !== 1
}

function isQuietZone(x: number, y: number): boolean {
  const far = qrSize - corner - 1
  return (x <= corner && y <= corner) || (x >= far && y <= corner) || (x <= corner && y >= far)
}
