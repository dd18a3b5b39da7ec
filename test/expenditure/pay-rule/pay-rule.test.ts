import { describe, expect, it } from 'vitest'
import { contribution, fitted } from '../../../src/expenditure/pay-rule/pay-rule.ts'
import { baht, formatMoney, minus, sum, zero } from '../../../src/platform/money.ts'

const rates = { percent: '5', floor: baht('1650.00'), ceiling: baht('17500.00') }
const order = ['TAX', 'SSO', 'COURT', 'KYS', 'COOP', 'OTHER']
const priorityOf = (code: string) => order.indexOf(code)

describe('the social security of one person', () => {
  it.each([['0.00', '0.00'], ['0.01', '83.00'], ['1650.00', '83.00'], ['14990.00', '750.00'], ['17490.00', '875.00'], ['17500.00', '875.00'], ['99999.99', '875.00'], ['10009.99', '500.00'], ['10010.00', '501.00']])(
    'a wage of %s pays %s', (wage, part) => {
      expect(formatMoney(contribution(baht(wage), rates))).toBe(part)
    })
})

describe('deductions that pay cannot bear', () => {
  const asked = [{ code: 'COOP', amount: baht('600.00') }, { code: 'TAX', amount: baht('300.00') }, { code: 'KYS', amount: baht('200.00') }]

  it('are kept in the order of the law, the last one in part, and what is missing is told', () => {
    const { kept, cut } = fitted(baht('1000.00'), asked, { priorityOf, floor: zero })
    expect(kept.map(({ code, amount }) => [code, formatMoney(amount)])).toEqual([['TAX', '300.00'], ['KYS', '200.00'], ['COOP', '500.00']])
    expect(cut.map(({ code, amount }) => [code, formatMoney(amount)])).toEqual([['COOP', '100.00']])
  })

  it('leave the floor, whatever is asked', () => {
    const [gross, floor] = [baht('1000.00'), baht('700.00')]
    const { kept, cut } = fitted(gross, asked, { priorityOf, floor })
    expect(minus(gross, sum(kept.map(({ amount }) => amount)))).toBe(floor)
    expect(sum([...kept, ...cut].map(({ amount }) => amount))).toBe(baht('1100.00'))
    expect(fitted(baht('100.00'), asked, { priorityOf, floor }).kept).toEqual([])
  })

  it('are all kept where pay bears them', () => {
    expect(fitted(baht('1100.00'), asked, { priorityOf, floor: zero }).cut).toEqual([])
  })
})
