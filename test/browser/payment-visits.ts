// Payments of the town as they were really made, in the states worth a look.
import { randomUUID } from 'node:crypto'
import { findPaidPeople } from '../../src/expenditure/bounce-people/bounce-people.repository.ts'
import { bouncePeople } from '../../src/expenditure/bounce-people/bounce-people.service.ts'
import { personKey } from '../../src/expenditure/bounce-people/bounce-people.ts'
import { bouncePayment } from '../../src/expenditure/bounce/bounce.service.ts'
import { createCorrection } from '../../src/expenditure/correction/correction.service.ts'
import { claimPaths, correctionPaths, creditorPaths, disbursementPaths, grantRegisterPaths, waiverPaths } from '../../src/expenditure/expenditure.paths.ts'
import { chequePaths, chequeReportPaths, paymentManyPaths, paymentPaths, withholdingPaths } from '../../src/expenditure/payment.paths.ts'
import { createWaiver } from '../../src/expenditure/waiver/waiver.service.ts'
import { findWithholdingsOf } from '../../src/expenditure/withholding/withholding.repository.ts'
import { substituteCertificate } from '../../src/expenditure/withholding-substitute/withholding-substitute.service.ts'
import { ledgerPaths } from '../../src/ledger/ledger.paths.ts'
import { calendarDate } from '../../src/platform/dates.ts'
import { baht, zero } from '../../src/platform/money.ts'
import { aDraftReport, anApprovedClaim, anIssuedRow, aPayingOffice, aTransferPayee, bounced, commandOf, posted, recorded, type PayingOffice } from '../expenditure/payment/paying.ts'
import { carriedThrough, drafted, lineOf } from '../expenditure/world.ts'
import { type TestOffice } from '../support/app.ts'
import { type SignedIn } from '../support/sign-in.ts'
import { type Samples } from './page-samples.ts'

