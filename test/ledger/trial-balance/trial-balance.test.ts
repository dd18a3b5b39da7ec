import { describe, expect, it } from 'vitest'
import { baht, zero } from '../../../src/platform/money.ts'
import { trialBalance, withCarried, type AccountSums } from '../../../src/ledger/trial-balance/trial-balance.ts'

const sums = (code: string, amounts: readonly [string, string, string, string]): AccountSums => ({
  code, name: code, broughtDebit: baht(amounts[0]), broughtCredit: baht(amounts[1]), debit: baht(amounts[2]), credit: baht(amounts[3]),
})

const nothing = { debit: zero, credit: zero }

describe('a trial balance', () => {
  it('shows what was brought and carried net on one side, and what moved gross on both', () => {
    const { rows } = trialBalance([sums('bank', ['500', '200', '80', '50']), sums('income', ['0', '300', '0', '30'])], { withZeroRows: false })
    expect(rows).toEqual([
      { code: 'bank', name: 'bank', brought: { debit: baht('300'), credit: zero }, moved: { debit: baht('80'), credit: baht('50') }, carried: { debit: baht('330'), credit: zero }, before: nothing },
      { code: 'income', name: 'income', brought: { debit: zero, credit: baht('300') }, moved: { debit: zero, credit: baht('30') }, carried: { debit: zero, credit: baht('330') }, before: nothing },
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

  it('shows beside each account what it carried a year earlier, also where nothing is left of it', () => {
    const { rows, totals } = trialBalance([sums('bank', ['500', '0', '0', '100'])], { withZeroRows: false, before: [sums('bank', ['0', '0', '500', '0']), sums('old', ['0', '70', '20', '0'])] })
    expect(rows.map(({ code, carried, before }) => ({ code, carried, before }))).toEqual([
      { code: 'bank', carried: { debit: baht('400'), credit: zero }, before: { debit: baht('500'), credit: zero } },
      { code: 'old', carried: nothing, before: { debit: zero, credit: baht('50') } },
    ])
    expect(totals.before).toEqual({ debit: baht('500'), credit: baht('50') })
  })

  it('takes over the end of the years before on the side where it stood', () => {
    const accounts = withCarried([sums('1', ['0', '0', '10', '0']), sums('3', ['0', '0', '0', '0'])], [
      { code: '2', name: '2', net: baht('-40') }, { code: '1', name: '1', net: baht('40') },
    ])
    expect(accounts.map(({ code, broughtDebit, broughtCredit }) => [code, broughtDebit, broughtCredit])).toEqual([
      ['1', baht('40'), zero], ['2', zero, baht('40')], ['3', zero, zero],
    ])
  })
})
