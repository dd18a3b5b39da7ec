// สัญญาการยืมเงิน, its back page, the letters to who is late and the register, as they are printed.
import { signer } from '../../documents/index.ts'
import { bahtText } from '../../platform/baht-text.ts'
import { formatThaiDate, formatThaiDateShort, type CalendarDate } from '../../platform/dates.ts'
import { lineTable, type LineTable, type PrintHead, type Signatures } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney, minus, sum } from '../../platform/money.ts'
import { toThaiDigits } from '../../platform/thai.ts'
import { clearingNumber, type ClearingHead } from '../clearing/clearing.ts'
import { loanPaths as paths } from '../loan.paths.ts'
import { loanPaperText as paper } from '../loan-paper.text.ts'
import { loanText as text } from '../loan.text.ts'
import { cashOf, numberText } from '../loan/loan.view.ts'
import { daysLate, standingOf, type DueDays, type Loan, type LoanHead, type LoanSourceOfMoney } from '../loan/loan.ts'

const { columns, lines: words } = text

export interface LoanPaper extends PageModel {
  readonly print: { readonly backHref: string }
  readonly printHead: PrintHead
  readonly request: string
  readonly lineTable: LineTable
  readonly words: string
  readonly promise: string
  readonly signatures: Signatures
  readonly back: LineTable
}

const thai = toThaiDigits

export interface ContractFacts {
  readonly loan: Loan
  readonly clearings: readonly ClearingHead[]
  readonly days: DueDays
  readonly mark: string
}

export function contractPaper({ loan, clearings, days, mark }: ContractFacts): LoanPaper {
  const isJourney = loan.kind === 'travel'
  return {
    title: text.title(numberText(loan)), print: { backHref: paths.show(loan.id) },
    printHead: {
      organisation: loan.organisationName, title: text.listTitle, unit: paper.unit, facts: [
        { label: columns.number, text: thai(numberText(loan)) }, { label: columns.date, text: thai(formatThaiDate(loan.loanDate)) },
        { label: columns.due, text: loan.dueOn === null ? paper.blank : thai(formatThaiDate(loan.dueOn)) }, { label: paper.copy, text: loan.number === null ? text.standings.draft.text : mark },
      ],
    },
    request: paper.request({
      name: loan.payeeName, position: loan.position, office: loan.departmentName ?? loan.organisationName, source: text.sources[loan.source], purpose: loan.purpose,
    }),
    lineTable: lineTable({
      caption: words.caption, captionHidden: true, empty: '', columns: [{ label: words.description, kind: 'text', isRowHeader: true }, { label: words.amount, kind: 'money' }],
      rows: loan.lines.map(({ description, amount }) => [description, thai(formatMoney(amount))]),
      totals: [{ label: text.sum, isGrand: true, cells: [thai(formatMoney(loan.amount))] }],
    }),
    words: bahtText(loan.amount), promise: thai(isJourney ? paper.promiseOfTravel(String(days.travel)) : paper.promise(String(days.other))),
    signatures: { signers: [
      { role: paper.signers.borrower, name: loan.payeeName, position: loan.position }, signer(paper.signers.examiner, loan.author), signer(paper.signers.approver, loan.approver),
      { role: paper.signers.receiver, name: loan.payeeName, position: loan.position },
    ] },
    back: backTable(loan, clearings),
  }
}

/** รายการส่งใช้เงินยืม: vouchers one by one, money returned as one line by the books. */
function backTable(loan: Loan, clearings: readonly ClearingHead[]): LineTable {
  const posted = clearings.filter(({ state }) => state === 'posted')
  const vouchers = sum(posted.map(({ settled }) => settled))
  const returned = loan.state === 'paid' ? minus(minus(loan.amount, loan.balance), vouchers) : undefined
  const rows = [
    ...posted.map((each) => [thai(clearingNumber(each)), thai(formatThaiDateShort(each.clearingDate)), thai(formatMoney(each.settled)), '']),
    ...(returned === undefined || returned === 0n ? [] : [[paper.returned, '', '', thai(formatMoney(returned))]]),
  ]
  return lineTable({
    caption: paper.back, empty: paper.nothingBack, columns: [
      { label: paper.document, kind: 'text', isRowHeader: true }, { label: columns.date, kind: 'date' }, { label: paper.vouchers, kind: 'money' }, { label: paper.cash, kind: 'money' },
    ],
    rows, totals: loan.state === 'paid' ? [{ label: columns.balance, isGrand: true, cells: ['', thai(formatMoney(loan.balance))] }] : [],
  })
}

