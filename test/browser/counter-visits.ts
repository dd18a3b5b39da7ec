// The counter of a town, with receipts in every state behind the addresses.
import { baht } from '../../src/platform/money.ts'
import { counterPaths, receiptPaths } from '../../src/receipts/receipts.paths.ts'
import { aNumber, issue, issueFor, signboard, waste } from '../receipts/lao.ts'
import { cancel, cancelPaper, type School } from '../receipts/school.ts'
import { type SignedIn } from '../support/sign-in.ts'
import { type Samples } from './page-samples.ts'

export async function counterSamples(town: School, signedIn: SignedIn): Promise<Samples> {
  const by = (username: string) => () => signedIn(username)
  const line = (incomeCode: string, amount: string, description: string) => ({ incomeCode, amount: baht(amount), description })
  const whole = await issue(town.clerk, {
    payer: 'บริษัท ตลาดหนองมนพัฒนา จำกัด', payerFacts: { kind: 'juristic', number: aNumber, address: '99 หมู่ 4 ตำบลแสนสุข อำเภอเมืองชลบุรี' },
    lines: [line(signboard, '1560.25', 'ป้าย 3 ป้าย'), line(waste, '240.00', 'ตุลาคม–ธันวาคม 2569'), line('41500007', '20.00', '')],
  })
  const [asked, gone] = [await issueFor(town.clerk, waste, { amount: '40' }), await issueFor(town.clerk, waste, { amount: '60' })]
  await cancel(town.clerk, asked, { reason: 'ผู้ชำระขอเปลี่ยนชื่อในใบเสร็จ' })
  await cancelPaper(town, gone)
  const form = counterPaths.form
  return {
    [form]: [
      { name: 'the counter, nothing typed', address: form, as: by('saensuk.revenue'), then: (screen) => screen.press('ออกใบเสร็จและพิมพ์') },
      { name: 'the counter, the next payer', address: counterPaths.next(whole), as: by('saensuk.revenue') },
      { name: 'a receipt of the system', address: receiptPaths.show(whole), as: by('saensuk.revenue') },
      { name: 'a receipt on paper', address: receiptPaths.show(whole), as: by('saensuk.revenue'), then: (screen) => screen.press('พิมพ์ใบเสร็จ') },
      { name: 'a receipt to be cancelled', address: receiptPaths.show(asked), as: by('saensuk.head') },
      { name: 'a cancelled receipt on paper', address: receiptPaths.show(gone), as: by('saensuk.revenue'), then: (screen) => screen.press('พิมพ์ใบเสร็จ') },
      { name: 'receipts of a town at work', address: receiptPaths.list, as: by('saensuk.revenue') },
    ],
  }
}
