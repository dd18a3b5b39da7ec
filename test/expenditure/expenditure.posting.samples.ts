// Facts of money out, for the test that lets every rule of the house balance.
import { baht } from '../../src/platform/money.ts'
import { type ExpenditureEvents } from '../../src/expenditure/expenditure.posting.ts'
import { type EventSamples } from '../rules/rule-sets.ts'

const payable = { accountCode: '2102040110.001', subKey: '7' }

export const samples: EventSamples<ExpenditureEvents> = {
  'claim.approved': [
    { lists: { costs: [{ accountCode: '5104020101.001', budgetLineId: '1', amount: baht('18250.75') }], owed: [{ ...payable, amount: baht('18250.75') }] } },
    // Two items of one type, one payee.
    { lists: {
      costs: [{ accountCode: '5104010112.001', budgetLineId: '1', amount: baht('600.00') }, { accountCode: '5104030207.001', budgetLineId: '2', amount: baht('400.00') }],
      owed: [{ ...payable, amount: baht('1000.00') }],
    } },
  ],
}