export interface LetterPaper extends PageModel {
  readonly print: { readonly backHref: string }
  readonly printHead: PrintHead
  readonly to: string
  readonly paragraphs: readonly string[]
  readonly signatures: Signatures
}

/** The first letter the day after the last one, the second when so many days have gone by. */
export function letterPaper(loan: Loan, { today, secondAfter }: { readonly today: CalendarDate; readonly secondAfter: number }): LetterPaper {
  const late = daysLate(loan, today)
  const isSecond = late >= secondAfter
  const facts = {
    number: numberText(loan), date: formatThaiDate(loan.loanDate), purpose: loan.purpose, amount: formatMoney(loan.amount), due: loan.dueOn === null ? '' : formatThaiDate(loan.dueOn),
    late: String(late), balance: formatMoney(loan.balance), words: bahtText(loan.balance),
  }
  return {
    title: paper.letter, print: { backHref: paths.show(loan.id) },
    printHead: {
      organisation: loan.organisationName, title: isSecond ? paper.secondLetter : paper.firstLetter,
      facts: [{ label: columns.date, text: thai(formatThaiDate(today)) }, { label: columns.number, text: thai(numberText(loan)) }],
    },
    to: paper.to(loan.payeeName, loan.position), paragraphs: [thai(paper.owed(facts)), thai(isSecond ? paper.deduct : paper.pleaseClear), paper.closing],
    signatures: { signers: [{ role: '', name: paper.blankName, position: paper.signers.executive }] },
  }
}

export interface RegisterPaper extends PageModel {
  readonly print: { readonly backHref: string; readonly isLandscape: true }
  readonly printHead: PrintHead
  readonly lineTable: LineTable
}

export function registerPaper(given: { readonly office: string; readonly loans: readonly LoanHead[]; readonly today: CalendarDate; readonly source: LoanSourceOfMoney | undefined }): RegisterPaper {
  const { office, loans, today, source } = given
  const title = source === 'accumulated' ? paper.accumulatedRegister : text.register
  const day = (date: CalendarDate | null) => (date === null ? '' : thai(formatThaiDateShort(date)))
  const amount = (value: LoanHead['amount'] | undefined) => (value === undefined ? '' : thai(formatMoney(value)))
  return {
    title, print: { backHref: paths.list, isLandscape: true }, printHead: { organisation: office, title, unit: paper.unit, asOf: thai(paper.asOf(formatThaiDate(today))) },
    lineTable: lineTable({
      caption: title, captionHidden: true, empty: text.empty, columns: [
        { label: columns.number, kind: 'code', isRowHeader: true }, { label: columns.date, kind: 'date' }, { label: columns.borrower, kind: 'text' }, { label: columns.purpose, kind: 'text' },
        { label: columns.amount, kind: 'money' }, { label: columns.due, kind: 'date' }, { label: columns.byVouchers, kind: 'money' }, { label: columns.byCash, kind: 'money' }, { label: columns.balance, kind: 'money' }, { label: columns.state, kind: 'text' },
      ],
      rows: loans.map((loan) => [
        thai(numberText(loan)), day(loan.loanDate), loan.payeeName, loan.purpose, amount(loan.amount), day(loan.dueOn), amount(loan.state === 'paid' ? loan.vouched : undefined), amount(cashOf(loan)), amount(loan.balance), stateText(loan, today),
      ]),
      totals: [{ label: text.sum, isGrand: true, cells: [
        amount(sum(loans.map((loan) => loan.amount))), '', amount(sum(loans.map((loan) => loan.vouched))), amount(sum(loans.flatMap((loan) => cashOf(loan) ?? []))), amount(sum(loans.map((loan) => loan.balance))), '',
      ] }],
    }),
  }
}

function stateText(loan: LoanHead, today: CalendarDate): string {
  const late = daysLate(loan, today)
  return late > 0 ? thai(paper.lateBy(String(late))) : text.standings[standingOf(loan, today)].text
}
