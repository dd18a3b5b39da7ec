// Totals by income and by place of the money, as slips and summaries show them.
import { lineTable, type LineTable } from '../../platform/http/components.ts'
import { formatMoney, sum } from '../../platform/money.ts'
import { receiptsText } from '../receipts.text.ts'
import { byAccount, type IncomeTotal, type MoneyPlace } from './money-in.ts'

const text = receiptsText.moneyIn

export function incomeTable(incomes: readonly IncomeTotal[]): LineTable {
  return lineTable({
    caption: text.byIncome, empty: text.none, columns: [
      { label: text.code, kind: 'code', isRowHeader: true }, { label: text.income, kind: 'text' }, { label: text.amount, kind: 'money' },
    ],
    rows: incomes.map((income) => [income.incomeCode, { text: income.name, note: income.keyName || undefined }, formatMoney(income.amount)]),
    totals: [{ label: receiptsText.sum, isGrand: true, cells: [formatMoney(sum(incomes.map((income) => income.amount)))] }],
  })
}

export function accountTable(incomes: readonly IncomeTotal[]): LineTable {
  return lineTable({
    caption: text.byAccount, empty: text.none, columns: [
      { label: text.accountCode, kind: 'code', isRowHeader: true }, { label: text.account, kind: 'text' },
      { label: text.amount, kind: 'money' },
    ],
    rows: byAccount(incomes).map((account) => [account.accountCode, account.accountName, formatMoney(account.amount)]),
    totals: [{ label: receiptsText.sum, isGrand: true, cells: [formatMoney(sum(incomes.map((income) => income.amount)))] }],
  })
}

export function placeTable(places: readonly MoneyPlace[]): LineTable {
  return lineTable({
    caption: text.byPlace, empty: text.none, columns: [
      { label: text.means, kind: 'text' }, { label: text.place, kind: 'text', isRowHeader: true }, { label: text.amount, kind: 'money' },
    ],
    rows: places.map((place) => [receiptsText.means[place.means], placeName(place), formatMoney(place.amount)]),
    totals: [{ label: receiptsText.sum, isGrand: true, cells: [formatMoney(sum(places.map((place) => place.amount)))] }],
  })
}

function placeName({ means, bank }: MoneyPlace): string {
  if (bank === null) return text.safe
  return means === 'cash' || means === 'cheque' ? text.paidIn(`${bank.name} ${bank.accountNumber}`) : `${bank.name} ${bank.accountNumber}`
}
