// Facts of money out, for the test that lets every rule of the house balance.
import { baht } from '../../src/platform/money.ts'
import { type ExpenditureEvents } from '../../src/expenditure/expenditure.posting.ts'
import { type EventSamples } from '../rules/rule-sets.ts'

const payable = { accountCode: '2102040110.001', subKey: '7' }

export const samples: EventSamples<ExpenditureEvents> = {
  'acceptance.accepted': [
    { lists: { costs: [{ accountCode: '1211010101.001', subKey: 'CON-00001/70', budgetLineId: '1', amount: baht('428000.00') }], owed: [{ accountCode: '2101010102.001', subKey: '7', amount: baht('428000.00') }] } },
    // Goods of two budget lines, one of them below the threshold of an asset.
    { lists: {
      costs: [{ accountCode: '1206100102.001', budgetLineId: '1', amount: baht('49000.00') }, { accountCode: '5104030206.001', budgetLineId: '2', amount: baht('7900.00') }],
      owed: [{ accountCode: '2101010101.001', subKey: '7', amount: baht('56900.00') }],
    } },
  ],
  'security.forfeited': [{ slots: { held: { accountCode: '2112010101.001', subKey: 'CON-00009/70' }, penalty: { accountCode: '4401040110.001', revenueCode: '41220010' } }, amounts: { forfeited: baht('25000.00') } }],
  'payment.posted': [
    { lists: {
      settled: [{ ...payable, amount: baht('10700.00') }], deductions: [{ accountCode: '2102040106.001', amount: baht('100.00') }],
      money: [{ accountCode: '1101030102.001', subKey: '1', amount: baht('10600.00') }],
    } },
    // All of it set off: no money moves.
    { lists: { settled: [{ ...payable, amount: baht('500.00') }], deductions: [{ accountCode: '4401040110.001', amount: baht('500.00') }], money: [] } },
  ],
  'payment.bounced': [{ lists: { money: [{ accountCode: '1101030102.001', subKey: '1', amount: baht('8000.00') }], owed: [{ ...payable, amount: baht('8000.00') }] } }],
  'grant.recognised': [{ lists: {
    advances: [{ accountCode: '2103010102.001', subKey: 'GRT-00001/70', amount: baht('298000.00') }], revenues: [{ accountCode: '4403010104.001', amount: baht('298000.00') }],
  } }],
  'claim.approved': [
    { lists: { costs: [{ accountCode: '5104020101.001', budgetLineId: '1', amount: baht('18250.75') }], owed: [{ ...payable, amount: baht('18250.75') }] } },
    // Two items of one type, one payee.
    { lists: {
      costs: [{ accountCode: '5104010112.001', budgetLineId: '1', amount: baht('600.00') }, { accountCode: '5104030207.001', budgetLineId: '2', amount: baht('400.00') }],
      owed: [{ ...payable, amount: baht('1000.00') }],
    } },
  ],
  'clearing.posted': [{
    slots: { loan: { accountCode: '1102010102.001', subKey: 'LON1' } }, amounts: { settled: baht('52400.00') },
    lists: { costs: [{ accountCode: '5102010199.001', budgetLineId: '1', amount: baht('52000.00') }, { accountCode: '5104010104.001', budgetLineId: '2', amount: baht('400.00') }] },
  }],
  'expense.corrected': [
    { lists: { right: [{ accountCode: '5104010107.001', budgetLineId: '2', amount: baht('4800.00') }], wrong: [{ accountCode: '5104010112.001', budgetLineId: '1', amount: baht('4800.00') }] } },
    // Of a closed year: goods that were booked as an expense.
    { lists: { right: [{ accountCode: '1206100102.001', amount: baht('49000.00') }], wrong: [{ accountCode: '3102010101.001', amount: baht('49000.00') }] } },
  ],
  'claim.waived': [
    { lists: { owed: [{ ...payable, amount: baht('8000.00') }], costs: [{ accountCode: '5104010112.001', budgetLineId: '1', amount: baht('8000.00') }] } },
    // Of an earlier year.
    { lists: { owed: [{ ...payable, amount: baht('600.00') }], costs: [{ accountCode: '3102010101.001', amount: baht('600.00') }] } },
  ],
}
