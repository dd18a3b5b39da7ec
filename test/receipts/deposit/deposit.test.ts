import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'
import { registerRows, rowsAfter, type Deposit, type DepositKind } from '../../../src/receipts/deposit/deposit.ts'

const kind = (code: string, accountCode: string): DepositKind => ({ code, name: code, accountCode, subKind: 'deposit' })
const [bids, other] = [kind('DP11', '2112010199.001'), kind('DP99', '2111020199.999')]
const item = (of: DepositKind, key: string): Deposit => ({
  organisationId: '1', id: key, version: 1, kind: of, key, depositor: 'ก', depositorNumber: '', reference: 'ข', dueDate: null, remark: '',
})
const balance = (accountCode: string, key: string) => (
  { accountCode, kind: 'deposit', key, debit: baht('0'), credit: baht('5'), firstDay: calendarDate('2026-10-01'), lastDay: calendarDate('2026-10-01') })
const places = (rows: ReturnType<typeof rowsAfter>) => rows.map((row) => `${row.kind.code} ${row.key ?? ''}`)

describe('the register of deposits', () => {
  const rows = registerRows({
    kinds: [other, bids], items: [item(bids, 'DEP-00003/70'), item(bids, 'DEP-00001/70'), item(other, 'DEP-00002/70')],
    balances: [balance(bids.accountCode, 'CON-00001/70')], names: new Map(),
  })

  it('stands in the order of kinds and keys, whoever made the key', () => {
    expect(places(rows)).toEqual(['DP11 CON-00001/70', 'DP11 DEP-00001/70', 'DP11 DEP-00003/70', 'DP99 DEP-00002/70'])
  })

  it('goes on after the last row of the page before, though that row is gone meanwhile', () => {
    expect(places(rowsAfter(rows, undefined))).toHaveLength(4)
    expect(places(rowsAfter(rows, { kind: 'DP11', key: 'DEP-00001/70' }))).toEqual(['DP11 DEP-00003/70', 'DP99 DEP-00002/70'])
    expect(places(rowsAfter(rows, { kind: 'DP11', key: 'DEP-00002/70' }))).toEqual(['DP11 DEP-00003/70', 'DP99 DEP-00002/70'])
    expect(places(rowsAfter(rows, { kind: 'DP99', key: 'DEP-00002/70' }))).toEqual([])
  })
})
