// ฎีกาเบิกเงิน on paper: one A4 page, Thai digits, what the department asks and what treasury certifies.
import { signer } from '../../documents/index.ts'
import { bahtText } from '../../platform/baht-text.ts'
import { formatThaiDate } from '../../platform/dates.ts'
import { lineTable, type LineTable, type PrintHead, type Signatures, type TotalArguments } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney } from '../../platform/money.ts'
import { toThaiDigits } from '../../platform/thai.ts'
import { type Claim } from '../claim/claim.ts'
import { claimNumber, payeeOf } from '../claim/claim.view.ts'
import { claimText as text } from '../claim.text.ts'
import { claimPaths as paths } from '../expenditure.paths.ts'

const { paper, columns } = text

/** Where a line stands in the budget. */
export interface PlaceOfLine {
  readonly plan: string
  readonly task: string
  readonly category: string
  readonly item: string
  readonly name: string
}

export interface ClaimPaper extends PageModel {
  readonly printHead: PrintHead
  readonly payee: string
  /** What it is claimed for, and upon which bill. */
  readonly purpose: string
  readonly bill: string
  readonly lineTable: LineTable
  readonly words: string
  readonly remark: string
  readonly signatures: Signatures
  readonly receipt: { readonly heading: string; readonly text: string; readonly signatures: Signatures }
}

export function paperOf(claim: Claim, places: ReadonlyMap<string, PlaceOfLine>, mark: string): ClaimPaper {
  const thai = toThaiDigits
  const empty = paper.blank
  return {
    title: text.title(claimNumber(claim)), print: { backHref: paths.show(claim.id) },
    printHead: {
      organisation: claim.organisationName, title: paper.title, unit: paper.unit, facts: [
        { label: columns.number, text: thai(claimNumber(claim)) }, { label: columns.date, text: thai(formatThaiDate(claim.claimDate)) },
        { label: columns.department, text: claim.departmentName ?? claim.organisationName }, { label: columns.departmentNumber, text: thai(String(claim.departmentNumber ?? empty)) },
        { label: columns.treasuryNumber, text: thai(String(claim.treasuryNumber ?? empty)) }, { label: columns.treasuryDate, text: claim.treasuryDate === null ? empty : thai(formatThaiDate(claim.treasuryDate)) },
        { label: columns.kind, text: text.kinds[claim.kind] }, { label: paper.copy, text: claim.number === null ? paper.draft : mark },
      ],
    },
    payee: thai(claim.payees.length > 0 ? payeeOf(claim) : paper.payee(payeeOf(claim), claim.payeeTaxId ?? empty, claim.payeeAccountName)), purpose: thai(claim.title),
    bill: claim.invoiceNumber === '' ? '' : thai(paper.bill(claim.invoiceNumber, claim.invoiceDate === null ? empty : formatThaiDate(claim.invoiceDate))), lineTable: linesTable(claim, places),
    words: bahtText(claim.net), remark: claim.remark === '' ? '-' : claim.remark,
    signatures: { signers: [
      signer(paper.signers.preparer, claim.author), signer(paper.signers.endorser, claim.endorser), signer(paper.signers.checker, claim.checker), signer(paper.signers.approver, claim.approver),
    ] },
    receipt: { heading: paper.receipt, text: thai(paper.received(formatMoney(claim.net), bahtText(claim.net))), signatures: { signers: [signer(paper.signers.receiver, null), signer(paper.signers.payer, null)] } },
  }
}

function linesTable(claim: Claim, places: ReadonlyMap<string, PlaceOfLine>): LineTable {
  return lineTable({
    caption: text.lines.caption, captionHidden: true, empty: '', columns: [
      { label: paper.planTask, kind: 'text' }, { label: paper.category, kind: 'text' }, { label: columns.title, kind: 'text', isRowHeader: true }, { label: columns.amount, kind: 'money' },
    ],
    rows: claim.lines.map((line) => {
      const place = line.budgetLineId === null ? undefined : places.get(line.budgetLineId)
      return [
        place ? `${place.plan} / ${place.task}` : '', place ? `${place.category} / ${place.item}` : toThaiDigits(line.accountCode),
        toThaiDigits([place?.name ?? '', line.description].filter((part) => part !== '').join(' · ')),
        toThaiDigits(formatMoney(line.amount)),
      ]
    }),
    totals: totalsOf(claim),
  })
}

/** Gross, each deduction, what is left. */
function totalsOf({ gross, deductions, net }: Claim): TotalArguments[] {
  const row = (label: string, amount: typeof net) => ({ label, cells: [toThaiDigits(formatMoney(amount))] })
  return [
    row(text.figures.gross, gross), ...deductions.map((each) => row(paper.less(text.deductions[each.kind]), each.amount)), { ...row(text.figures.net, net), isGrand: true },
  ]
}
