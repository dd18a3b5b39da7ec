// A loan from draft to its last drawing. Locks: the document, then the setting up of lines, then lines.
import { type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, fiscalYearOf, type FiscalYear } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { appropriate } from '../appropriation/appropriation.service.ts'
import { approverOf, type Approval } from '../approver/approver.ts'
import { type ApproveForm, type Draft } from '../desk/desk.ts'
import { documentDesk, mustBeInYear, mustBeOpenYear } from '../desk/desk.service.ts'
import { closing, givenBy, receive, takeBack } from '../fund-cash/fund-cash.service.ts'
import { type CashForm } from '../fund-lines/fund-lines.schema.ts'
import { findFundRules } from '../fund-lines/fund-lines.service.ts'
import { judgeFund, unequal } from '../fund-lines/fund-lines.ts'
import { loanText } from '../fund.text.ts'
import { findApproverRules } from '../settings/settings.repository.ts'
import { type LoanCommand } from './fund-loan.schema.ts'
import { loanLifecycle, loanSource, type LoanState } from './fund-loan.ts'

const { errors } = loanText
export const loanDesk = documentDesk<LoanState>('loan', loanLifecycle)

export async function createLoan(work: OfficerWork, command: LoanCommand & { readonly formKey: string }): Promise<string> {
  return loanDesk.create(work, command.formKey, () => draftOf(work, command))
}

export async function editLoan(work: OfficerWork, id: string, command: LoanCommand & { readonly version: number }): Promise<void> {
  await loanDesk.edit(work, { id, version: command.version }, () => draftOf(work, command))
}

async function draftOf(work: OfficerWork, command: LoanCommand): Promise<Draft> {
  const { documentDate, title, reason, total, lines, lender, contractNumber, contractDate, rate, months, ordinance } = command
  const fiscalYear = fiscalYearOf(documentDate)
  await mustBeOpenYear(work, fiscalYear)
  const judged = judgeFund(lines, await findFundRules(work, fiscalYear, { source: loanSource, needsPlan: false }))
  const faults = {
    ...(compareDates(contractDate, work.today) > 0 && { contractDate: errors.future }),
    ...unequal(judged, { total, rows: lines, say: errors.unequal }), ...judged.faults,
  }
  if (Object.keys(faults).length > 0) throw new RuleBroken(faults)
  const { approver, reference } = await approvalOf(work, fiscalYear)
  return {
    head: {
      fiscalYear, documentDate, title, reason, total, sourceCode: loanSource, approver, legalReference: reference,
      particulars: { lender, contractNumber, contractDate, rate, months, ordinance },
    },
    lines: judged.lines,
  }
}

async function approvalOf(work: OfficerWork, fiscalYear: FiscalYear): Promise<Approval> {
  return approverOf(await findApproverRules(work, 'loan', fiscalYear), { act: 'loan', changes: false }, [])
}

export async function submitLoan(work: OfficerWork, id: string, version: number): Promise<void> {
  await loanDesk.submit(work, { id, version }, async ({ fiscalYear }) => {
    const { approver, reference } = await approvalOf(work, fiscalYear)
    return { approver, legalReference: reference }
  })
}

export async function approveLoan(work: OfficerWork, id: string, form: ApproveForm): Promise<void> {
  await loanDesk.approve(work, { id, form }, async (loan) => {
    mustBeInYear(loan, form.happenedOn)
    await mustBeOpenYear(work, loan.fiscalYear)
    await appropriate(work, { document: loan, stage: 'approved', mode: 'add', event: 'approved', date: form.happenedOn, lines: givenBy(loan) })
  })
}

/** Money drawn: from now on its lines may pay so much more. */
export async function drawLoan(work: OfficerWork, id: string, form: CashForm): Promise<void> {
  await receive(work, await loanDesk.start(work, id, { version: form.version, action: 'cash' }), form)
}

/** Recorded by mistake: an entry the other way. */
export async function takeBackLoan(work: OfficerWork, id: string, form: CashForm): Promise<void> {
  await takeBack(work, await loanDesk.start(work, id, { version: form.version, action: 'uncash' }), form)
}

export const closeLoan = closing(loanDesk)
