// Facts of a year's end, for the test that lets every rule of the house balance.
import { baht, zero } from '../../src/platform/money.ts'
import { type ClosingEvents } from '../../src/ledger/ledger.posting.ts'
import { type EventSamples } from '../rules/rule-sets.ts'

const tax = { accountCode: '4401010104.001', amount: baht('354300.00') }
const salaries = { accountCode: '5101010101.001', amount: baht('2160000.00') }
/** ‘accounts with abnormal side take the other side’: an allowance that fell. */
const doubtful = { accountCode: '5108010107.005', amount: baht('2820.00') }

export const samples: EventSamples<ClosingEvents> = {
  'closing.revenue': [{ amounts: { surplus: baht('354300.00'), deficit: zero }, lists: { debits: [tax], credits: [] } }],
  'closing.expense': [
    { amounts: { surplus: zero, deficit: baht('2157180.00') }, lists: { debits: [doubtful], credits: [salaries] } },
    // Nothing but an expense on its wrong side.
    { amounts: { surplus: baht('2820.00'), deficit: zero }, lists: { debits: [doubtful], credits: [] } },
  ],
  'closing.result': [
    // S75
    { amounts: { surplus: baht('3781886.17'), deficit: zero } },
    { amounts: { surplus: zero, deficit: baht('12.50') } },
  ],
  // S76
  'closing.reserve': [{ amounts: { reserve: baht('404508.87') } }],
  // S77
  'closing.audit': [{ amounts: { surplus: zero, deficit: baht('3210.00') }, lists: { debits: [], credits: [{ accountCode: '5104010107.001', amount: baht('3210.00') }] } }],
}
