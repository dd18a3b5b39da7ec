import { describe, expect, it } from 'vitest'
import { linesOf, roleNames } from '../../src/ledger/index.ts'
import { readDataFile } from '../../src/platform/database/reference.ts'
import { sum } from '../../src/platform/money.ts'
import { seededRoles } from '../ledger/roles.ts'
import { findRuleSets, misplacedRules } from './rule-sets.ts'

const sets = await findRuleSets()
const postable = new Set(readDataFile('chart-of-accounts.csv').filter((row) => row.postable === 'yes').map((row) => row.code))

describe('the posting rules of the house', () => {
  it('stand in files that this test finds', () => {
    expect(misplacedRules()).toEqual([])
    expect(sets.map((set) => set.file)).toContain('receipts/receipts.posting.ts')
  })

  it.each(sets)('$file has rules, and a sample for every event', ({ rules, samples }) => {
    expect(Object.keys(rules)).not.toEqual([])
    expect(Object.keys(samples).sort()).toEqual(Object.keys(rules).sort())
    expect(Object.values(samples).every((facts) => facts.length > 0)).toBe(true)
  })

  it('name roles, and every role has its account', () => {
    expect(Object.keys(seededRoles).sort()).toEqual([...roleNames].sort())
    expect(Object.values(seededRoles).filter((code) => !postable.has(code))).toEqual([])
  })

  const cases = sets.flatMap(({ rules, samples }) => Object.entries(rules).flatMap(([event, rule]) => (samples[event] ?? []).map((facts) => ({ event, rule, facts }))))

  it.each(cases)('$event balances and names accounts that take lines', ({ rule, facts }) => {
    const lines = linesOf(rule, facts, seededRoles)
    const side = (wanted: 'D' | 'C') => sum(lines.filter((line) => line.side === wanted).map((line) => line.amount))
    expect(side('D')).toBe(side('C'))
    expect(side('D')).toBeGreaterThan(0n)
    expect(lines.filter((line) => !postable.has(line.accountCode))).toEqual([])
  })
})
