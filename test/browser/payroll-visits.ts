// The town's pay in the states worth a look: people, a month that was paid, one that waits, one at work, and the allowances.
import { findClaimsOf } from '../../src/expenditure/claim/claim.repository.ts'
import { approveFloat, askForFloat, claimFloat, countFloat, keepVouchers } from '../../src/expenditure/petty-cash/petty-cash.service.ts'
import { pettyPaths } from '../../src/expenditure/petty.paths.ts'
import { createWelfare } from '../../src/expenditure/welfare/welfare.service.ts'
import { payRunPaths } from '../../src/expenditure/pay-run.paths.ts'
import { employeePaths, payCreditorPaths, welfarePaths, withheldPaths } from '../../src/expenditure/payroll.paths.ts'
import { calendarDate } from '../../src/platform/dates.ts'
import { baht } from '../../src/platform/money.ts'
import { aPayingOffice, posted } from '../expenditure/payment/paying.ts'
import { aCreditor, anApprovedRun, anEmployee, aRun, claimsOfRun, keptBack, wage, withPayroll, type PayrollOffice } from '../expenditure/pay-run/payrolls.ts'
import { aPayee, carriedThrough } from '../expenditure/world.ts'
import { type TestOffice } from '../support/app.ts'
import { type SignedIn } from '../support/sign-in.ts'
import { type Samples } from './page-samples.ts'

/** A float that is open, with vouchers in its box and a count, and one that is asked for. */
async function floatsOf(town: PayrollOffice, line: string): Promise<{ readonly open: string; readonly asked: string }> {
  const today = calendarDate('2026-11-20')
  const payeeId = await aPayee(town, 'นางสาวศิริพร เก็บเงินดี', 'individual')
  const float = { departmentId: town.departmentId, payeeId, purpose: 'ค่าใช้จ่ายเล็กน้อยที่ต้องจ่ายทันที', amount: baht('5000.00'), mostEach: baht('1000.00') }
  const ask = () => town.preparer.work((work) => askForFloat(work, { ...float, formKey: crypto.randomUUID() }))
  const [open, asked] = [await ask(), await ask()]
  await town.head.work((work) => approveFloat(work, open, 1))
  await town.preparer.work((work) => claimFloat(work, open, 2))
  const [claim] = await town.head.read((read) => findClaimsOf(read, { kind: 'petty-cash', id: open }))
  await posted(town, [await carriedThrough(town, claim?.id ?? '')], { paymentDate: today, channel: 'cheque', handedTo: 'นางสาวศิริพร เก็บเงินดี' })
  const voucher = (amount: string, description: string) => ({ voucherDate: today, paidTo: 'ร้านเครื่องเขียนบางแสน', receiptNumber: '12/5', description, budgetLineId: line, accountCode: '5104010104.001', amount: baht(amount), row: 0 })
  await town.finance.work((work) => keepVouchers(work, open, { version: 4, vouchers: [voucher('120.00', 'ปากกาและแฟ้มเอกสาร'), voucher('845.50', 'ถ่านไฟฉายและหลอดไฟ')] }))
  await town.finance.work((work) => countFloat(work, open, { version: 5, countedOn: today, counted: baht('4034.00'), note: 'เศษสตางค์ขาดไป' }))
  return { open, asked }
}

