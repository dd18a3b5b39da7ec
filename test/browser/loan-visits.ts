// The town's loans in the states worth a look: drafted, granted, overdue, cleared beyond what was lent.
import { claimExcess, approveClearing, createClearing } from '../../src/expenditure/clearing/clearing.service.ts'
import { clearingPaths, loanPaths } from '../../src/expenditure/loan.paths.ts'
import { calendarDate } from '../../src/platform/dates.ts'
import { baht } from '../../src/platform/money.ts'
import { aGrantedLoan, aLoanDraft, claimed, paidOut } from '../expenditure/loan/loans.ts'
import { aPayingOffice } from '../expenditure/payment/paying.ts'
import { aPayee } from '../expenditure/world.ts'
import { type TestOffice } from '../support/app.ts'
import { type SignedIn } from '../support/sign-in.ts'
import { type Samples } from './page-samples.ts'

export async function loanSamples(office: TestOffice, signedIn: SignedIn): Promise<Samples> {
  const town = await aPayingOffice(office, { code: '4200103', on: calendarDate('2026-10-01') })
  // The year's ordinance is there already: one of its lines with money left.
  const { line_id: line } = await office.owner('budget_balances as b').join('budget_lines as l', (on) => on.on('l.organisation_id', 'b.organisation_id').andOn('l.id', 'b.line_id'))
    .where({ 'l.organisation_id': town.organisationId, 'l.fiscal_year': 2570, 'l.source_code': '10' }).where('b.available', '>', 200_000).where('l.usable_from', '<=', '2026-10-01')
    .orderBy('l.id', 'desc').first('b.line_id')
  const borrower = (name: string) => aPayee(town, name, 'individual')
  const estimate = (amount: string) => [{ budgetLineId: line, description: 'ค่าตอบแทนวิทยากรและค่าอาหารว่าง', amount: baht(amount) }]
  const on = { loanDate: calendarDate('2026-10-05'), purpose: 'โครงการฝึกอบรมเชิงปฏิบัติการด้านการเงินและบัญชี' }
  const draft = await aLoanDraft(town, estimate('12500.00'), { ...on, payeeId: await borrower('นางสาวพรทิพย์ แก้วมณี') })
  const granted = await aGrantedLoan(town, estimate('8000.00'), { ...on, payeeId: await borrower('นายวิชัย สายทอง') })
  const overdue = await aGrantedLoan(town, estimate('30000.00'), { ...on, payeeId: await borrower('นายสมบัติ รักษาทรัพย์') })
  await paidOut(town, await claimed(town, overdue), calendarDate('2026-10-06'))
  const spent = await aGrantedLoan(town, estimate('42000.00'), { ...on, payeeId: await borrower('นางอรุณี ศรีสุข') })
  await paidOut(town, await claimed(town, spent), calendarDate('2026-11-03'))
  const clear = (loanId: string, amount: string) => town.preparer.work((work) => createClearing(work, {
    loanId, clearingDate: calendarDate('2026-11-18'), receiptReference: '', remark: '', formKey: crypto.randomUUID(),
    lines: [{ budgetLineId: line, accountCode: '5102010199.001', description: 'บก.111 ค่าตอบแทนวิทยากร 12 ชั่วโมง', amount: baht(amount) }],
  }))
  const cleared = await clear(spent, '45318.50')
  await town.head.work((work) => approveClearing(work, cleared, 1))
  await town.preparer.work((work) => claimExcess(work, cleared, 2))
  const waiting = await clear(overdue, '5000.00')
  const by = (username: string) => () => signedIn(username)
  return {
    [loanPaths.showRoute]: [
      { name: 'a loan, drafted', address: loanPaths.show(draft), as: by('saensuk.clerk') }, { name: 'a loan, granted', address: loanPaths.show(granted), as: by('saensuk.clerk') },
      { name: 'a loan, overdue', address: loanPaths.show(overdue), as: by('saensuk.finance') }, { name: 'loans at work', address: loanPaths.list, as: by('saensuk.head') },
      { name: 'loans overdue', address: loanPaths.overdue, as: by('saensuk.finance') },
      { name: 'a loan on paper', address: loanPaths.show(spent), as: by('saensuk.clerk'), then: (screen) => screen.press('พิมพ์สัญญา') },
      { name: 'a letter to who is late', address: loanPaths.show(overdue), as: by('saensuk.finance'), then: (screen) => screen.press('พิมพ์หนังสือทวงถาม') },
      { name: 'a loan, nothing typed', address: loanPaths.new, as: by('saensuk.clerk'), then: (screen) => screen.press('บันทึกร่าง') },
    ],
    [loanPaths.editRoute]: [{ name: 'a loan, to be mended', address: loanPaths.edit(draft), as: by('saensuk.clerk') }],
    [loanPaths.clearNewRoute]: [
      { name: 'vouchers of a loan', address: loanPaths.clearNew(overdue), as: by('saensuk.finance') },
      { name: 'vouchers of a loan, no amounts', address: loanPaths.clearNew(overdue), as: by('saensuk.finance'), then: (screen) => screen.press('บันทึกและเสนออนุมัติ') },
    ],
    [clearingPaths.stepRoute('claim')]: [{ name: 'the excess of a loan to be claimed', address: clearingPaths.step(cleared, 'claim'), as: by('saensuk.clerk') }],
    [clearingPaths.showRoute]: [
      { name: 'a clearing that waits', address: clearingPaths.show(waiting), as: by('saensuk.head') }, { name: 'a clearing beyond the loan', address: clearingPaths.show(cleared), as: by('saensuk.clerk') },
      { name: 'a clearing on paper', address: clearingPaths.show(cleared), as: by('saensuk.clerk'), then: (screen) => screen.press('พิมพ์ใบรับใบสำคัญ') },
    ],
  }
}
