import { describe, expect, it } from 'vitest'
import { baht, zero } from '../../../src/platform/money.ts'
import { trialBalance, type AccountSums } from '../../../src/ledger/trial-balance/trial-balance.ts'

const sums = (code: string, amounts: readonly [string, string, string, string]): AccountSums => ({
  code, name: code, broughtDebit: baht(amounts[0]), broughtCredit: baht(amounts[1]), debit: baht(amounts[2]), credit: baht(amounts[3]),
})

describe('a trial balance', () => {
  it('shows what was brought and carried net on one side, and what moved gross on both', () => {
    const { rows } = trialBalance([sums('bank', ['500', '200', '80', '50']), sums('income', ['0', '300', '0', '30'])], { withZeroRows: false })
    expect(rows).toEqual([
      { code: 'bank', name: 'bank', brought: { debit: baht('300'), credit: zero }, moved: { debit: baht('80'), credit: baht('50') }, carried: { debit: baht('330'), credit: zero } },
      { code: 'income', name: 'income', brought: { debit: zero, credit: baht('300') }, moved: { debit: zero, credit: baht('30') }, carried: { debit: zero, credit: baht('330') } },
    ])
  })

  it('turns an account to the other side when it falls below nothing', () => {
    const [row] = trialBalance([sums('bank', ['100', '0', '0', '150'])], { withZeroRows: false }).rows
    expect(row?.carried).toEqual({ debit: zero, credit: baht('50') })
  })

  it('leaves out accounts with nothing, unless asked; an account that moved to nothing stays', () => {
    const accounts = [sums('nothing', ['0', '0', '0', '0']), sums('settled', ['70', '70', '0', '0']), sums('moved', ['0', '0', '10', '10'])]
    expect(trialBalance(accounts, { withZeroRows: false }).rows.map((row) => row.code)).toEqual(['moved'])
    expect(trialBalance(accounts, { withZeroRows: true }).rows).toHaveLength(3)
  })
})
