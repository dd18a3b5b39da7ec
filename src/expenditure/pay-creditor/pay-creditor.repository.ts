import { headRows, isTwin } from '../../platform/database/heads.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { NotFound, RuleBroken } from '../../platform/errors.ts'
import { employeeText } from '../employee.text.ts'
import { type PayCreditor } from './pay-creditor.ts'

export const creditorRows = headRows('pay_creditors')

/** In the order of the deductions. */
export async function findPayCreditors(read: OfficerRead): Promise<PayCreditor[]> {
  const rows: Row[] = await read.db('pay_creditors as c').join('payees as p', (on) => on.on('p.organisation_id', 'c.organisation_id').andOn('p.id', 'c.payee_id'))
    .join('pay_deductions as d', 'd.code', 'c.code').where('c.organisation_id', read.actor.organisationId).orderBy(['d.priority', 'p.name', 'c.id'])
    .select('c.id', 'c.version', 'c.code', 'c.payee_id', 'p.name', 'c.is_active')
  return rows.map(creditorOf)
}

export async function getPayCreditor(read: OfficerRead, id: string): Promise<PayCreditor> {
  const found = (await findPayCreditors(read)).find((each) => each.id === id)
  if (!found) throw new NotFound('pay creditor')
  return found
}

export async function insertPayCreditor(work: OfficerWork, { code, payeeId }: Pick<PayCreditor, 'code' | 'payeeId'>): Promise<string> {
  const [row] = await work.db('pay_creditors').insert({ organisation_id: work.actor.organisationId, code, payee_id: payeeId }).returning('id').catch((error: unknown) => {
    throw isTwin(error) ? new RuleBroken({ payee: employeeText.creditors.errors.taken }) : error
  })
  return row.id
}

function creditorOf(row: Row): PayCreditor {
  return { id: row.id, version: row.version, code: row.code, payeeId: row.payee_id, name: row.name, isActive: row.is_active }
}

interface Row {
  id: string
  version: number
  code: string
  payee_id: string
  name: string
  is_active: boolean
}
