// Cash counted by note and coin: what lies in the safe, what is carried to the bank. Pure.
import { money, sum, type Money } from '../../platform/money.ts'

/** In satang, notes before coins, as both stand on the slips of the banks. */
export const denominations = [100_000n, 50_000n, 10_000n, 5_000n, 2_000n, 1_000n, 500n, 200n, 100n, 50n, 25n] as const
/** From here on it is a coin. */
export const largestCoin = 1_000n

/** How many pieces, by the satang each is worth: { '100000': 3 } is three thousand-baht notes. Kinds without a piece are absent. */
export type Pieces = Readonly<Record<string, number>>

export const boxName = (worth: bigint): string => `pieces-${worth}`

export function worthOf(worth: bigint, count: number): Money {
  return money(worth * BigInt(count))
}

export function countedTotal(pieces: Pieces): Money {
  return sum(denominations.map((worth) => worthOf(worth, pieces[String(worth)] ?? 0)))
}
