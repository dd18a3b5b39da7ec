// A rule for the tests of the ledger itself: money collected and banked.
import { creditEach, debit, postVoucher, rules, type Posted, type Slot, type SlotAmount } from '../../src/ledger/index.ts'
import { calendarDate, type CalendarDate } from '../../src/platform/dates.ts'
import { baht, sum, type Money } from '../../src/platform/money.ts'
import { type OfficerWork } from '../../src/platform/database/work.ts'
import { type Counter } from '../support/world.ts'

interface Collected {
  readonly slots: { readonly bank: Slot }
  readonly amounts: { readonly banked: Money }
  readonly lists: { readonly revenues: readonly SlotAmount[] }
}

export const collectedRules = rules<{ 'money.collected': Collected }>({
  'money.collected': { lines: [debit('bank').of('banked'), creditEach('revenues')] },
})

export const savings = '1101030102.001'
/** ภาษีที่ดินและสิ่งปลูกสร้าง of an LAO, ค่าธรรมเนียมการศึกษา of a school. */
export const landTax = '4401010104.001'
export const schoolIncome = '4404050101.001'
export const aDay = calendarDate('2026-11-10')

export interface Collection {
  readonly sourceId: string
  readonly amount?: string
  readonly account?: string
  readonly date?: CalendarDate
  readonly type?: 'RV' | 'OB' | 'JV'
  readonly revenues?: readonly SlotAmount[]
  readonly samePerson?: 'small-unit'
}

export function collect(work: OfficerWork, office: Counter, given: Collection): Promise<Posted> {
  const revenues = given.revenues ?? [{ accountCode: given.account ?? landTax, amount: baht(given.amount ?? '100.00') }]
  return postVoucher(work, {
    rules: collectedRules, event: 'money.collected', type: given.type ?? 'RV', documentDate: given.date ?? aDay,
    facts: {
      slots: { bank: { accountCode: savings, bankAccountId: office.bankAccountId } },
      amounts: { banked: sum(revenues.map((line) => line.amount)) }, lists: { revenues },
    },
    source: { kind: 'remittance-summary', id: given.sourceId }, description: 'รับเงินประจำวัน', preparedBy: office.maker.userId, samePerson: given.samePerson,
  })
}
