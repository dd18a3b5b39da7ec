// The boxes of a count → pieces; what is no number of pieces is refused at its box.
import { z } from 'zod'
import { toArabicDigits } from '../../platform/thai.ts'
import { cashCountText } from '../cash-count.text.ts'
import { boxName, denominations, type Pieces } from './cash-count.ts'

const { errors } = cashCountText

/** Half a million pieces of one kind is more than a strong-room holds. */
const box = z.string().default('').transform((text) => toArabicDigits(text).replaceAll(',', '').trim())
  .refine((text) => text === '' || /^[0-9]{1,6}$/.test(text), errors.pieces).transform(Number)

/** Spread into the object of a form that holds a count. */
export const pieceBoxes = Object.fromEntries(denominations.map((worth) => [boxName(worth), box]))

export function piecesIn(form: Readonly<Record<string, unknown>>): Pieces {
  const counted = denominations.map((worth) => [String(worth), Number(form[boxName(worth)] ?? 0)] as const)
  return Object.fromEntries(counted.filter(([, count]) => count > 0))
}
