// Desks around the counter of a town: its receipt books, its reports.
import { randomUUID } from 'node:crypto'
import { calendarDate, fiscalYear } from '../../src/platform/dates.ts'
import { issueBook, receiveBooks } from '../../src/receipts/receipt-book/receipt-book.service.ts'
import { insertRate } from '../../src/receipts/slaughter/slaughter.repository.ts'
import { baht } from '../../src/platform/money.ts'
import { bookPaths, counterPaths, moneyEntryPaths, reportPaths, slaughterPaths } from '../../src/receipts/receipts.paths.ts'
import { waste } from '../receipts/lao.ts'
import { record, type School } from '../receipts/school.ts'
import { type SignedIn } from '../support/sign-in.ts'
import { type Samples } from './page-samples.ts'

/** After the receipts of the counter. */
export async function receiptDeskSamples(town: School, signedIn: SignedIn): Promise<Samples> {
  const by = (username: string) => () => signedIn(username)
  return {
    ...await bookSamples(town, by), ...await slaughterSamples(town, by),
    [reportPaths.index]: [
      { name: 'the reports of a pawnshop', address: reportPaths.index, as: by('pawn.manager') },
      { name: 'the reports of a town', address: reportPaths.index, as: by('saensuk.head') },
      ...['lines', 'income', 'collector', 'means'].map((grouping) => (
        { name: `receipts of a day by ${grouping}`, address: `${reportPaths.detail}?by=${grouping}&from=01/11/2569&until=30/11/2569`, as: by('saensuk.head') })),
      { name: 'receipts of days on paper', address: `${reportPaths.detail}/print?from=01/11/2569&until=30/11/2569`, as: by('saensuk.head') },
      { name: 'receipts of a wrong day', address: `${reportPaths.detail}?from=32/01/2569`, as: by('saensuk.head') },
      { name: 'one code in the register of revenue', address: `${reportPaths.revenues}?item=${waste}`, as: by('saensuk.head') },
      { name: 'revenue of a school by account', address: reportPaths.revenues, as: by('school.finance') },
      { name: 'receipts and payments of a month', address: reportPaths.month, as: by('saensuk.head') },
      { name: 'receipts and payments of a month on paper', address: `${reportPaths.month}/print`, as: by('saensuk.head') },
      { name: 'receipts and payments of a school', address: reportPaths.month, as: by('school.finance') },
      { name: 'the cash book of a school', address: reportPaths.cashBook, as: by('school.finance') },
    ],
  }
}

async function slaughterSamples(town: School, by: (username: string) => () => ReturnType<SignedIn>): Promise<Samples> {
  const rate = { validFrom: calendarDate('2026-10-01'), authority: 'เทศบัญญัติเทศบาลเมืองแสนสุข เรื่อง การควบคุมการฆ่าสัตว์ พ.ศ. 2565' }
  const pig = await town.head.work((work) => insertRate(work, { ...rate, animal: 'สุกร', duty: baht('10'), slaughterhouse: baht('15'), lairage: baht('5') }))
  await town.head.work((work) => insertRate(work, { ...rate, animal: 'โค', duty: baht('12'), slaughterhouse: baht('30'), lairage: baht('10') }))
  return {
    [slaughterPaths.form]: [
      { name: 'animals for slaughter', address: slaughterPaths.form, as: by('saensuk.revenue') },
      { name: 'the counter for three pigs', address: `${counterPaths.form}?heads.${pig}=3`, as: by('saensuk.revenue') },
      { name: 'a rate for slaughter, nothing typed', address: slaughterPaths.newRate, as: by('saensuk.head'), then: (screen) => screen.press('บันทึกอัตรา') },
      { name: 'a cheque that came back', address: moneyEntryPaths.newOf('bounce'), as: by('saensuk.finance') },
    ],
  }
}

async function bookSamples(town: School, by: (username: string) => () => ReturnType<SignedIn>): Promise<Samples> {
  const october = calendarDate('2026-10-02')
  const receive = (books: string[], year = 2570) => town.clerk.work((work) => receiveBooks(work, {
    formKey: randomUUID(), fiscalYear: fiscalYear(year), books, first: 1, last: 50, isRunning: false, receivedOn: october, receivedFrom: 'โรงพิมพ์อาสารักษาดินแดน', remark: '',
  }))
  const [used, stock] = [await receive(['12']), await receive(['13', '14'])]
  await receive(['8'], 2569)
  await town.head.work((work) => issueBook(work, used, { version: 1, issuedOn: october, userId: town.clerk.officer.userId, unitId: undefined, name: '' }))
  for (const sheet of [1, 2, 4]) await record(town.clerk, { book: '12', sheet, income: waste, date: calendarDate('2026-11-20') })
  return {
    [bookPaths.showRoute]: [
      { name: 'a receipt book in use', address: bookPaths.show(used), as: by('saensuk.head') },
      { name: 'receipt books of a town', address: bookPaths.list, as: by('saensuk.head') },
      { name: 'receipt books on paper', address: `${bookPaths.list}/print`, as: by('saensuk.head') },
      { name: 'a receipt book, nothing typed', address: bookPaths.new, as: by('saensuk.revenue'), then: (screen) => screen.press('บันทึกรับสมุดใบเสร็จ') },
    ],
    [bookPaths.stepRoute('issue')]: [{ name: 'a receipt book handed out', address: bookPaths.step(stock, 'issue'), as: by('saensuk.head') }],
    [bookPaths.stepRoute('return')]: [{ name: 'a receipt book brought back', address: bookPaths.step(used, 'return'), as: by('saensuk.head') }],
  }
}
