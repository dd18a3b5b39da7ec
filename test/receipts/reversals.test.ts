import { describe, expect, it } from 'vitest'
import { acceptanceLifecycle } from '../../src/expenditure/acceptance/acceptance.ts'
import { type Officer } from '../../src/platform/database/work.ts'
import { entryLifecycle } from '../../src/receipts/money-entry/money-entry.ts'
import { payInLifecycle } from '../../src/receipts/pay-in/pay-in.ts'
import { summaryLifecycle } from '../../src/receipts/remittance-summary/remittance-summary.ts'
import { runLifecycle } from '../../src/receipts/tax-run/tax-run.ts'

/** With every right that any step asks for. */
const officer = { userId: '7', provisional: false, permissions: { has: () => true } } as unknown as Officer

describe('what is in the books', () => {
  it.each([
    ['a money entry', entryLifecycle.allows(officer, { state: 'posted', authorId: '7' }), entryLifecycle.allows(officer, { state: 'posted', authorId: '8' })],
    ['a pay-in', payInLifecycle.allows(officer, { state: 'paid-in', authorId: '7' }), payInLifecycle.allows(officer, { state: 'paid-in', authorId: '8' })],
    ['a summary of a day', summaryLifecycle.allows(officer, { state: 'confirmed', authorId: '7' }), summaryLifecycle.allows(officer, { state: 'confirmed', authorId: '8' })],
    ['a run over the taxes', runLifecycle.allows(officer, { state: 'posted', authorId: '7' }), runLifecycle.allows(officer, { state: 'posted', authorId: '8' })],
    ['an acceptance', acceptanceLifecycle.allows(officer, { state: 'accepted', authorId: '7' }), acceptanceLifecycle.allows(officer, { state: 'accepted', authorId: '8' })],
  ])('%s is undone by another than who prepared it (INV-13)', (_name, own, others) => {
    expect(own).not.toContain('reverse')
    expect(others).toContain('reverse')
  })
})
