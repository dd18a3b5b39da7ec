// Pages of money kept, carried to the bank and held for others, with something real behind their addresses.
import { randomUUID } from 'node:crypto'
import { baht } from '../../src/platform/money.ts'
import { createPayIn, payIn } from '../../src/receipts/pay-in/pay-in.service.ts'
import { payInPaths } from '../../src/receipts/receipts.paths.ts'
import { type SignedIn } from '../support/sign-in.ts'
import { today, type School } from '../receipts/school.ts'
import { type Samples } from './page-samples.ts'

/** After the school's days, of which one left cash in the safe. */
export async function moneySamples(school: School, signedIn: SignedIn): Promise<Samples> {
  return payInSamples(school, signedIn)
}

async function payInSamples(school: School, signedIn: SignedIn): Promise<Samples> {
  const by = (username: string) => () => signedIn(username)
  const cheques = [{ bank: 'ธนาคารออมสิน', number: '0012345', chequeDate: today, amount: baht('1250.00') }]
  const make = (pieces: Readonly<Record<string, number>>) => school.finance.work((work) => createPayIn(work, {
    formKey: randomUUID(), payInDate: today, bankAccountId: school.bankAccountId, remark: '', money: { pieces, cheques },
  }))
  const [draft, paid] = [await make({ 50000: 2, 10000: 3 }), await make({ 100000: 1, 50: 1 })]
  await school.head.work((work) => payIn(work, paid, { version: 1, paidOn: today, bankReference: 'KTB 0412/3301' }))
  return {
    [payInPaths.showRoute]: [
      { name: 'a pay-in, waiting', address: payInPaths.show(draft), as: by('school.finance') },
      { name: 'a pay-in, paid in', address: payInPaths.show(paid), as: by('school.head') },
      { name: 'a pay-in on paper', address: payInPaths.show(paid), as: by('school.finance'), then: (screen) => screen.press('พิมพ์ใบนำฝาก') },
      { name: 'pay-ins of a school at work', address: payInPaths.list, as: by('school.finance') },
      { name: 'a pay-in, nothing typed', address: payInPaths.new, as: by('school.finance'), then: (screen) => screen.press('บันทึกใบนำฝาก') },
    ],
    [payInPaths.editRoute]: [{ name: 'a pay-in, to be mended', address: payInPaths.edit(draft), as: by('school.finance') }],
    [payInPaths.stepRoute('pay')]: [{ name: 'the bank\'s stamp', address: payInPaths.step(draft, 'pay'), as: by('school.head') }],
  }
}
