import { expect, it } from 'vitest'
import { fineDue, fineOwed, finesOf, type FinedDelivery } from '../../../src/expenditure/contract-fine/contract-fine.ts'
import { baht, zero } from '../../../src/platform/money.ts'

const delivery = (id: string, fine: string, given: Partial<FinedDelivery> = {}): FinedDelivery => ({ id, fine: baht(fine), deducted: zero, isClaimed: false, ...given })
const first = delivery('1', '15000', { deducted: baht('9906.54'), isClaimed: true })
const fines = (deliveries: readonly FinedDelivery[], given: { deducted?: string; received?: string } = {}) => ({ deliveries, deducted: baht(given.deducted ?? '0'), received: baht(given.received ?? '0') })

it('what the claim of a delivery could not bear is due with the next one, and with the one after that no more than is left', () => {
  expect(fineDue(fines([first, delivery('2', '0')], { deducted: '9906.54' }), '2')).toBe(baht('5093.46'))
  expect(fineDue(fines([first, delivery('2', '100')], { deducted: '9906.54' }), '2')).toBe(baht('5193.46'))
  expect(fineDue(fines([first, delivery('2', '0', { deducted: baht('5000'), isClaimed: true }), delivery('3', '0')], { deducted: '14906.54' }), '3')).toBe(baht('93.46'))
})

it('a delivery that is still to be claimed bears its own fine', () => {
  expect(fineDue(fines([delivery('1', '300'), delivery('2', '0')]), '2')).toBe(zero)
  expect(fineDue(fines([delivery('1', '300'), delivery('2', '40')]), '2')).toBe(baht('40'))
  expect(fineDue(fines([delivery('1', '300', { deducted: baht('200') }), delivery('2', '0')], { deducted: '200' }))).toBe(zero)
})

it('cash settles it, and more than is owed is owed to nobody', () => {
  const settled = fines([first], { deducted: '9906.54', received: '5000' })
  expect([fineOwed(finesOf(settled)), fineDue(settled)]).toEqual([baht('93.46'), baht('93.46')])
  expect(fineOwed(finesOf(fines([first], { deducted: '9906.54', received: '6000' })))).toBe(zero)
})
