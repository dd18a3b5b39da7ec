import { type OfficerRead } from '../../platform/database/work.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type PaymentCounts, type WaitingPayments } from './payment-work.ts'

export async function countWaitingPayments(read: OfficerRead): Promise<PaymentCounts> {
  const { actor: { organisationId, userId } } = read
  return {
    payable: await counted(read, 'claims', (query) => query.where({ organisation_id: organisationId, state: 'approved' })),
    recorded: await counted(read, 'payments', (query) => query.where({ organisation_id: organisationId, state: 'recorded' }).whereNot({ prepared_by: userId })),
  }
}

type Query = ReturnType<OfficerRead['db']>

async function counted(read: OfficerRead, table: 'claims' | 'payments', among: (query: Query) => Query): Promise<WaitingPayments> {
  const row: { count: number; amount: string } | undefined = await among(read.db(table)).first(read.db.raw('count(*)::int AS count, coalesce(sum(net), 0) AS amount'))
  return { count: row?.count ?? 0, amount: fromNumeric(row?.amount ?? '0') }
}
