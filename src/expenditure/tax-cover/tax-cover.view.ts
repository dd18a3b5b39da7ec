// แบบยื่นรายการภาษีเงินได้หัก ณ ที่จ่าย: the sheet that goes before the list of a month's return.
import { documentsText, signer } from '../../documents/index.ts'
import { formatMoney, sum, type Money } from '../../platform/money.ts'
import { lineTable, type LineTable, type PrintHead, type Signatures, type SummaryList } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { withholdingPaths } from '../payment.paths.ts'
import { inThaiDigits } from '../purchase-desk/purchase-desk.view.ts'
import { type TaxPayer } from '../tax-payer/tax-payer.ts'
import { type FormReturn } from '../tax-remittance/tax-remittance.ts'
import { type YearPerson } from '../tax-year/tax-year.ts'
import { withholdingText } from '../withholding.text.ts'
import { type Month } from '../withholding/withholding.ts'

const blank = documentsText.print.blankName
const { cover: text, remittance: { lines, paper, unit, sum: sumLabel } } = withholdingText

export interface CoverPaper extends PageModel {
  readonly printHead: PrintHead
  readonly summaryList: SummaryList
  readonly lineTable: LineTable
  readonly signatures: Signatures
}

export interface Covered {
  readonly month: Month
  readonly office: string
  readonly payer: TaxPayer | undefined
}

export function coverPaper({ form, rows, base, tax }: FormReturn, { month, ...whose }: Covered): CoverPaper {
  const incomes = [...new Set(rows.map(({ incomeType }) => incomeType))].sort()
  return paperOf({
    ...whose, form, law: text.laws[form] ?? text.law, backHref: `${withholdingPaths.returns}?${new URLSearchParams({ month: month.typed })}`, time: { label: paper.month, text: month.name },
    people: peopleIn(rows), base, tax, rows: incomes.map((income, index) => {
      const own = rows.filter(({ incomeType }) => incomeType === income)
      return [`${index + 1}. ${income}`, peopleIn(own), formatMoney(sum(own.map((row) => row.base))), formatMoney(sum(own.map((row) => row.amount)))]
    }),
  })
}

export interface CoveredYear extends Omit<Covered, 'month'> {
  readonly year: number
  readonly people: readonly YearPerson[]
}

/** ภ.ง.ด.1ก: who was paid in the year, taxed or not. */
export function yearCoverPaper({ year, people, ...whose }: CoveredYear): CoverPaper {
  const [count, base, tax] = [String(people.length), sum(people.map(({ income }) => income)), sum(people.map((person) => person.tax))]
  return paperOf({
    ...whose, form: withholdingText.certificate.yearly, law: text.yearLaw, backHref: `${withholdingPaths.yearly}?${new URLSearchParams({ taxYear: String(year) })}`,
    time: { label: withholdingText.yearly.year, text: String(year) }, people: count, base, tax, rows: [[text.yearIncome, count, formatMoney(base), formatMoney(tax)]],
  })
}

interface Cover extends Omit<Covered, 'month'> {
  readonly form: string
  readonly law: string
  readonly backHref: string
  readonly time: { readonly label: string; readonly text: string }
  readonly people: string
  readonly base: Money
  readonly tax: Money
  readonly rows: readonly string[][]
}

function paperOf({ form, law, backHref, office, payer, time, people, base, tax, rows }: Cover): CoverPaper {
  return {
    title: text.title(form), print: { backHref },
    ...inThaiDigits({
      printHead: { organisation: text.title(form), title: law, unit },
      summaryList: { items: [
        { label: text.payer, text: office }, { label: paper.taxId, text: payer?.taxId ?? blank }, { label: lines.branch, text: payer?.branch ?? blank },
        { label: paper.address, text: payer?.address ?? blank }, time, { label: text.filing, text: text.filings }, { label: text.attached, text: text.attachedCount(form, people) },
      ] },
      lineTable: lineTable({
        caption: text.summary, empty: '', columns: [
          { label: text.summary, kind: 'text', isRowHeader: true }, { label: paper.people, kind: 'number' }, { label: text.income, kind: 'money' }, { label: text.tax, kind: 'money' },
        ],
        rows, totals: [{ label: sumLabel, cells: [people, formatMoney(base), formatMoney(tax)] }, { label: text.surcharge, cells: ['', '', ''] }, { label: text.all, isGrand: true, cells: ['', '', formatMoney(tax)] }],
      }),
      signatures: { signers: [signer(paper.signer, null)] },
    }),
  }
}

/** ราย: who was paid three times in the month is one. */
function peopleIn(rows: FormReturn['rows']): string {
  return String(new Set(rows.map(({ payeeTaxId, payeeName }) => payeeTaxId || payeeName)).size)
}
