// หนังสือรับรองการหักภาษี ณ ที่จ่าย on the form of the Revenue Department: every field of it, both copies of the payee.
import { documentsText } from '../../documents/index.ts'
import { bahtText } from '../../platform/baht-text.ts'
import { formatThaiDateField } from '../../platform/dates.ts'
import { lineTable, type LineTable, type PrintHead } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney } from '../../platform/money.ts'
import { paymentPaths } from '../payment.paths.ts'
import { type TaxPayer } from '../tax-payer/tax-payer.ts'
import { withholdingText } from '../withholding.text.ts'
import { type Withholding } from '../withholding/withholding.ts'
import { replacementNote } from '../withholding/withholding.view.ts'

const text = withholdingText.certificate
const blank = documentsText.print.blankName

interface Box {
  readonly text: string
  /** ☑ or ☐ */
  readonly tick: string
}

const tickOf = (isTicked: boolean) => (isTicked ? '☑' : '☐')

interface Party {
  readonly name: string
  readonly taxId: string
  readonly address: string
}

export interface CertificateSheet {
  readonly printHead: PrintHead
  /** ลำดับที่ in the return. */
  readonly number: string
  readonly payer: Party
  readonly payee: Party
  readonly forms: readonly Box[]
  readonly incomes: LineTable
  readonly words: string
  readonly conditions: readonly Box[]
  readonly day: string
}

export interface CertificatePaper extends PageModel {
  readonly print: { readonly backHref: string }
  readonly sheets: readonly CertificateSheet[]
}

export interface CertificateFacts {
  readonly office: string
  readonly payer: TaxPayer | undefined
  /** How often it was printed before. */
  readonly before: number
}

/** The line of the form an income stands in, by the rule it was withheld under; payments of public bodies (section 69 ทวิ) are others. */
const incomeKeys: Readonly<Record<string, string>> = { 'W1-SALARY': '1', 'W1-FEE': '2', 'W54-FOREIGN': '2', 'W3-PRIZE': '5' }
const others = '6'

export function certificatePaper(row: Withholding, { office, payer, before }: CertificateFacts): CertificatePaper {
  const form = row.form === text.monthly ? text.yearly : row.form
  const day = formatThaiDateField(row.paidOn)
  const marks = [...(row.state === 'cancelled' ? [text.cancelled] : []), replacementNote(row), ...(before > 0 ? [text.again(String(before + 1))] : [])].filter((mark) => mark !== '')
  const sheet = {
    number: String(row.certificate?.number ?? '').padStart(5, '0'),
    payer: { name: office, taxId: spaced(payer?.taxId) || blank, address: payer?.address || blank }, payee: { name: row.payeeName, taxId: spaced(row.payeeTaxId) || blank, address: row.payeeAddress || blank },
    forms: text.forms.map((each) => ({ text: each.text, tick: tickOf(each.form === form) })),
    incomes: incomesTable(row), words: bahtText(row.amount), conditions: text.conditions.map((each) => ({ text: each.text, tick: tickOf(each.key === 'withhold') })), day,
  }
  const book = String(row.certificate?.fiscalYear ?? '')
  const headOf = (copy: string, place: number): PrintHead => ({
    organisation: copy, title: text.title, asOf: text.law, isFurther: place > 0, facts: [
      { label: text.book, text: book }, { label: text.number, text: sheet.number }, ...(marks.length > 0 ? [{ label: text.mark, text: marks.join(' ') }] : []),
    ],
  })
  return {
    title: `${text.title} ${sheet.number}/${book}`, print: { backHref: paymentPaths.show(row.paymentId) }, sheets: text.copies.map((copy, place) => ({ printHead: headOf(copy, place), ...sheet })),
  }
}

/** Every line of the form; the sums stand in the line of the income. */
function incomesTable(row: Withholding): LineTable {
  const key = incomeKeys[row.ruleCode] ?? others
  const sums = [formatMoney(row.base), formatMoney(row.amount)]
  const { income, day, base, tax } = text.columns
  return lineTable({
    caption: text.title, captionHidden: true, empty: '', columns: [
      { label: income, kind: 'text', isRowHeader: true }, { label: day, kind: 'date' }, { label: base, kind: 'money' }, { label: tax, kind: 'money' },
    ],
    rows: text.incomes.map((each) => (
      each.key === key ? [key === others ? `${each.text} ${row.incomeType}` : each.text, formatThaiDateField(row.paidOn), ...sums] : [each.text, '', '', ''])),
    totals: [{ label: text.sum, isGrand: true, cells: sums }],
  })
}

/** '0 1055 12345 67 8', as the boxes of the form stand. */
function spaced(taxId = ''): string {
  return taxId.replace(/^(\d)(\d{4})(\d{5})(\d{2})(\d)$/, '$1 $2 $3 $4 $5')
}
