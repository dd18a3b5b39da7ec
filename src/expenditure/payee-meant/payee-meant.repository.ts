// The payee that a form or a document names.
import { type OfficerRead } from '../../platform/database/work.ts'
import { type PayeeKind } from '../deduction/deduction.ts'
import { type PayeeMeant } from './payee-meant.ts'

/** By id, in use or not: what is owed to one out of use is still paid. */
export async function findPayeeById(read: OfficerRead, organisationId: string, id: string): Promise<PayeeMeant | undefined> {
  const row: Row | undefined = await read.db('payees').where({ organisation_id: organisationId, id }).first('id', 'kind', 'name', 'tax_id', 'is_staff')
  return row && { id: row.id, kind: row.kind, name: row.name, taxId: row.tax_id, isStaff: row.is_staff }
}

interface Row {
  id: string
  kind: PayeeKind
  name: string
  tax_id: string | null
  is_staff: boolean
}
