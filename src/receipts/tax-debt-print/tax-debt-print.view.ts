// One assessment on paper: what is assessed, how it was reckoned, what became of it, what is due.
import { signer } from '../../documents/index.ts'
import { formatThaiDate } from '../../platform/dates.ts'
import { formatMoney } from '../../platform/money.ts'
import { type DeskPaper } from '../desk-page/desk-page.view.ts'
import { taxDebtPaths as paths } from '../receipts.paths.ts'
import { receiptsText } from '../receipts.text.ts'
import { itemsOf } from '../receipts.view.ts'
import { taxDebtText as text } from '../tax-debt.text.ts'
import { balanceOf, debtNumber, shownState } from '../tax-debt/tax-debt.ts'
import { debtTables, taxName, type ShownDebt } from '../tax-debt/tax-debt.view.ts'

const { columns, fields } = text

export function debtPaper(shown: Omit<ShownDebt, 'trail' | 'isAlone' | 'yearToSetUp'>, mark: string): DeskPaper {
  const { debt, day, officer } = shown
  const number = debtNumber(debt)
  return {
    title: text.title(number), print: { backHref: paths.show(debt.id) },
    printHead: {
      organisation: officer.organisationName, title: text.paperTitle, asOf: text.asOf(formatThaiDate(day)), unit: receiptsText.unit,
      facts: [
        { label: columns.number, text: number }, { label: columns.state, text: text.states[shownState(debt, day)].text }, { label: fields.taxKind, text: taxName(debt) },
        ...itemsOf([
          [fields.taxpayer, `${debt.taxpayer.key} ${debt.taxpayer.name}`], [fields.address, debt.taxpayer.address], [fields.notice, formatThaiDate(debt.noticeDate)],
          [fields.dueDate, formatThaiDate(debt.dueDate)], [fields.warnedOn, debt.warned ? formatThaiDate(debt.warned.on) : ''], [fields.remark, debt.remark],
        ]).map((item) => ({ label: item.label, text: item.text })),
        ...([[columns.assessed, debt.assessed], [columns.discount, debt.discount], [columns.paid, debt.paid], [columns.writtenOff, debt.writtenOff], [columns.balance, balanceOf(debt)]] as const)
          .map(([label, amount]) => ({ label, text: formatMoney(amount) })),
        { label: receiptsText.copy, text: mark },
      ],
    },
    tables: debtTables(shown), lines: [], signatures: { signers: [signer(fields.preparer, debt.preparer)] },
  }
}
