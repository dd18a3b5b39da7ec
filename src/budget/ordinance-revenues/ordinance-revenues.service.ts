import { getOffice, recordChange } from '../../documents/index.ts'
import { findFiscalYears, receivedByRevenueCode } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { addDays, fiscalYearPeriod, type FiscalYear } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { editDocument } from '../document/document.repository.ts'
import { trailKind } from '../document/document.ts'
import { startTyping } from '../ordinance-form/ordinance-form.service.ts'
import { pastYearsOf } from '../ordinance-form/ordinance-form.ts'
import { findRevenueLines, setRevenueLines } from '../ordinance/ordinance.repository.ts'
import { totalOf, type OrdinanceHead } from '../ordinance/ordinance.ts'
import { findTypesInUse } from '../revenue-type/revenue-type.repository.ts'
import { findCollector, findRevenueCodes } from './ordinance-revenues.repository.ts'
import { type RevenuesForm } from './ordinance-revenues.schema.ts'
import { judgeRevenues, type Received, type RevenueRules } from './ordinance-revenues.ts'

/** What the rows are held against: codes, and the books of past years as far as they are in the system; what an enterprise received is typed. */
export async function findRevenueRules(
  read: OfficerRead, { fiscalYear, kind, enterpriseId }: Pick<OrdinanceHead, 'fiscalYear' | 'kind' | 'enterpriseId'>,
): Promise<RevenueRules> {
  const { laoKind } = await getOffice(read, read.actor.organisationId)
  const collector = enterpriseId === null ? 'LAO' : await findCollector(read, enterpriseId)
  const books = kind === 'special' ? async () => undefined : (year: FiscalYear) => findReceived(read, year)
  const [first, second, third] = pastYearsOf(fiscalYear)
  return { fiscalYear, codes: await findRevenueCodes(read, { laoKind, collector }), inUse: enterpriseId === null ? await findTypesInUse(read) : new Set(), received: [await books(first), await books(second), await books(third)] }
}

/** Nothing where the year's books are not in the system. */
export async function findReceived(read: OfficerRead, fiscalYear: FiscalYear): Promise<Received> {
  const { organisationId } = read.actor
  if (!(await findFiscalYears(read, organisationId)).includes(fiscalYear)) return undefined
  return receivedByRevenueCode(read, { organisationId, fiscalYear, until: addDays(fiscalYearPeriod(fiscalYear).until, -1) })
}

export async function saveRevenues(work: OfficerWork, id: string, form: RevenuesForm): Promise<void> {
  const document = await startTyping(work, id, { action: 'estimate', version: form.version })
  const { lines, faults } = judgeRevenues(form.lines, await findRevenueRules(work, document))
  if (Object.keys(faults).length > 0) throw new RuleBroken(faults)
  const before = totalOf(await findRevenueLines(work, document.organisationId, id))
  await setRevenueLines(work, id, lines)
  await editDocument(work, document, {})
  await recordChange(work, { kind: trailKind(document.kind), id, action: 'revenues', before: { revenue: before }, after: { revenue: totalOf(lines) } })
}
