// From draft to control lines of source 2001 or 2002. Locks: the document, then the office's accumulated money, then the setting up of lines, then lines.
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { fiscalYearOf, type FiscalYear } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { compare, formatMoney, minus, zero, type Money } from '../../platform/money.ts'
import { appropriate } from '../appropriation/appropriation.service.ts'
import { approverOf, type Approval } from '../approver/approver.ts'
import { type ApproveForm, type Draft, type StepForm } from '../desk/desk.ts'
import { documentDesk, mustBeInYear, mustBeOpenYear } from '../desk/desk.service.ts'
import { keepParticulars } from '../document/document.repository.ts'
import { closing, givenBy } from '../fund-cash/fund-cash.service.ts'
import { findFundRules } from '../fund-lines/fund-lines.service.ts'
import { judgeFund } from '../fund-lines/fund-lines.ts'
import { takeTurn } from '../fund-usable/fund-usable.repository.ts'
import { getUsable } from '../fund-usable/fund-usable.service.ts'
import { accumulatedSources, type AccumulatedSource, type Usable } from '../fund-usable/fund-usable.ts'
import { accumulatedText } from '../fund.text.ts'
import { findApproverRules } from '../settings/settings.repository.ts'
import { withUsable, type AccumulatedCommand } from './fund-accumulated.schema.ts'
import { accumulatedLifecycle, isDisaster, type Accumulated, type AccumulatedState } from './fund-accumulated.ts'

const { errors } = accumulatedText
export const accumulatedDesk = documentDesk<AccumulatedState>('accumulated', accumulatedLifecycle)

export async function createAccumulated(work: OfficerWork, command: AccumulatedCommand & { readonly formKey: string }): Promise<string> {
  return accumulatedDesk.create(work, command.formKey, () => draftOf(work, command))
}

export async function editAccumulated(work: OfficerWork, id: string, command: AccumulatedCommand & { readonly version: number }): Promise<void> {
  await accumulatedDesk.edit(work, { id, version: command.version }, () => draftOf(work, command))
}

async function draftOf(work: OfficerWork, { documentDate, title, reason, source, purpose, contributions, lines }: AccumulatedCommand): Promise<Draft> {
  const [fiscalYear, variant] = [fiscalYearOf(documentDate), purpose === 'disaster' ? purpose : null]
  await mustBeOpenYear(work, fiscalYear)
  const judged = judgeFund(lines, await findFundRules(work, fiscalYear, { source, needsPlan: variant === null }))
  const faults = judged.lines.length === 0 ? { 'lines.0.title': errors.nothing } : judged.faults
  if (Object.keys(faults).length > 0) throw new RuleBroken(faults)
  const approval = await approvalOf(work, fiscalYear, variant)
  return {
    head: {
      fiscalYear, documentDate, title, reason, variant, sourceCode: source, total: judged.total, approver: approval.approver, legalReference: approval.reference,
      particulars: { purpose, contributions },
    },
    lines: judged.lines,
  }
}

/** Who approves: asked of the rules by what the money is for. */
export async function approvalOf(read: OfficerRead, fiscalYear: FiscalYear, variant: 'disaster' | null): Promise<Approval> {
  return approverOf(await findApproverRules(read, 'accumulated', fiscalYear), { act: 'accumulated', variant, changes: false }, [])
}

export function usableFor(read: OfficerRead, document: Pick<Accumulated, 'fiscalYear' | 'sourceCode' | 'variant'>): Promise<Usable> {
  return getUsable(read, { fiscalYear: document.fiscalYear, source: sourceIn(document), isDisaster: isDisaster(document) })
}

function sourceIn({ sourceCode }: Pick<Accumulated, 'sourceCode'>): AccumulatedSource {
  return accumulatedSources.find((code) => code === sourceCode) ?? '2001'
}

/** The particulars of the document with what is usable now, which its page and paper show ever after. */
async function mustBeUsable(work: OfficerWork, document: Accumulated): Promise<object> {
  const found = await usableFor(work, document)
  const refusal = overUsable(document.total ?? zero, found.usable)
  if (refusal !== undefined) throw new RuleBroken(refusal)
  return withUsable(document, found, work.today)
}

export function overUsable(asked: Money, usable: Money): string | undefined {
  return compare(asked, usable) > 0 ? errors.overUsable(formatMoney(usable), formatMoney(asked), formatMoney(minus(asked, usable))) : undefined
}

export async function submitAccumulated(work: OfficerWork, id: string, version: number): Promise<void> {
  await accumulatedDesk.submit(work, { id, version }, async (document) => {
    const particulars = await mustBeUsable(work, document)
    const { approver, reference } = await approvalOf(work, document.fiscalYear, isDisaster(document) ? 'disaster' : null)
    return { approver, legalReference: reference, particulars }
  })
}

/** Looked at once more, alone: no other approval of the office uses the same baht. */
export async function approveAccumulated(work: OfficerWork, id: string, form: ApproveForm): Promise<void> {
  await accumulatedDesk.approve(work, { id, form }, async (document) => {
    mustBeInYear(document, form.happenedOn)
    await mustBeOpenYear(work, document.fiscalYear)
    await takeTurn(work)
    await keepParticulars(work, id, await mustBeUsable(work, document))
    await appropriate(work, { document, stage: 'approved', mode: 'add', event: 'approved', date: form.happenedOn, lines: givenBy(document) })
  })
}

export async function reportAccumulated(work: OfficerWork, id: string, form: StepForm): Promise<void> {
  const document = await accumulatedDesk.get(work, work.actor.organisationId, id)
  if (!isDisaster(document)) throw new RuleBroken(errors.noReport)
  await accumulatedDesk.note('report')(work, id, form)
}

export const closeAccumulated = closing(accumulatedDesk)