export async function paymentSamples(office: TestOffice, signedIn: SignedIn): Promise<Samples> {
  const paying = await aPayingOffice(office, { code: '4200103', on: calendarDate('2026-10-01') })
  const town = paying.organisationId
  // The year's ordinance is there already: one of its lines with money left.
  const { line_id: line } = await office.owner('budget_balances as b').join('budget_lines as l', (on) => on.on('l.organisation_id', 'b.organisation_id').andOn('l.id', 'b.line_id'))
    .where({ 'l.organisation_id': town, 'l.fiscal_year': 2570, 'l.source_code': '10' }).where('b.available', '>', 200_000).where('l.usable_from', '<=', '2026-10-01').orderBy('l.id', 'desc').first('b.line_id')
  const paper = (claimId: string) => commandOf(paying, [claimId], { paymentDate: calendarDate('2026-11-20'), channel: 'cheque' })
  const draft = await aDraftReport(paying, paper(await anApprovedClaim(paying, line, '18250.75', { title: 'ค่าไฟฟ้าประจำเดือนตุลาคม 2569' })))
  // A draft is mended by its author alone: the one who looks at it.
  await office.owner('cheque_reports').where({ organisation_id: town, id: draft }).update({ prepared_by: office.owner('users').where({ username: 'saensuk.finance' }).select('id') })
  const rowId = await anIssuedRow(paying, paper(await anApprovedClaim(paying, line, '42800.00', { title: 'ค่าน้ำมันเชื้อเพลิงและหล่อลื่น' })))
  const { report_id: issued } = await office.owner('cheque_report_rows').where({ organisation_id: town, id: rowId }).first('report_id')
  const transfer = async (title: string, payee: string) => posted(paying, [await anApprovedClaim(paying, line, '8000.00', { title, claimDate: calendarDate('2026-11-16'), payeeId: await aTransferPayee(paying, payee) })], { paymentDate: calendarDate('2026-11-20'), channel: 'transfer' })
  const [sent, back] = [await transfer('จ้างเหมาทำความสะอาด', 'บริษัท สะอาดดี จำกัด'), await transfer('จ้างเหมาตัดหญ้า', 'ห้างหุ้นส่วนจำกัด สวนงาม')]
  await paying.head.work((work) => bouncePayment(work, back, { version: 2, reason: 'บัญชีผู้รับเงินปิดแล้ว', bouncedOn: calendarDate('2026-11-20') }))
  const people = [['นายสมชาย ใจดี', '12000.00'], ['นางสาวมาลี ศรีสุข', '9500.00'], ['นายประเสริฐ มั่นคง', '8750.00']].map(([name = '', gross = '']) => ({ payeeId: null, name, taxId: '', bankCode: '006', accountNumber: '4051234567', accountName: name, gross: baht(gross), deducted: zero }))
  const batch = await posted(paying, [await carriedThrough(paying, await drafted(paying, {
    kind: 'C5', claimDate: calendarDate('2026-11-16'), title: 'เบี้ยยังชีพผู้สูงอายุ พฤศจิกายน 2569', departmentId: paying.departmentId, payees: people, lines: [lineOf(line, '5107010104.001', '30250.00')], origin: { kind: 'scenario', id: '901' },
  }))], { paymentDate: calendarDate('2026-11-20') })
  const [, second] = await paying.head.read((read) => findPaidPeople(read, town, batch))
  await paying.head.work((work) => bouncePeople(work, batch, { version: 2, reason: 'บัญชีผู้รับเงินปิดแล้ว', bouncedOn: calendarDate('2026-11-20'), people: second ? [personKey(second)] : [] }))
  await recorded(paying, [await anApprovedClaim(paying, line, '5400.00', { title: 'ค่าเช่าเครื่องถ่ายเอกสาร', claimDate: calendarDate('2026-11-16') })], { paymentDate: calendarDate('2026-11-20'), channel: 'cheque' })
  const { id: voucher } = await office.owner('vouchers').where({ organisation_id: town, type: 'PV' }).first('id')
  const correction = await aCorrection(paying, sent)
  const waived = await aWaiver(paying, line)
  const taxed = await aReplacedCertificate(paying, line)
  const by = (username: string) => () => signedIn(username)
  return {
    [withholdingPaths.substituteRoute]: [
      { name: 'a certificate in the place of another', address: withholdingPaths.substitute(taxed.id), as: by('saensuk.head') }, { name: 'a payment with a certificate given anew', address: paymentPaths.show(taxed.payment), as: by('saensuk.head') },
      { name: 'a certificate in the place of another, nothing told', address: withholdingPaths.substitute(taxed.id), as: by('saensuk.head'), then: (screen) => screen.press('ยกเลิกฉบับเดิมและออกฉบับแทน') },
      { name: 'tax withheld, a certificate given anew', address: withholdingPaths.list, as: by('saensuk.head') },
    ],
    [correctionPaths.showRoute]: [
      { name: 'a correction of expenditure, to be approved', address: correctionPaths.show(correction.id), as: by('saensuk.head') },
      { name: 'a correction of expenditure on paper', address: correctionPaths.show(correction.id), as: by('saensuk.head'), then: (screen) => screen.press('พิมพ์ใบปรับปรุงรายจ่าย') },
      { name: 'corrections of expenditure', address: correctionPaths.list, as: by('saensuk.head') }, { name: 'a claim that is corrected', address: claimPaths.show(correction.claim), as: by('saensuk.clerk') },
      { name: 'a correction of expenditure, nothing typed', address: correctionPaths.newFor(correction.claim), as: by('saensuk.clerk'), then: (screen) => screen.press('บันทึกและเสนออนุมัติ') },
    ],
    [waiverPaths.showRoute]: [
      { name: 'a debt to be given up, to be approved', address: waiverPaths.show(waived.id), as: by('saensuk.head') },
      { name: 'a debt given up on paper', address: waiverPaths.show(waived.id), as: by('saensuk.head'), then: (screen) => screen.press('พิมพ์ใบยกเลิกหนี้') },
      { name: 'debts given up', address: waiverPaths.list, as: by('saensuk.head') }, { name: 'a claim of which some is given up', address: claimPaths.show(waived.claim), as: by('saensuk.clerk') },
    ],
    [waiverPaths.new]: [
      { name: 'a debt to be given up begins', address: waiverPaths.newFor(waived.other), as: by('saensuk.clerk') },
      { name: 'a debt to be given up, nothing typed', address: waiverPaths.newFor(waived.other), as: by('saensuk.clerk'), then: (screen) => screen.press('บันทึกและเสนออนุมัติ') },
    ],
    [correctionPaths.new]: [{ name: 'a correction of expenditure begins', address: correctionPaths.newFor(correction.claim), as: by('saensuk.clerk') }],
    [chequeReportPaths.showRoute]: [
      { name: 'a cheque report, drafted', address: chequeReportPaths.show(draft), as: by('saensuk.head') }, { name: 'a cheque report, to be paid', address: chequeReportPaths.show(issued), as: by('saensuk.finance') },
      { name: 'a cheque report on paper', address: chequeReportPaths.show(issued), as: by('saensuk.finance'), then: (screen) => screen.press('พิมพ์รายงาน') },
      { name: 'cheque reports at work', address: chequeReportPaths.list, as: by('saensuk.head') }, { name: 'cheques at work', address: chequePaths.list, as: by('saensuk.finance') },
      { name: 'a cheque report, nothing chosen', address: chequeReportPaths.new, as: by('saensuk.finance'), then: (screen) => screen.press('บันทึกร่าง') },
      { name: 'a row of a report, to be paid', address: paymentPaths.newOf(rowId), as: by('saensuk.finance') },
    ],
    [chequeReportPaths.editRoute]: [{ name: 'a cheque report, to be mended', address: chequeReportPaths.edit(draft), as: by('saensuk.finance') }],
    [chequeReportPaths.stepRoute('drop')]: [{ name: 'a row to be dropped', address: chequeReportPaths.step(issued, 'drop'), as: by('saensuk.finance') }],
    [paymentManyPaths.record]: [
      { name: 'rows to be paid together', address: paymentManyPaths.record, as: by('saensuk.finance') },
      { name: 'rows to be paid together, none ticked', address: paymentManyPaths.record, as: by('saensuk.finance'), then: (screen) => screen.press('บันทึกการจ่ายรายการที่เลือก') },
    ],
    [paymentManyPaths.waiting]: [
      { name: 'payments to be approved together', address: paymentManyPaths.waiting, as: by('saensuk.head') }, { name: 'payments made', address: paymentPaths.list, as: by('saensuk.head') },
    ],
    [paymentPaths.stepRoute('bounce')]: [
      { name: 'a payment that may have come back', address: paymentPaths.step(sent, 'bounce'), as: by('saensuk.head') },
      { name: 'a payment that came back', address: paymentPaths.show(back), as: by('saensuk.head') },
    ],
    [paymentPaths.stepRoute('unbounce')]: [{ name: 'a payment that had not come back', address: paymentPaths.step(back, 'unbounce'), as: by('saensuk.head') }],
    [paymentPaths.stepRoute('bounce-people')]: [
      { name: 'people whose money may have come back', address: paymentPaths.step(batch, 'bounce-people'), as: by('saensuk.head') },
      { name: 'a payment of which some came back', address: paymentPaths.show(batch), as: by('saensuk.head') },
    ],
    [paymentPaths.stepRoute('unbounce-people')]: [{ name: 'people whose money had not come back', address: paymentPaths.step(batch, 'unbounce-people'), as: by('saensuk.head') }],
    [disbursementPaths.list]: [{ name: 'the cash book of money out', address: disbursementPaths.list, as: by('saensuk.head') }],
    [`${disbursementPaths.list}/print`]: [{ name: 'the cash book of money out on paper', address: `${disbursementPaths.list}/print`, as: by('saensuk.head') }],
    [withholdingPaths.list]: [
      { name: 'the register of withheld tax', address: `${withholdingPaths.list}?month=07/2569&until=11/2569`, as: by('saensuk.finance') },
      { name: 'the register of withheld tax, months that are none', address: `${withholdingPaths.list}?month=13/2569`, as: by('saensuk.finance') },
    ],
    [withholdingPaths.yearly]: [{ name: 'pay and tax of a year', address: withholdingPaths.yearly, as: by('saensuk.finance') }],
    [withholdingPaths.yearlyCover]: [{ name: 'the cover of the pay of a year', address: withholdingPaths.yearlyCover, as: by('saensuk.finance') }],
    [withholdingPaths.returnCover]: [{ name: 'the cover of a return', address: withholdingPaths.returnCover, as: by('saensuk.finance') }],
    [grantRegisterPaths.list]: [{ name: 'the register of grants', address: grantRegisterPaths.list, as: by('saensuk.head') }],
    [creditorPaths.list]: [{ name: 'creditors at work', address: creditorPaths.list, as: by('saensuk.head') }],
    [creditorPaths.debts]: [{ name: 'debts at work', address: creditorPaths.debts, as: by('saensuk.head') }],
    [`${creditorPaths.list}/print`]: [{ name: 'creditors on paper', address: `${creditorPaths.list}/print`, as: by('saensuk.head') }],
    [ledgerPaths.paymentRoute]: [{ name: 'a payment voucher', address: ledgerPaths.payment(town, voucher), as: by('saensuk.finance') }],
  }
}

