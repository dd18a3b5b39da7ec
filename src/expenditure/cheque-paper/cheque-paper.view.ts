// Cheque, ใบถอน and test page as they are drawn on the bank's paper.
import { bahtText } from '../../platform/baht-text.ts'
import { formatThaiDateField, type CalendarDate } from '../../platform/dates.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { baht, formatMoney, type Money } from '../../platform/money.ts'
import { chequePaperText as text } from '../cheque-paper.text.ts'
import { papers, type ChequeForm } from '../cheque-form/cheque-form.ts'
import { type Cheque } from '../cheque/cheque.ts'
import { drawingOf, gridOf, rulerOf, written, type DrawnStroke, type DrawnText, type Filling } from './cheque-paper.ts'

export interface BankPaper extends PageModel {
  readonly print: { readonly backHref: string }
  /** Told on the screen, not on the paper. */
  readonly notes: readonly string[]
  readonly sheets: readonly BankSheet[]
}

export interface BankSheet {
  readonly label: string
  readonly className: string
  readonly width: string
  readonly height: string
  readonly viewBox: string
  readonly shift: string
  readonly texts: readonly DrawnText[]
  readonly strokes: readonly DrawnStroke[]
  /** Of a test page, drawn thinner: as the paper itself stands, not as the printer shifts it. */
  readonly grid: { readonly texts: readonly DrawnText[]; readonly strokes: readonly DrawnStroke[] }
  readonly ruler: readonly DrawnStroke[]
}

export interface PrintedBefore {
  readonly backHref: string
  /** How often. */
  readonly before: number
}

const noGrid = { texts: [], strokes: [] }

function sheetOf(form: ChequeForm, filling: Filling, label: string): BankSheet {
  const { width, height } = papers[form.paper]
  return {
    label, className: `is-${form.paper}`, width: `${width}mm`, height: `${height}mm`, viewBox: `0 0 ${width} ${height}`, shift: `translate(${written(form.shiftX)} ${written(form.shiftY)})`,
    ...drawingOf(form.places, filling), grid: noGrid, ruler: [],
  }
}

function paperOf(title: string, { paper }: Pick<ChequeForm, 'paper'>, { sheets, backHref, before }: PrintedBefore & { readonly sheets: readonly BankSheet[] }): BankPaper {
  return { title, print: { backHref }, notes: [text.note(text.papers[paper]), ...(before > 0 ? [text.again(String(before))] : [])], sheets }
}

function amountOf(amount: Money) {
  return { words: text.inWords(bahtText(amount)), figures: text.inFigures(formatMoney(amount)) }
}

export interface DrawnCheque extends Pick<Cheque, 'number' | 'payeeName' | 'isCrossed' | 'isBearerStruck'> {
  readonly chequeDate: CalendarDate
  readonly amount: Money
}

export function chequePaper(cheque: DrawnCheque, form: ChequeForm, printed: PrintedBefore): BankPaper {
  const title = text.paperTitle.cheque(cheque.number)
  const filling = {
    day: formatThaiDateField(cheque.chequeDate), payee: cheque.payeeName, ...amountOf(cheque.amount), ...(cheque.isCrossed && { crossing: text.payeeOnly }), ...(cheque.isBearerStruck && { bearer: '' }),
  }
  return paperOf(title, form, { ...printed, sheets: [sheetOf(form, filling, title)] })
}

export interface DrawnSlip {
  readonly day: CalendarDate
  readonly payee: string
  readonly amount: Money
  readonly account: string
  readonly accountName: string
}

/** A sheet each. */
export function slipsPaper(slips: readonly DrawnSlip[], form: ChequeForm, printed: PrintedBefore): BankPaper {
  const sheets = slips.map(({ day, amount, ...said }) => sheetOf(form, { ...said, day: formatThaiDateField(day), ...amountOf(amount) }, text.paperTitle.withdrawal(said.payee)))
  return paperOf(text.slips, form, { ...printed, sheets })
}

/** Every field filled, above a grid of the paper. */
export function testPaper(form: ChequeForm, today: CalendarDate, backHref: string): BankPaper {
  const size = papers[form.paper]
  const filling = { ...text.sample, day: formatThaiDateField(today), ...amountOf(baht('1234567.89')), crossing: text.payeeOnly, bearer: '' }
  const sheet = { ...sheetOf(form, filling, text.testTitle), grid: gridOf(size, form.places, text.scale), ruler: [rulerOf(size)] }
  return paperOf(text.testTitle, form, { backHref, before: 0, sheets: [sheet] })
}
