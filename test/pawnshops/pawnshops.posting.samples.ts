// Facts of a pawnshop's day, for the test that lets every rule of the house balance.
import { baht, zero } from '../../src/platform/money.ts'
import { type MoneyReceived, type PledgesForfeited, type ProfitShared } from '../../src/pawnshops/pawnshops.posting.ts'
import { type EventSamples } from '../rules/rule-sets.ts'

const nothing = { received: zero, principal: zero, interest: zero, accrued: zero, cost: zero, gain: zero, loss: zero }
const cash = { accountCode: '1101010101.001' }

export const samples: EventSamples<{
  'pawn-receipt.posted': MoneyReceived
  'pawn-voucher.posted': { readonly amounts: { readonly lent: ReturnType<typeof baht> } }
  'forfeiture.posted': PledgesForfeited
  'profit.shared': ProfitShared
}> = {
  'pawn-receipt.posted': [
    // Redeemed, part of the interest earned before (W2).
    { slots: { place: cash }, amounts: { ...nothing, received: baht('10350.00'), principal: baht('10000.00'), interest: baht('250.00'), accrued: baht('100.00') }, lists: { takings: [] } },
    // Sold with gain and with loss, never netted (W6).
    { slots: { place: cash }, amounts: { ...nothing, received: baht('70500.00'), cost: baht('65000.00'), gain: baht('7000.00'), loss: baht('1500.00') }, lists: { takings: [] } },
    // Borrowed from the LAO, into the bank (W11).
    {
      slots: { place: { accountCode: '1101030101.001', bankAccountId: '1' } }, amounts: { ...nothing, received: baht('2000000.00') },
      lists: { takings: [{ accountCode: '2203010101.001', counterpartyId: '1', amount: baht('2000000.00') }] },
    },
  ],
  'pawn-voucher.posted': [{ amounts: { lent: baht('58500.00') } }],
  'forfeiture.posted': [{ amounts: { principal: baht('45000.00'), accrued: zero } }, { amounts: { principal: baht('45000.00'), accrued: baht('600.00') } }],
  'profit.shared': [{
    slots: { local: { accountCode: '3102010101.006', counterpartyId: '1' } },
    amounts: { profit: baht('500000.00'), local: baht('150000.00'), capital: baht('250000.00'), bonus: baht('100000.00') },
  }],
}
