// Facts of a day's receipts, for the test that lets every rule of the house balance.
import { baht, zero } from '../../src/platform/money.ts'
import { type BouncedFacts, type EntryFacts, type EntryKind, type WrittenOff } from '../../src/receipts/money-entry/money-entry.ts'
import { type AllowanceMoved, type DayConfirmed, type DebtorsSetUp, type PaidIn } from '../../src/receipts/receipts.posting.ts'
import { type EventSamples } from '../rules/rule-sets.ts'

const savings = { accountCode: '1101030102.001', bankAccountId: '1' }
const current = { accountCode: '1101030101.001', bankAccountId: '2' }

type Events = Readonly<Record<`money-entry.${Exclude<EntryKind, 'write-off' | 'bounce'>}`, EntryFacts>> & {
  'remittance-summary.confirmed': DayConfirmed
  'pay-in.paid': PaidIn
  'money-entry.write-off': WrittenOff
  'money-entry.bounce': BouncedFacts
  'tax-run.set-up': DebtorsSetUp
  'tax-run.allowance': AllowanceMoved
}

const security = { accountCode: '2112010101.001', subKey: 'DEP-00001/70' }
const entry = (target: EntryFacts['slots']['target']): EntryFacts => ({ slots: { deposit: security, target }, amounts: { amount: baht('10000.00') } })
const nowhere = entry({ accountCode: '' })

export const samples: EventSamples<Events> = {
  'remittance-summary.confirmed': [
    // All of it banked the same day, in two accounts (R1).
    {
      amounts: { kept: zero },
      lists: {
        banks: [{ ...savings, amount: baht('700.25') }, { ...current, amount: baht('300.00') }],
        incomes: [{ accountCode: '4401010104.001', revenueCode: '41100003', amount: baht('1000.25') }],
      },
    },
    // Cash kept overnight (R2).
    { amounts: { kept: baht('50.00') }, lists: { banks: [], incomes: [{ accountCode: '4401010103.001', amount: baht('50.00') }] } },
    // Some kept, some banked; a deposit taken beside revenue (R1, R2, R9).
    {
      amounts: { kept: baht('20.00') },
      lists: {
        banks: [{ ...savings, amount: baht('5000.00') }],
        incomes: [{ accountCode: '4401010103.001', amount: baht('20.00') }, { accountCode: '2112010101.001', amount: baht('5000.00') }],
      },
    },
  ],
  'pay-in.paid': [
    // Cash kept overnight, carried to the bank the next day (R3).
    { amounts: { fromHand: baht('800.00') }, lists: { to: [{ ...savings, amount: baht('800.00') }], from: [] } },
    // From one own account to another (P23).
    { amounts: { fromHand: zero }, lists: { to: [{ ...current, amount: baht('50000.00') }], from: [{ ...savings, amount: baht('50000.00') }] } },
  ],
  // R10, R8, R13, R15, P34.
  'money-entry.forfeit': [entry({ accountCode: '4401040110.001', revenueCode: '41220010' })],
  'money-entry.transfer': [entry({ accountCode: '2111020199.999', subKey: 'DEP-00002/70' })],
  'money-entry.identify': [entry({ accountCode: '4401060102.001', revenueCode: '41300002' })],
  'money-entry.over': [nowhere],
  'money-entry.short': [nowhere],
  'money-entry.charge': [nowhere],
  // S79: 4,500 of which the allowance bears 3,000.
  'money-entry.write-off': [{
    slots: { allowance: { accountCode: '1102050123.005' }, badDebt: { accountCode: '5108010101.005' }, debtor: { accountCode: '1102050194.004', subKey: 'TP-77' } },
    amounts: { amount: baht('4500'), covered: baht('3000'), uncovered: baht('1500') },
  }],
  // RE-7: the payer owes the cheque that came back.
  'money-entry.bounce': [{ slots: { debtor: { accountCode: '1102050194.999', subKey: 'TP-00009/70' }, bank: savings }, amounts: { amount: baht('1250') } }],
  // S74: unpaid assessments, and an allowance that falls.
  'tax-run.set-up': [{ lists: {
    debtors: [{ accountCode: '1102050194.004', subKey: 'TP-77', amount: baht('41800') }], revenues: [{ accountCode: '4401010104.001', revenueCode: '41100009', amount: baht('41800') }],
  } }],
  'tax-run.allowance': [{ lists: { debits: [{ accountCode: '1102050123.005', amount: baht('2820') }], credits: [{ accountCode: '5108010107.005', amount: baht('2820') }] } }],
}
