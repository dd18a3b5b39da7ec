import { type OfficerRead } from '../../platform/database/work.ts'
import { type Heading } from './receipt-print.ts'

/** What stands at the head of the own office's receipts. */
export async function getHeading(read: OfficerRead): Promise<Heading> {
  const row = await read.db('organisations as o').leftJoin('organisation_profiles as f', 'f.organisation_id', 'o.id').leftJoin('provinces as p', 'p.code', 'o.province_code')
    .leftJoin('tax_payers as t', 't.organisation_id', 'o.id')
    .where('o.id', read.actor.organisationId).first('o.name', 'f.address', 'f.postcode', 'f.phone', 't.tax_id', 'p.name as province')
  return { name: row.name, address: row.address ?? '', province: row.province ?? '', postcode: row.postcode ?? '', phone: row.phone ?? '', taxId: row.tax_id ?? '' }
}
