// The town's claims in the states worth a look: drafted, returned, before the checker, approved.
import { returnClaim } from '../../src/expenditure/claim-step/claim-step.service.ts'
import { claimCheckPaths, claimPaths, claimRegisterPaths, claimSettingsPaths, reportPaths } from '../../src/expenditure/expenditure.paths.ts'
import { type NewClaim } from '../../src/expenditure/claim/claim.ts'
import { ledgerPaths } from '../../src/ledger/ledger.paths.ts'
import { calendarDate } from '../../src/platform/dates.ts'
import { baht } from '../../src/platform/money.ts'
import { anEnactedBudget } from '../budget/world.ts'
import { aPayee, approved, aSpendingOffice, checked, claimNow, drafted, endorsed, lineOf, submitted } from '../expenditure/world.ts'
import { type TestOffice } from '../support/app.ts'
import { type SignedIn } from '../support/sign-in.ts'
import { type Samples } from './page-samples.ts'

export async function claimSamples(office: TestOffice, signedIn: SignedIn): Promise<Samples> {
  const town = await aSpendingOffice(office, { code: '4200103' })
  const [line = ''] = await anEnactedBudget(town, [{ code: '5320100', amount: '900000.00', title: 'จ้างเหมาทำความสะอาดอาคารสำนักงานเทศบาล', task: '00113' }], { kind: 'transfer', state: 'announced' })
  const payee = await aPayee(town, 'บริษัท บริการสะอาดชลบุรี จำกัด', 'juristic')
  const tax = { kind: 'withholding', accountCode: '2102040106.001', subKey: null, description: 'เงินได้ทุกประเภท', base: baht('10000.00'), rate: '1', ruleCode: 'W53-GOV', amount: baht('100.00') } as const
  const make = (id: string, changes: Partial<NewClaim> = {}) => drafted(town, {
    kind: 'C1', claimDate: calendarDate('2026-11-20'), title: 'ค่าจ้างทำความสะอาดอาคารสำนักงาน ประจำเดือนตุลาคม 2569', departmentId: town.departmentId, payeeId: payee, channel: 'transfer',
    invoiceNumber: `IV-69/${id}`, invoiceDate: calendarDate('2026-11-10'), vat: 'included', lines: [lineOf(line, '5104010112.001', '10700.00')], deductions: [tax],
    origin: { kind: 'sample', id }, ...changes,
  })
  const people = ['นางสมศรี มีสุข', 'นายบุญมา พาเพลิน'].map((name) => (
    { payeeId: null, name, taxId: '', bankCode: '006', accountNumber: '2030412345', accountName: name, gross: baht('5350.00'), deducted: baht('0.00') }))
  const batch = await make('5', { kind: 'C5', payeeId: null, payees: people, deductions: [], title: 'เบี้ยยังชีพผู้สูงอายุ ประจำเดือนพฤศจิกายน 2569' })
  const waiting = await endorsed(town, await submitted(town, await make('1')))
  const done = await approved(town, await checked(town, await endorsed(town, await submitted(town, await make('2')))))
  await checked(town, await endorsed(town, await submitted(town, await make('3', { invoiceNumber: 'IV-69/2', duplicateReason: 'แบ่งเบิกตามงวดงาน งวดที่ 2' }))))
  const back = await endorsed(town, await submitted(town, await make('4')))
  const { version } = await claimNow(town, back)
  await town.checker.work((work) => returnClaim(work, back, { version, reason: 'ใบแจ้งหนี้ไม่มีลายมือชื่อผู้ขาย' }))
  const keyed = await keyedDraft(office, { organisationId: town.organisationId, from: back })
  const voucher = (await claimNow(town, done)).payableVoucherId ?? ''
  const by = (username: string) => () => signedIn(username)
  return {
    [claimPaths.showRoute]: [
      { name: 'a claim, returned', address: claimPaths.show(back), as: by('saensuk.clerk') }, { name: 'a claim of many people', address: claimPaths.show(batch), as: by('saensuk.clerk') },
      { name: 'a claim, approved', address: claimPaths.show(done), as: by('saensuk.head') },
      { name: 'a claim on paper', address: claimPaths.show(done), as: by('saensuk.clerk'), then: (screen) => screen.press('พิมพ์ฎีกา') },
      { name: 'claims at work', address: claimPaths.list, as: by('saensuk.head') }, { name: 'a claim, nothing typed', address: claimPaths.newOf('C1'), as: by('saensuk.clerk'), then: (screen) => screen.press('บันทึกร่าง') },
      { name: 'a claim against a deposit', address: claimPaths.newOf('C8'), as: by('saensuk.clerk') }, { name: 'money to an own unit', address: claimPaths.newOf('C13'), as: by('saensuk.clerk') },
    ],
    [claimPaths.editRoute]: [{ name: 'a claim, to be mended', address: claimPaths.edit(keyed), as: by('saensuk.clerk') }, { name: 'a drafted claim, its head', address: claimPaths.edit(back), as: by('saensuk.clerk') }],
    [claimCheckPaths.showRoute]: [
      { name: 'the papers of a claim', address: claimCheckPaths.show(waiting), as: by('saensuk.check') },
      { name: 'papers missing', address: claimCheckPaths.show(waiting), as: by('saensuk.check'), then: (screen) => screen.press('บันทึกตรวจสอบและออกเลขที่คลังรับ') },
      { name: 'the checker\'s desk', address: claimCheckPaths.list, as: by('saensuk.check') }, { name: 'the approver\'s desk', address: claimCheckPaths.list, as: by('saensuk.head') },
    ],
    [claimRegisterPaths.list]: [
      { name: 'the register of claims', address: claimRegisterPaths.list, as: by('saensuk.head') }, { name: 'the register of claims on paper', address: `${claimRegisterPaths.list}/print`, as: by('saensuk.head') },
      { name: 'reports of money out', address: reportPaths.list, as: by('saensuk.head') }, { name: 'settings of claims', address: claimSettingsPaths.edit, as: by('saensuk.head') },
      { name: 'a refund of income', address: claimPaths.newOf('C9'), as: by('saensuk.clerk') }, { name: 'a claim on funds', address: claimPaths.newOf('C12'), as: by('saensuk.clerk') },
    ],
    [ledgerPaths.payableRoute]: [{ name: 'a payable voucher', address: ledgerPaths.payable(town.organisationId, voucher), as: by('saensuk.head') }],
  }
}

/** As if the clerk of the town had keyed it: a draft is mended by its author alone. */
async function keyedDraft(office: TestOffice, { organisationId, from }: { readonly organisationId: string; readonly from: string }): Promise<string> {
  const { id: _id, ...head } = await office.owner('claims').where({ organisation_id: organisationId, id: from }).first()
  const { id: clerk } = await office.owner('users').where({ username: 'saensuk.clerk' }).first('id')
  const [row] = await office.owner('claims').insert({ ...head, prepared_by: clerk, number: null, department_number: null, return_reason: null, origin_kind: null, origin_id: null, form_key: null, invoice_number: '' }).returning('id')
  const lines = await office.owner('claim_lines').where({ organisation_id: organisationId, claim_id: from })
  await office.owner('claim_lines').insert(lines.map((line) => ({ ...line, claim_id: row.id })))
  return row.id
}
