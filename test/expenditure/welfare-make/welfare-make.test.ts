// The people of a month of allowances out of the register.
import { expect, it } from 'vitest'
import { payRunText } from '../../../src/expenditure/pay-run.text.ts'
import { makeWelfare, type KnownForWelfare } from '../../../src/expenditure/welfare-make/welfare-make.ts'
import { type WelfarePerson } from '../../../src/expenditure/welfare/welfare.ts'
import { calendarDate as day } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'

const { errors } = payRunText
const known = {
  month: day('2024-11-01'), stepMonths: 12, banks: new Map(), kinds: [{ code: 'old_age', name: 'เบี้ยยังชีพผู้สูงอายุ', itemCode: '5110700' }], lines: [{ id: '1', economicCode: '5110700' }],
  steps: [{ kind: 'old_age', validFrom: day('2011-10-01'), ageFrom: 60, amount: baht('600.00') }], accounts: new Map([['5110700', { usual: { code: '5107010104.001' } }]]),
} as unknown as KnownForWelfare
const person = (given: Partial<WelfarePerson>) => ({
  id: '1', payeeId: '7', name: 'นางบุญมี', taxId: null, kind: 'old_age', birthDate: day('1954-11-10'), startsOn: day('2023-10-01'), endedOn: null, endReason: null, ...given,
}) as WelfarePerson
const ended = person({ endedOn: day('2024-11-10'), endReason: 'moved' })

it('is due for the month in which it ended, and not once more where it began again in that month', () => {
  const again = person({ id: '2', startsOn: day('2024-11-01') })
  expect(makeWelfare([ended, again], known).faults).toEqual([errors.ofPerson('นางบุญมี', errors.twice)])
  expect(makeWelfare([ended, { ...again, startsOn: day('2024-12-01') }], known)).toMatchObject({ faults: [], persons: [{ personId: '1' }] })
  expect(makeWelfare([ended, { ...again, payeeId: '8' }], known).persons).toHaveLength(2)
})
