// บัญชีการจ่าย and the slips of a run, on A4.
import { signer } from '../../documents/index.ts'
import { bahtText } from '../../platform/baht-text.ts'
import { formatThaiDate } from '../../platform/dates.ts'
import { lineTable, type LineTable, type PrintHead, type Signatures } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { formatMoney } from '../../platform/money.ts'
import { toThaiDigits } from '../../platform/thai.ts'
import { monthName } from '../month/month.ts'
import { payRunPaths as paths } from '../pay-run.paths.ts'
import { payRunText as text } from '../pay-run.text.ts'
import { figuresOf, type Run, type RunPerson } from '../pay-run/pay-run.ts'
import { numberText, titleOf } from '../pay-run/pay-run.view.ts'

const { columns, paper, slip } = text
const thai = toThaiDigits

export interface RunPaper extends PageModel {
  readonly print: { readonly backHref: string }
  readonly printHead: PrintHead
  readonly lineTable: LineTable
  readonly words: string
  readonly signatures: Signatures
}

export function runPaper(run: Run, mark: string): RunPaper {
  const title = paper.title(text.kinds[run.kind])
  return {
    title, print: { backHref: paths.show(run.id) },
    printHead: {
      organisation: run.organisationName, title, unit: text.unit, facts: [
        { label: paper.month, text: thai(monthName(run.month)) }, { label: paper.number, text: thai(numberText(run)) }, { label: columns.payDate, text: thai(formatThaiDate(run.payDate)) },
        { label: paper.copy, text: run.number === null ? text.states.draft.text : mark },
      ],
    },
    lineTable: lineTable({
      caption: title, captionHidden: true, empty: text.people.empty,
      columns: [
        { label: columns.order, kind: 'number' }, { label: columns.name, kind: 'text', isRowHeader: true }, { label: columns.position, kind: 'text' }, { label: columns.gross, kind: 'money' },
        { label: columns.deducted, kind: 'money' }, { label: columns.net, kind: 'money' }, { label: paper.received, kind: 'signature' },
      ],
      rows: run.persons.map((person, index) => {
        const { gross, deducted, net } = figuresOf(person)
        return [thai(String(index + 1)), person.name, person.position, thai(formatMoney(gross)), thai(formatMoney(deducted)), thai(formatMoney(net)), thai(person.accountNumber)]
      }),
      totals: [{ label: text.sum, isGrand: true, cells: [thai(formatMoney(run.gross)), thai(formatMoney(run.deducted)), thai(formatMoney(run.net)), ''] }],
    }),
    words: bahtText(run.net), signatures: { signers: [signer(paper.signers.preparer, run.author), signer(paper.signers.approver, run.approver)] },
  }
}

export interface Slip {
  readonly printHead: PrintHead
  readonly pays: LineTable
  readonly deductions: LineTable
  readonly net: string
  readonly words: string
  readonly account: string
}

export interface SlipsPaper extends PageModel {
  readonly print: { readonly backHref: string }
  readonly slips: readonly Slip[]
  readonly netLabel: string
}

export function slipsPaper(run: Run, banks: ReadonlyMap<string, string>): SlipsPaper {
  return { title: titleOf(run), print: { backHref: paths.show(run.id) }, netLabel: slip.net, slips: run.persons.map((person, place) => slipOf(run, person, { banks, isFurther: place > 0 })) }
}

function slipOf(run: Run, person: RunPerson, { banks, isFurther }: { readonly banks: ReadonlyMap<string, string>; readonly isFurther: boolean }): Slip {
  const { gross, deducted, net } = figuresOf(person)
  const title = run.kind === 'welfare' ? slip.welfareTitle : slip.title
  return {
    printHead: {
      isFurther, organisation: run.organisationName, title, unit: text.unit, facts: [
        { label: columns.name, text: person.name }, { label: columns.position, text: thai(person.position) }, { label: slip.month, text: thai(monthName(run.month)) },
        { label: slip.payDate, text: thai(formatThaiDate(run.payDate)) },
      ],
    },
    pays: sideTable(person, { side: 'pay', caption: slip.pays, total: formatMoney(gross) }), deductions: sideTable(person, { side: 'deduction', caption: slip.deductions, total: formatMoney(deducted) }),
    net: thai(formatMoney(net)), words: bahtText(net),
    account: person.accountNumber === '' ? slip.noAccount : slip.account(banks.get(person.bankCode) ?? person.bankCode, thai(person.accountNumber)),
  }
}

function sideTable({ items }: RunPerson, { side, caption, total }: { readonly side: 'pay' | 'deduction'; readonly caption: string; readonly total: string }): LineTable {
  return lineTable({
    caption, empty: slip.none, columns: [{ label: text.items.title, kind: 'text', isRowHeader: true }, { label: text.items.amount, kind: 'money' }],
    rows: items.filter((item) => item.side === side).map(({ title, amount }) => [thai(title), thai(formatMoney(amount))]), totals: [{ label: text.sum, isGrand: true, cells: [thai(total)] }],
  })
}
