import { type OfficerRead } from '../../platform/database/work.ts'
import { addMonths, type CalendarDate } from '../../platform/dates.ts'
import { type AddressParts } from './tax-file.ts'

/** Where the payees of a month's rows live, as their register has it now, by row. */
export async function findAddressParts(read: OfficerRead, organisationId: string, month: CalendarDate): Promise<ReadonlyMap<string, AddressParts>> {
  const rows: Row[] = await read.db('withholdings as w').join('payees as p', (on) => on.on('p.organisation_id', 'w.organisation_id').andOn('p.id', 'w.payee_id'))
    .where('w.organisation_id', organisationId).where('w.paid_on', '>=', month).where('w.paid_on', '<', addMonths(month, 1))
    .select('w.id', 'p.address', 'p.subdistrict', 'p.district', 'p.province', 'p.postcode')
  return new Map(rows.map((row) => [row.id, { street: row.address, street2: row.subdistrict, city: row.district, province: row.province, postcode: row.postcode }]))
}

interface Row {
  id: string
  address: string
  subdistrict: string
  district: string
  province: string
  postcode: string
}
