import { expect, it } from 'vitest'
import { peopleText, readPeople } from '../../../src/expenditure/claim-form/claim-form.ts'
import { claimText } from '../../../src/expenditure/claim.text.ts'
import { baht } from '../../../src/platform/money.ts'

const { errors } = claimText
const row = (...cells: readonly string[]) => cells.join('\t')

it('the tax of each person is a column of its own, which may be left out; stored it is shown as it was pasted', () => {
  const pasted = [row('ชื่อ', 'เลขประจำตัว', 'ธนาคาร', 'บัญชี', 'จำนวนเงิน', 'หัก', 'ภาษี'), row('นายหนึ่ง', '', '006', '1234567890', '9,000.00', '250.00', '๕๐.๐๐'), row('นายสอง', '', '', '', '8,000.00', '', '-')].join('\n')
  const { payees, faults } = readPeople(pasted)
  expect([faults, payees.map(({ tax }) => tax)]).toEqual([[], [baht('50'), baht('0')]])
  expect(readPeople(peopleText(payees)).payees).toEqual(payees)
  expect(readPeople(row('นายสาม', '', '', '', '100.00', '10.00')).payees.map(({ tax }) => tax)).toEqual([undefined])
})

it('more tax than is kept back, or no amount, is told by its row', () => {
  expect(readPeople([row('นายหนึ่ง', '', '', '', '100.00', '10.00', '10.01'), row('นายสอง', '', '', '', '100.00', '10.00', 'สิบ')].join('\n')).faults).toEqual(
    ['1', '2'].map((place) => errors.person(place, errors.personTax)))
})
