// Facts of the budget's events, for the test that lets every rule of the house balance.
import { type GrantClosed } from '../../src/budget/budget.posting.ts'
import { baht } from '../../src/platform/money.ts'
import { type EventSamples } from '../rules/rule-sets.ts'

export const samples: EventSamples<{ 'grant.closed': GrantClosed }> = {
  'grant.closed': [{ slots: { grant: { accountCode: '2103010102.001', subKey: 'GRN-00001/70' } }, amounts: { left: baht('2000.00') } }],
}
