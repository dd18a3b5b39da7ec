// แบบยื่นรายการภาษีเงินได้หัก ณ ที่จ่าย: the sheet that goes before the list of a month's return.
import { signer } from '../../documents/index.ts'
import { formatMoney, sum } from '../../platform/money.ts'
import { lineTable, type LineTable, type PrintHead, type Signatures, type SummaryList } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { withholdingPaths } from '../payment.paths.ts'
import { inThaiDigits } from '../purchase-desk/purchase-desk.view.ts'
import { type TaxPayer } from '../tax-payer/tax-payer.ts'
import { type FormReturn } from '../tax-remittance/tax-remittance.ts'
import { withholdingText } from '../withholding.text.ts'
import { type Month } from '../withholding/withholding.ts'

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

export function coverPaper({ form, rows, base, tax }: FormReturn, { month, office, payer }: Covered): CoverPaper {
  const incomes = [...new Set(rows.map(({ incomeType }) => incomeType))].sort()
  const totals = [peopleIn(rows), formatMoney(base), formatMoney(tax)]
  return {
    title: text.title(form), print: { backHref: `${withholdingPaths.returns}?${new URLSearchParams({ month: month.typed })}` },
    ...inThaiDigits({
      printHead: { organisation: text.title(form), title: text.laws[form] ?? text.law, unit },
      summaryList: { items: [
        { label: text.payer, text: office }, { label: paper.taxId, text: payer?.taxId ?? withholdingText.certificate.noPayer }, { label: lines.branch, text: payer?.branch ?? '' },
        { label: paper.address, text: payer?.address ?? '' }, { label: paper.month, text: month.name }, { label: text.filing, text: text.filings }, { label: text.attached, text: text.attachedCount(form, peopleIn(rows)) },
      ] },
      lineTable: lineTable({
        caption: text.summary, empty: '', columns: [
          { label: text.summary, kind: 'text', isRowHeader: true }, { label: paper.people, kind: 'number' }, { label: text.income, kind: 'money' }, { label: text.tax, kind: 'money' },
        ],
        rows: incomes.map((income, index) => {
          const own = rows.filter(({ incomeType }) => incomeType === income)
          return [`${index + 1}. ${income}`, peopleIn(own), formatMoney(sum(own.map((row) => row.base))), formatMoney(sum(own.map((row) => row.amount)))]
        }),
        totals: [{ label: sumLabel, cells: totals }, { label: text.surcharge, cells: ['', '', ''] }, { label: text.all, isGrand: true, cells: ['', '', formatMoney(tax)] }],
      }),
      signatures: { signers: [signer(paper.signer, null)] },
    }),
  }
}

/** ราย: who was paid three times in the month is one. */
function peopleIn(rows: FormReturn['rows']): string {
  return String(new Set(rows.map(({ payeeTaxId, payeeName }) => payeeTaxId || payeeName)).size)
}
