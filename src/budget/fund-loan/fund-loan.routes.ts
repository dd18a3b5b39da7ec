import { randomUUID } from 'node:crypto'
import { withForm } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearOf, readThaiDate } from '../../platform/dates.ts'
import { readForm } from '../../platform/http/form.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { readBaht } from '../../platform/money.ts'
import { loanPaths as paths } from '../budget.paths.ts'
import { findCashReceipts, getFundCash } from '../cash/cash.repository.ts'
import { approving, pressed, reasoned } from '../desk/desk-steps.ts'
import { type DeskPages, type FormAsked } from '../desk/desk.routes.ts'
import { inputFor } from '../desk/desk.schema.ts'
import { type More } from '../desk/desk.view.ts'
import { findFundLines } from '../fund-lines/fund-lines.repository.ts'
import { cashSchema, closeSchema } from '../fund-lines/fund-lines.schema.ts'
import { findFundRules } from '../fund-lines/fund-lines.service.ts'
import { figuresOf, judgeFund, unequal } from '../fund-lines/fund-lines.ts'
import { cashControls, cashTable, fundItems, fundTable } from '../fund-lines/fund-lines.view.ts'
import { loanText as text } from '../fund.text.ts'
import { blankInput, editLoanSchema, inputOf, newLoanSchema, typedInput } from './fund-loan.schema.ts'
import { approveLoan, closeLoan, createLoan, drawLoan, editLoan, loanDesk as desk, submitLoan, takeBackLoan } from './fund-loan.service.ts'
import { loanSource, type Loan, type LoanState } from './fund-loan.ts'
import { formPage, memo, termItems } from './fund-loan.view.ts'

const steps = {
  submit: pressed(submitLoan),
  approve: approving(approveLoan),
  cash: { kind: 'primary', asks: ['happenedOn'], controls: cashControls, take: (said: string) => withForm(cashSchema, drawLoan, said) },
  uncash: { kind: 'danger', asks: ['happenedOn'], controls: cashControls, take: (said: string) => withForm(cashSchema, takeBackLoan, said) },
  return: reasoned(desk.turn('return'), 'secondary'),
  reject: reasoned(desk.turn('reject')),
  close: { kind: 'danger', asks: ['happenedOn', 'note'], take: (said: string) => withForm(closeSchema, closeLoan, said) },
  cancel: pressed(desk.cancel, 'danger'),
} as const

export const loanPages: DeskPages<LoanState, keyof typeof steps> = {
  desk, paths, text, steps, linesTable: fundTable, paper: memo, more,
  form: {
    form: showForm,
    create: (work, request) => createLoan(work, readForm(newLoanSchema, request)),
    edit: (work, id, request) => editLoan(work, id, readForm(editLoanSchema, request)),
  },
}

/** Faults of the rows are told with those of the head, even when the head alone was refused. */
async function showForm(read: OfficerRead, request: FormRequest, { document, errors }: FormAsked<LoanState>): Promise<PageModel> {
  const { input, isTyped } = inputFor(request, document ? inputOf(document) : blankInput(randomUUID(), read.today), typedInput(request))
  const fiscalYear = fiscalYearOf(readThaiDate(input.documentDate) ?? read.today)
  const rules = await findFundRules(read, fiscalYear, { source: loanSource, needsPlan: false })
  const judged = judgeFund(input.lines, rules)
  const wanted = readBaht(input.total)
  const uneven = wanted ? unequal(judged, { total: wanted, rows: input.lines, say: text.errors.unequal }) : {}
  return formPage(input, {
    document, fiscalYear, rules, total: judged.total, errors: Object.keys(errors).length > 0 ? { ...uneven, ...judged.faults, ...errors } : {},
    isAgain: isTyped || document !== undefined,
  })
}

async function more(read: OfficerRead, loan: Loan): Promise<More> {
  const { organisationId, id } = loan
  const figures = figuresOf(await findFundLines(read, organisationId, id))
  return {
    items: [...termItems(loan), ...fundItems(await getFundCash(read, organisationId, id), figures)],
    tables: [cashTable(await findCashReceipts(read, organisationId, id))],
  }
}
