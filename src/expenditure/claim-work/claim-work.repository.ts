import { countHeads } from '../../platform/database/heads.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type ClaimCounts, type WaitingClaims } from './claim-work.ts'

export async function countWaitingClaims(read: OfficerRead): Promise<ClaimCounts> {
  const rows: { state: string; count: number; amount: string }[] = await read.db('claims').where({ organisation_id: read.actor.organisationId })
    .whereIn('state', ['draft', 'submitted', 'endorsed', 'checked']).whereRaw("(state = 'draft') = (prepared_by = ?)", [read.actor.userId]).groupBy('state')
    .select('state', read.db.raw('count(*)::int AS count, sum(net) AS amount'))
  const of = (state: string): WaitingClaims => {
    const row = rows.find((each) => each.state === state)
    return { count: row?.count ?? 0, amount: fromNumeric(row?.amount ?? '0') }
  }
  const ofOthers = async (table: 'expense_corrections' | 'claim_waivers'): Promise<WaitingClaims> => {
    const [waiting] = (await countHeads(read, table, { states: ['submitted'], amount: 'amount' })).filter(({ isMine }) => !isMine)
    return { count: waiting?.count ?? 0, amount: fromNumeric(waiting?.amount ?? '0') }
  }
  return { corrections: await ofOthers('expense_corrections'), waivers: await ofOthers('claim_waivers'), ownDrafts: of('draft'), submitted: of('submitted'), endorsed: of('endorsed'), checked: of('checked') }
}
