// A person named by a row of a spreadsheet: a payee already, or one that is made.
import { readCitizenId } from '../../platform/citizen-id.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { employeeText } from '../employee.text.ts'
import { createPayee } from '../payee/payee.service.ts'
import { findPayeesMeant } from '../payee-meant/payee-meant.service.ts'

const { errors } = employeeText.import

type Found = { readonly id: string; readonly name: string } | { readonly cell: 'name' | 'taxId'; readonly wrong: string }

/** `seen`: the citizen ids of the rows before, to which this one is added. */
export async function personOfRow(work: OfficerWork, { name, taxId: typed }: { readonly name: string; readonly taxId: string }, { seen, isStaff }: { readonly seen: Set<string>; readonly isStaff: boolean }): Promise<Found> {
  const taxId = readCitizenId(typed)
  if (taxId === undefined) return { cell: 'taxId', wrong: errors.taxId }
  if (name === '' || name.length > 200) return { cell: 'name', wrong: errors.name }
  if (seen.has(taxId)) return { cell: 'taxId', wrong: errors.twin }
  seen.add(taxId)
  const known = (await findPayeesMeant(work, taxId)).find((payee) => payee.taxId === taxId)
  if (known && known.kind !== 'individual') return { cell: 'taxId', wrong: errors.notPerson }
  if (known) return known.name === name ? known : { cell: 'name', wrong: errors.otherName(known.name) }
  const nowhere = { address: '', subdistrict: '', district: '', province: '', postcode: '', phone: '', email: '', englishName: '' }
  return { name, id: await createPayee(work, { ...nowhere, kind: 'individual', taxId, branch: '00000', name, isVatRegistered: false, isStaff }) }
}
