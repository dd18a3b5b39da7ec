// Payees from a spreadsheet: its columns, and its words as the form knows them. Pure.
import { type SheetRow, type SheetShape } from '../../documents/index.ts'
import { payeeKinds } from '../payee/payee.ts'
import { payeeText } from '../payee.text.ts'

const { columns, fields, import: text, trail, kinds } = payeeText

/** In the order of the template. */
export const importedCells = [
  'name', 'kind', 'taxId', 'branch', 'englishName', 'address', 'subdistrict', 'district', 'province', 'postcode', 'phone', 'email', 'isVatRegistered', 'isStaff',
] as const
export type ImportedCell = (typeof importedCells)[number]

export const heads: Readonly<Record<ImportedCell, string>> = {
  name: columns.name, kind: columns.kind, taxId: columns.taxId, branch: columns.branch, englishName: trail.fields.englishName, address: fields.address, subdistrict: fields.subdistrict,
  district: fields.district, province: fields.province, postcode: fields.postcode, phone: fields.phone, email: fields.email, isVatRegistered: columns.vat, isStaff: columns.staff,
}

export const payeeSheet: SheetShape<ImportedCell> = { heads, required: ['name', 'kind', 'taxId'], most: 2000, text: text.errors }

/** As the form would send it. A spreadsheet that took a tax id for a number has dropped the nought it began with. */
export function formOf(row: SheetRow<ImportedCell>): Record<string, string> {
  const said = Object.fromEntries(importedCells.map((cell) => [cell, row.cell(cell)]))
  const yes = (cell: ImportedCell) => (row.cell(cell) === payeeText.yes ? 'yes' : '')
  const [kind, taxId] = [row.cell('kind'), row.cell('taxId')]
  return {
    ...said, kind: payeeKinds.find((each) => kinds[each] === kind) ?? kind, taxId: /^[0-9]{12}$/.test(taxId) ? taxId.padStart(13, '0') : taxId,
    isVatRegistered: yes('isVatRegistered'), isStaff: yes('isStaff'),
  }
}