export async function payrollSamples(office: TestOffice, signedIn: SignedIn): Promise<Samples> {
  const town = await withPayroll(await aPayingOffice(office, { code: '4200103', on: calendarDate('2026-10-01') }))
  const lineOf = async (code: string) => (await office.owner('budget_balances as b').join('budget_lines as l', (on) => on.on('l.organisation_id', 'b.organisation_id').andOn('l.id', 'b.line_id'))
    .where({ 'l.organisation_id': town.organisationId, 'l.fiscal_year': 2570, 'l.source_code': '10' }).where('b.available', '>', 200_000).where('l.usable_from', '<=', '2026-10-01')
    .orderByRaw('(l.economic_code = ?) DESC, l.id DESC', [code]).first('b.line_id')).line_id
  const line = await lineOf('5220100')
  await aCreditor(town, 'SSO', 'สำนักงานประกันสังคมจังหวัดชลบุรี')
  const coop = await aCreditor(town, 'COOP', 'สหกรณ์ออมทรัพย์พนักงานเทศบาล จำกัด')
  const employee = await anEmployee(town, 'นางสาวพิมพ์ชนก ศรีสว่างวงศ์', {
    position: 'นักวิชาการเงินและบัญชีชำนาญการ', deductions: [keptBack('TAX', '820.00'), keptBack('COOP', '6500.00', { creditorId: coop })],
    pays: [wage(line, '32450.00'), wage(line, '3500.00', { kind: 'allowance', title: 'เงินประจำตำแหน่ง' })],
  })
  await anEmployee(town, 'นายบุญมี พากเพียร', { kind: 'permanent', position: 'พนักงานขับรถยนต์', pays: [wage(line, '21150.00')] })
  const october = await aRun(town, { month: calendarDate('2026-10-01'), payDate: calendarDate('2026-10-28') })
  await claimsOfRun(town, october)
  await anEmployee(town, 'นางสาววิไล ใหม่จริง', { kind: 'permanent', position: 'ครูพี่เลี้ยง', pays: [wage(line, '15800.00')], startsOn: calendarDate('2026-11-01') })
  const november = await aRun(town, { month: calendarDate('2026-11-01'), payDate: calendarDate('2026-11-26') })
  const december = await aRun(town, { month: calendarDate('2026-12-01'), payDate: calendarDate('2026-12-28') })
  await anApprovedRun(town, december)
  const payeeId = await aPayee(town, 'นางทองใบ สุขเกษม', 'individual')
  const entitled = await town.payroll.work((work) => createWelfare(work, {
    payeeId, kind: 'old_age', birthDate: calendarDate('1948-05-12'), startsOn: calendarDate('2020-10-01'), endedOn: null, endReason: null, formKey: null,
  }))
  const { open, asked } = await floatsOf(town, line)
  const by = (username: string) => () => signedIn(username)
  return {
    [employeePaths.showRoute]: [
      { name: 'somebody on the pay-roll', address: employeePaths.show(employee), as: by('saensuk.payroll') }, { name: 'the pay-roll register', address: employeePaths.list, as: by('saensuk.payroll') },
      { name: 'somebody new, nothing typed', address: employeePaths.new, as: by('saensuk.payroll'), then: (screen) => screen.press('บันทึก') },
      { name: 'creditors of pay', address: payCreditorPaths.list, as: by('saensuk.payroll') },
      { name: 'people from nowhere', address: employeePaths.import, as: by('saensuk.payroll'), then: (screen) => screen.press('นำเข้า') },
    ],
    [employeePaths.editRoute]: [{ name: 'somebody on the pay-roll, to be changed', address: employeePaths.edit(employee), as: by('saensuk.payroll') }],
    [payRunPaths.showRoute]: [
      { name: 'a pay-roll at work', address: payRunPaths.show(november), as: by('saensuk.payroll') }, { name: 'a pay-roll, claimed', address: payRunPaths.show(october), as: by('saensuk.payroll') },
      { name: 'a pay-roll, approved', address: payRunPaths.show(december), as: by('saensuk.payroll') }, { name: 'runs of pay', address: payRunPaths.list, as: by('saensuk.head') },
      { name: 'a pay-roll on paper', address: payRunPaths.show(november), as: by('saensuk.payroll'), then: (screen) => screen.press('พิมพ์บัญชีการจ่าย') },
      { name: 'slips of pay', address: payRunPaths.show(november), as: by('saensuk.payroll'), then: (screen) => screen.press('พิมพ์สลิป') },
    ],
    [payRunPaths.adjustRoute]: [
      { name: 'a pay-roll to be adjusted', address: payRunPaths.adjust(november), as: by('saensuk.payroll') },
      { name: 'a pay-roll, nothing adjusted', address: payRunPaths.adjust(november), as: by('saensuk.payroll'), then: (screen) => screen.press('บันทึกการปรับรายการ') },
    ],
    [welfarePaths.showRoute]: [
      { name: 'somebody entitled', address: welfarePaths.show(entitled), as: by('saensuk.payroll') }, { name: 'the entitled', address: welfarePaths.list, as: by('saensuk.payroll') },
    ],
    [pettyPaths.showRoute]: [
      { name: 'a float at work', address: pettyPaths.show(open), as: by('saensuk.finance') }, { name: 'a float that is asked for', address: pettyPaths.show(asked), as: by('saensuk.head') },
      { name: 'floats', address: pettyPaths.list, as: by('saensuk.head') },
      { name: 'a float on paper', address: pettyPaths.show(open), as: by('saensuk.finance'), then: (screen) => screen.press('พิมพ์ทะเบียนคุม') },
    ],
    [pettyPaths.keepRoute]: [{ name: 'vouchers of a float, nothing typed', address: pettyPaths.keep(open), as: by('saensuk.finance'), then: (screen) => screen.press('บันทึกใบสำคัญ') }],
    [pettyPaths.countRoute]: [{ name: 'a float to be counted', address: pettyPaths.count(open), as: by('saensuk.finance') }],
    [withheldPaths.claimRoute]: [{ name: 'money kept back from pay', address: withheldPaths.list, as: by('saensuk.payroll') }],
    [welfarePaths.editRoute]: [{ name: 'somebody entitled, to be changed', address: welfarePaths.edit(entitled), as: by('saensuk.payroll') }],
  }
}
