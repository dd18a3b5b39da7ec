// คัดลอกจากปีก่อน: the ordinance in force of last year into an empty draft.
import { recordChange } from '../../documents/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYear } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { editDocument, findDocuments } from '../document/document.repository.ts'
import { trailKind, type BudgetDocument } from '../document/document.ts'
import { findDocumentLines, setLines } from '../document-lines/document-lines.repository.ts'
import { findLineRules, startTyping } from '../ordinance-form/ordinance-form.service.ts'
import { type TypedDocument } from '../ordinance-form/ordinance-form.ts'
import { ordinanceFormText } from '../ordinance-form.text.ts'
import { findRevenueRules } from '../ordinance-revenues/ordinance-revenues.service.ts'
import { findRevenueLines, setRevenueLines } from '../ordinance/ordinance.repository.ts'
import { totalOf } from '../ordinance/ordinance.ts'
import { copiedLines, copiedRevenues } from './ordinance-copy.ts'

const { errors } = ordinanceFormText

export interface Copied {
  readonly lines: number
  /** Whose code or department is off this year. */
  readonly skipped: number
}

export async function copyLastYear(work: OfficerWork, id: string, version: number): Promise<Copied> {
  const document = await startTyping(work, id, { action: 'line', version })
  if (!await isEmpty(work, document)) throw new RuleBroken(errors.notEmpty)
  const last = await findLastYear(work, document)
  if (!last) throw new RuleBroken(errors.noLastYear(String(document.fiscalYear - 1)))
  const { organisationId } = document
  const [revenues, stored] = [await findRevenueLines(work, organisationId, last.id), await findDocumentLines(work, organisationId, last.id)]
  const [estimates, lines] = [copiedRevenues(revenues, await findRevenueRules(work, document)), copiedLines(stored, await findLineRules(work, document))]
  await setRevenueLines(work, id, estimates)
  await setLines(work, id, lines)
  await editDocument(work, document, {})
  await recordChange(work, { kind: trailKind(document.kind), id, action: 'copy', after: { revenue: totalOf(estimates), expenditure: totalOf(lines) } })
  const copied = estimates.length + lines.length
  return { lines: copied, skipped: revenues.length + stored.length - copied }
}

/** Whether the button is shown. */
export async function mayCopy(read: OfficerRead, document: TypedDocument): Promise<boolean> {
  return await isEmpty(read, document) && await findLastYear(read, document) !== undefined
}

async function isEmpty(read: OfficerRead, { organisationId, id, lines }: TypedDocument): Promise<boolean> {
  return lines.length === 0 && (await findRevenueLines(read, organisationId, id)).length === 0
}

/** Only the budget of a whole year begins with that of the year before. */
async function findLastYear(read: OfficerRead, { organisationId, kind, fiscalYear: year }: TypedDocument): Promise<BudgetDocument | undefined> {
  if (kind !== 'annual') return undefined
  const { items } = await findDocuments(read, { organisationId, kinds: [kind], fiscalYear: fiscalYear(year - 1) })
  return items.find(({ state }) => state === 'enforced' || state === 'closed')
}