/** One that waits, and a batch of which two came back and nobody has said yet who is paid no more. */
async function aWaiver(paying: PayingOffice, line: string): Promise<{ id: string; claim: string; other: string }> {
  const on = calendarDate('2026-11-20')
  const person = (name: string, gross: string) => ({ payeeId: null, name, taxId: '', bankCode: '006', accountNumber: '4051234567', accountName: name, gross: baht(gross), deducted: zero })
  const claim = await anApprovedClaim(paying, line, '3200.00', { title: 'ค่าตอบแทนวิทยากรอบรมอาชีพ', claimDate: calendarDate('2026-11-16') })
  await bounced(paying, await posted(paying, [claim], { paymentDate: on }), on)
  const id = await paying.preparer.work((work) => createWaiver(work, { claim, documentDate: on, reason: 'วิทยากรแจ้งขอสละสิทธิรับค่าตอบแทน', formKey: randomUUID(), people: [], shares: new Map() }))
  const other = await carriedThrough(paying, await drafted(paying, {
    kind: 'C5', claimDate: calendarDate('2026-11-16'), title: 'เบี้ยความพิการ พฤศจิกายน 2569', departmentId: paying.departmentId, payees: [person('นายบุญมี แสนสุข', '800.00'), person('นางสายใจ บางแสน', '800.00')],
    lines: [lineOf(line, '5107010104.001', '1000.00'), lineOf(line, '5107010104.001', '600.00')], origin: { kind: 'scenario', id: '902' },
  }))
  const payment = await posted(paying, [other], { paymentDate: on })
  const [first] = await paying.head.read((read) => findPaidPeople(read, paying.organisationId, payment))
  await paying.head.work((work) => bouncePeople(work, payment, { version: 2, reason: 'บัญชีผู้รับเงินปิดแล้ว', bouncedOn: on, people: first ? [personKey(first)] : [] }))
  return { id, claim, other }
}

