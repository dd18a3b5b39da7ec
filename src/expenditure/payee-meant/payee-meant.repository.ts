// The payee meant by the box of a form: tax id, whole name, or a part that only one has.
import { type OfficerRead } from '../../platform/database/work.ts'
import { type PayeeKind } from '../deduction/deduction.ts'
import { type PayeeMeant } from './payee-meant.ts'

const most = 20

/** In use, by id; otherwise nothing. */
export async function findPayeeById(read: OfficerRead, organisationId: string, id: string): Promise<PayeeMeant | undefined> {
  const row: Row | undefined = await read.db('payees').where({ organisation_id: organisationId, id }).first('id', 'kind', 'name', 'tax_id', 'is_active')
  return row && meant(row)
}

/** Those whose tax id begins the text, whose name it is, or whose name holds it. */
export async function findPayeesMeant(read: OfficerRead, text: string): Promise<PayeeMeant[]> {
  const rows: Row[] = await read.db('payees').where({ organisation_id: read.actor.organisationId, is_active: true })
    .whereRaw(`(tax_id = substring(:text from '[0-9]{13}') OR name = :text OR name || ' ' || coalesce(tax_id, '') = :text OR strpos(name, :text) > 0)`, { text })
    .orderByRaw(`(name || ' ' || coalesce(tax_id, '') = :text OR tax_id = substring(:text from '[0-9]{13}')) DESC, name = :text DESC, name, id`, { text }).limit(most)
    .select('id', 'kind', 'name', 'tax_id', 'is_active')
  return rows.map(meant)
}

interface Row {
  id: string
  kind: PayeeKind
  name: string
  tax_id: string | null
  is_active: boolean
}

function meant(row: Row): PayeeMeant {
  return { id: row.id, kind: row.kind, name: row.name, taxId: row.tax_id }
}
