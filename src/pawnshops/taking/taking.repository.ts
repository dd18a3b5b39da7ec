import { type OfficerRead } from '../../platform/database/work.ts'
import { fromNumeric, type Money } from '../../platform/money.ts'
import { type LineRefund } from '../../receipts/index.ts'

/** Of an over-payment of an earlier year no budget is told: what posted days took back is counted here. */
export async function findTakenHere(read: OfficerRead, { kind, id, budgetLineId }: LineRefund): Promise<Money> {
  const row: { amount: string } | undefined = await read.db('pawn_lines as l').join('pawn_documents as d', (on) => on.on('d.organisation_id', 'l.organisation_id').andOn('d.id', 'l.document_id'))
    .where({ 'l.organisation_id': read.actor.organisationId, 'l.refund_kind': kind, 'l.refund_id': id, 'd.state': 'posted' }).whereNull('l.budget_line_id')
    .whereRaw('?::bigint IS NULL', [budgetLineId]).first(read.db.raw('coalesce(sum(l.proceeds), 0) AS amount'))
  return fromNumeric(row?.amount ?? '0')
}