/** Of what this payment paid. */
async function aCorrection(paying: PayingOffice, payment: string): Promise<{ id: string; claim: string }> {
  const { claim_id: claim } = await paying.db.owner('payment_claims').where({ organisation_id: paying.organisationId, payment_id: payment }).first('claim_id')
  const { budget_line_id: line, account_code: account } = await paying.db.owner('claim_lines').where({ organisation_id: paying.organisationId, claim_id: claim }).first('budget_line_id', 'account_code')
  const id = await paying.preparer.work((work) => createCorrection(work, {
    claim, documentDate: calendarDate('2026-11-20'), cost: `${line}:${account}`, line: '', account: '5104010113.001', amount: baht('8000.00'), reason: 'ผู้รับจ้างเป็นหน่วยงานภาครัฐ ลงบัญชีผิด', formKey: randomUUID(),
  }))
  return { id, claim }
}

/** Of a payment whose certificate named the wrong payee: the one that stands now. */
async function aReplacedCertificate(paying: PayingOffice, line: string): Promise<{ id: string; payment: string }> {
  const tax = { kind: 'withholding', accountCode: '2102040106.001', ruleCode: 'W53-GOV', subKey: null, description: 'เงินได้ทุกประเภท', base: baht('20000.00'), rate: '1', amount: baht('200.00') } as const
  const payment = await posted(paying, [await anApprovedClaim(paying, line, '20000.00', { title: 'ค่าบำรุงรักษาลิฟต์', claimDate: calendarDate('2026-11-16'), deductions: [tax] })], { paymentDate: calendarDate('2026-11-20') })
  const rows = () => paying.head.read((read) => findWithholdingsOf(read, paying.organisationId, payment))
  const wanted = { payeeName: 'บริษัท ลิฟต์ดี จำกัด', taxId: '0105536000313', branch: '00000', address: '99 ถนนสุขุมวิท อำเภอเมืองชลบุรี จังหวัดชลบุรี 20130', rule: 'W53-GOV', reason: 'ชื่อผู้รับเงินผิด' }
  await paying.head.work(async (work) => substituteCertificate(work, (await rows())[0]?.id ?? '', wanted))
  return { id: (await rows()).find(({ state }) => state === 'issued')?.id ?? '', payment }
}
