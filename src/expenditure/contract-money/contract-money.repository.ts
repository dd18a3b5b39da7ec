import { type OfficerRead } from '../../platform/database/work.ts'
import { fromNumeric, type Money } from '../../platform/money.ts'
import { contractSource, type Contract } from '../contract/contract.ts'

export interface AskedClaims {
  /** What the claims debit. */
  readonly accountCode: string
  /** Drafts of the contract's own count: they would be claimed twice. What was paid and came back has left the account: it is not unpaid. */
  readonly states: 'any' | 'unpaid'
  /** A claim that does not count. */
  readonly without?: string | undefined
}

/** Claims drafted from the contract itself that were not given up. */
export async function findClaimedOf(read: OfficerRead, { organisationId, id }: Pick<Contract, 'organisationId' | 'id'>, { accountCode, states, without }: AskedClaims): Promise<Money> {
  const query = read.db('claim_lines as l').join('claims as c', (on) => on.on('c.organisation_id', 'l.organisation_id').andOn('c.id', 'l.claim_id'))
    .where({ 'l.organisation_id': organisationId, 'c.origin_kind': contractSource, 'c.origin_id': id, 'l.account_code': accountCode }).whereNot('c.state', 'cancelled')
  if (states === 'unpaid') query.whereNot('c.state', 'paid').whereNull('c.reopened_by')
  if (without !== undefined) query.whereNot('c.id', without)
  const row: { total: string } | undefined = await query.first(read.db.raw('coalesce(sum(l.amount), 0) AS total'))
  return fromNumeric(row?.total ?? '0')
}
