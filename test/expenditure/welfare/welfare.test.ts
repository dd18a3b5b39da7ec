import { describe, expect, it } from 'vitest'
import { allowanceAt, countedAge, isEntitled, type WelfareStep } from '../../../src/expenditure/welfare/welfare.ts'
import { calendarDate as day } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'

const born = day('1954-11-10')

describe('the age that counts', () => {
  it.each([[0, '2024-10-01', 69], [0, '2024-11-01', 70], [1, '2024-11-01', 69], [1, '2024-12-01', 70], [12, '2024-12-01', 69], [12, '2025-09-01', 69], [12, '2025-10-01', 70]])(
    'by the rule %s it is in %s', (months, month, age) => {
      expect(countedAge(born, day(month), months)).toBe(age)
    })

  it('of who was born on the first of a month', () => {
    expect([countedAge(day('1954-11-01'), day('2024-11-01'), 1), countedAge(day('1954-11-01'), day('2024-11-01'), 0), countedAge(day('1954-10-01'), day('2024-10-01'), 12)]).toEqual([69, 70, 70])
  })
})

describe('the allowance', () => {
  const step = (validFrom: string, ageFrom: number, amount: string): WelfareStep => ({ kind: 'old_age', validFrom: day(validFrom), ageFrom, amount: baht(amount) })
  const steps = [step('2011-10-01', 60, '600.00'), step('2011-10-01', 70, '700.00'), step('2026-10-01', 60, '1000.00')]
  const at = (age: number, month: string) => allowanceAt(steps, { kind: 'old_age', age, month: day(month) })

  it('is the step reached, of the table in force', () => {
    expect([at(59, '2024-10-01'), at(60, '2024-10-01'), at(69, '2024-10-01'), at(95, '2024-10-01'), at(95, '2026-10-01')]).toEqual([undefined, baht('600.00'), baht('600.00'), baht('700.00'), baht('1000.00')])
    expect(allowanceAt(steps, { kind: 'aids', age: 30, month: day('2024-10-01') })).toBeUndefined()
  })

  it('is due for the month of the death, and not for the next', () => {
    const person = { startsOn: day('2024-10-01'), endedOn: day('2024-11-20') }
    expect(['2024-09-01', '2024-10-01', '2024-11-01', '2024-12-01'].map((month) => isEntitled(person, day(month)))).toEqual([false, true, true, false])
  })
})
