// Money of others is paid out only as far as it stands under its key (INV-04, E_SUBLEDGER_NEG). Pure.
import { plus, zero, type Money } from '../../platform/money.ts'
import { claimKindCodes, claimKinds } from '../claim-kind/claim-kind.ts'
import { type ClaimCommand } from '../claim/claim.ts'

export interface Place {
  readonly accountCode: string
  readonly subKey: string | null
}

export interface Taken {
  readonly place: Place
  readonly amount: Money
  /** The last of its lines, where a refusal is shown. */
  readonly row: number
}

/** Kinds whose lines take from such accounts. */
export const standingKinds = claimKindCodes.filter((kind) => claimKinds[kind].accounts !== undefined)

/** What a claim takes from accounts of others' money, place by place, in an order all claims share. */
export function takenBy({ kind, lines }: Pick<ClaimCommand, 'kind' | 'lines'>): Taken[] {
  const { accounts = [] } = claimKinds[kind]
  const places = new Map<string, Taken>()
  lines.forEach(({ budgetLineId, accountCode, subKey, amount }, row) => {
    const name = `${accountCode} ${subKey ?? ''}`
    // What is advanced to a float of petty cash is nobody else's money.
    const isOthers = budgetLineId === null && accounts.some((prefix) => accountCode.startsWith(prefix))
    if (isOthers) places.set(name, { place: { accountCode, subKey }, amount: plus(places.get(name)?.amount ?? zero, amount), row })
  })
  return [...places.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, taken]) => taken)
}

/** Lines on money held as security that no document but the claim itself tells of. */
export function keyedSecurities({ lines }: Pick<ClaimCommand, 'lines'>): { readonly subKey: string; readonly row: number }[] {
  return lines.flatMap(({ accountCode, subKey, source }, row) => (source === null && subKey !== null && accountCode.startsWith('2112') ? [{ subKey, row }] : []))
}
