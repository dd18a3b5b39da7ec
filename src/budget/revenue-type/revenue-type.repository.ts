import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { type RevenueType } from './revenue-type.ts'

/** One clerk at a time: what the page was made from is compared with what stands. */
export async function holdTypes(work: OfficerWork): Promise<void> {
  await work.db.raw("SELECT pg_advisory_xact_lock(hashtextextended('revenue types ' || ?, 0))", [work.actor.organisationId])
}

/** Of the own office; empty: all are in use. */
export async function findTypesInUse(read: OfficerRead): Promise<ReadonlySet<string>> {
  return new Set<string>(await read.db('revenue_types_in_use').where({ organisation_id: read.actor.organisationId }).pluck('code'))
}

/** What is no revenue and comes over the counter; deposits apart. */
export async function findOtherTypes(read: OfficerRead, names: { readonly deposits: string; readonly others: string }): Promise<RevenueType[]> {
  const rows: { code: string; name: string }[] = await read.db('receipt_kinds').where('way', 'cash_in').orderByRaw("code NOT LIKE 'DP%', code").select('code', 'name')
  return rows.map(({ code, name }) => (code.startsWith('DP') ? { code, name, group: 'deposits', groupName: names.deposits } : { code, name, group: 'others', groupName: names.others }))
}

export async function replaceTypes(work: OfficerWork, codes: readonly string[]): Promise<void> {
  const { organisationId, userId } = work.actor
  await work.db('revenue_types_in_use').where({ organisation_id: organisationId }).delete()
  if (codes.length > 0) await work.db('revenue_types_in_use').insert(codes.map((code) => ({ organisation_id: organisationId, code, chosen_by: userId, chosen_at: work.now })))
}
