// รายงานการจัดทำเช็ค/ใบถอน: from the draft to the last payment, and back.
import { describe, expect, it } from 'vitest'
import { documentsText } from '../../../src/documents/index.ts'
import { getCheque } from '../../../src/expenditure/cheque/cheque.repository.ts'
import { chequeReportText as text } from '../../../src/expenditure/cheque-report.text.ts'
import { approveReport, attachToReport, cancelReport, createReport, detachFromReport, dropRow, editReport, returnReport } from '../../../src/expenditure/cheque-report/cheque-report.service.ts'
import { rowsOf, signerFault } from '../../../src/expenditure/cheque-report/cheque-report.ts'
import { chequeText } from '../../../src/expenditure/cheque.text.ts'
import { expenditureRoutes } from '../../../src/expenditure/index.ts'
import { chequeReportPaths as paths, paymentPaths } from '../../../src/expenditure/payment.paths.ts'
import { paymentText } from '../../../src/expenditure/payment.text.ts'
import { cancelPayment, recordPayment } from '../../../src/expenditure/payment/payment.service.ts'
import { postPayment, reversePayment } from '../../../src/expenditure/payment-post/payment-post.service.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden, NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { formatMoney } from '../../../src/platform/money.ts'
import { anEnactedBudget, type Person } from '../../budget/world.ts'
import { addressIn, boxesIn } from '../../receipts/pages.ts'
import { aFile } from '../../receipts/school.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { aDraftReport, anApprovedClaim, anIssuedRow, aPayingOffice, commandOf, reportNow, saidBy as said } from '../payment/paying.ts'
import { aPayee, claimNow } from '../world.ts'

const db = await testDatabase()
const office = await aPayingOffice(db, { year: fiscalYear(2570), on: calendarDate('2026-11-02') })
const [hire = ''] = await anEnactedBudget(office, [{ code: '5320100', amount: '900000.00' }])
const today = await office.finance.read(async (read) => read.today)
const desk = (who: Person) => atDesk(db, who.officer, expenditureRoutes)
const claim = (amount = '100.00', payeeId?: string) => anApprovedClaim(office, hire, amount, payeeId === undefined ? {} : { payeeId })
const cheque = (ids: readonly string[], chequeNumber: string) => commandOf(office, ids, { paymentDate: today, channel: 'cheque', chequeNumber })
const draft = async (ids: readonly string[], number: string) => aDraftReport(office, cheque(ids, number))
const approve = (id: string, version = 1) => office.head.work((work) => approveReport(work, id, version))
const states = async (...ids: string[]) => Promise.all(ids.map(async (id) => (await claimNow(office, id)).state))

describe('the rows of a report', () => {
  const paid = (id: string) => ({ id, payeeId: '1', payeeName: 'ร้าน' }) as Parameters<typeof rowsOf>[1] extends ReadonlyMap<string, infer C> ? C : never
  it('put claims of one number on one paper, and a blank number on a paper of its own', () => {
    const claims = new Map(['1', '2', '3', '4'].map((id) => [id, paid(id)]))
    const rows = rowsOf([
      { claimId: '1', channel: 'cheque', documentNumber: '1001' }, { claimId: '2', channel: 'transfer', documentNumber: '' }, { claimId: '3', channel: 'cheque', documentNumber: '1001' },
      { claimId: '4', channel: 'transfer', documentNumber: '' },
    ], claims)
    expect(rows.map((row) => row.claims.map(({ id }) => id))).toEqual([['1', '3'], ['2'], ['4']])
  })

  it.each([
    [['executive', 'clerk', 'head_of_finance'], undefined], [['executive', 'clerk'], 'few'], [['clerk', 'head_of_finance', 'cheque_signer'], 'executive'], [['executive', 'cheque_signer', 'cheque_signer'], 'clerk'],
  ] as const)('signed by %j of at least three: %s', (roles, fault) => {
    expect(signerFault(roles.map((role) => ({ role })), 3)).toBe(fault)
  })
})

describe('a report', () => {
  it('takes papers while it stands, and lets none go once it is approved upon them', async () => {
    const report = await draft([await claim()], '77700455')
    const attach = () => office.finance.work((work) => attachToReport(work, report, [aFile]))
    const detach = async () => {
      const { id } = await db.owner('attachments').where({ organisation_id: office.organisationId, document_kind: 'cheque-report', document_id: report, removed_at: null }).first('id')
      return office.finance.work((work) => detachFromReport(work, report, id))
    }
    await attach()
    await detach()
    await attach()
    await approve(report)
    expect(await said(detach())).toBe(documentsText.attachments.kept)
    await attach()
    await office.head.work((work) => returnReport(work, report, { version: 2, reason: 'แนบผิด' }))
    await detach()
    await office.finance.work((work) => cancelReport(work, report, 3))
    await expect(attach()).rejects.toThrow(Conflict)
  })

  it('holds several claims of one payee on one cheque; approved they are being paid, issued the cheque is signed, paid it is done', async () => {
    const payeeId = await aPayee(office, 'บริษัท สองใบ จำกัด', 'juristic')
    const ids = [await claim('1000.00', payeeId), await claim('250.50', payeeId)]
    const rowId = await anIssuedRow(office, cheque(ids, '77700100'))
    expect(await states(...ids)).toEqual(['paying', 'paying'])
    const reportId = (await db.owner('cheque_report_rows').where({ organisation_id: office.organisationId, id: rowId }).first('report_id')).report_id
    const report = await reportNow(office, reportId)
    expect(report).toMatchObject({ state: 'issued', signers: [{ role: 'clerk' }, { role: 'executive' }, { role: 'head_of_finance' }], rows: [{ documentNumber: '77700100' }] })
    expect(formatMoney(report.net)).toBe('1,250.50')
    const chequeId = report.rows[0]?.chequeId ?? ''
    const chequeNow = () => office.head.read((read) => getCheque(read, office.organisationId, chequeId))
    expect(await chequeNow()).toMatchObject({ state: 'signed', payeeName: 'บริษัท สองใบ จำกัด' })
    const payment = await office.finance.work((work) => recordPayment(work, { ...commandOf(office, [], { paymentDate: today, channel: 'cheque' }), reportRowId: rowId }))
    await expect(office.finance.work((work) => recordPayment(work, { ...commandOf(office, [], { paymentDate: today, channel: 'cheque' }), reportRowId: rowId }))).rejects.toThrow(Conflict)
    await office.head.work((work) => postPayment(work, payment, 1))
    expect([await states(...ids), (await reportNow(office, reportId)).state]).toEqual([['paid', 'paid'], 'done'])
    expect(await chequeNow()).toMatchObject({ state: 'handed_over', handedTo: 'นายมานะ ใจดี', handedOverOn: today })
    await office.head.work((work) => reversePayment(work, payment, { version: 2, reason: 'เช็คหาย' }))
    expect([await states(...ids), (await chequeNow()).state]).toEqual([['approved', 'approved'], 'cancelled'])
    expect(await reportNow(office, reportId)).toMatchObject({ rows: [], takenOut: [{ documentNumber: '77700100', reason: 'เช็คหาย', claims: [{ id: ids[0] }, { id: ids[1] }] }] })
    expect((await reportNow(office, await draft(ids, '77700101'))).rows).toHaveLength(1)
  })

  it('keeps its row when a payment is cancelled, so that it is paid again by the same cheque', async () => {
    const id = await claim()
    const rowId = await anIssuedRow(office, cheque([id], '77700110'))
    const pay = () => office.finance.work((work) => recordPayment(work, { ...commandOf(office, [], { paymentDate: today, channel: 'cheque' }), reportRowId: rowId }))
    const first = await pay()
    await office.finance.work((work) => cancelPayment(work, first, { version: 1, reason: 'ผู้รับไม่มา' }))
    expect(await states(id)).toEqual(['paying'])
    const second = await pay()
    await office.head.work((work) => postPayment(work, second, 1))
    expect(await db.owner('payments').where({ organisation_id: office.organisationId, report_row_id: rowId }).orderBy('id').pluck('state')).toEqual(['cancelled', 'posted'])
  })

  it('is returned with a reason: claims approved as before, cheques cancelled, numbers used; mended it is approved with its old number', async () => {
    const id = await claim()
    const report = await draft([id], '77700120')
    await office.head.work((work) => returnReport(work, report, { version: 1, reason: 'ผู้ลงนามไม่ครบ' }))
    expect(await reportNow(office, report)).toMatchObject({ state: 'draft', returnReason: 'ผู้ลงนามไม่ครบ', number: null })
    await approve(report, 2)
    const { number } = await reportNow(office, report)
    await office.head.work((work) => returnReport(work, report, { version: 3, reason: 'เลขเช็คผิด' }))
    expect(await states(id)).toEqual(['approved'])
    expect(await said(approve(report, 4))).toBe(chequeText.errors.used('77700120'))
    const { reportDate, bankAccountId } = await reportNow(office, report)
    const signatoryIds = await db.owner('signatories').where({ organisation_id: office.organisationId }).pluck('id')
    const changed = { reportDate, bankAccountId, signatoryIds, remark: '', chosen: [{ claimId: id, channel: 'cheque', documentNumber: '77700121' }] } as const
    await office.finance.work((work) => editReport(work, report, { ...changed, version: 4 }))
    await approve(report, 5)
    expect(await reportNow(office, report)).toMatchObject({ state: 'approved', number })
  })

  it('that has a number keeps to the year of it: in another it would bear the number of another report', async () => {
    const id = await claim()
    const report = await draft([id], '77700190')
    await approve(report)
    await office.head.work((work) => returnReport(work, report, { version: 2, reason: 'เลขที่เช็คผิด' }))
    await db.owner('cheque_reports').where({ id: report }).update({ fiscal_year: 2569, report_date: '2026-09-30' })
    const signatoryIds = await db.owner('signatories').where({ organisation_id: office.organisationId }).pluck('id')
    const chosen = [{ claimId: id, channel: 'cheque', documentNumber: '77700191' }] as const
    const edit = () => office.finance.work((work) => editReport(work, report, { version: 3, reportDate: today, bankAccountId: office.current, remark: '', signatoryIds, chosen }))
    expect(await said(edit())).toBe(text.errors.otherYear('2569'))
    await db.owner('cheque_reports').where({ id: report }).update({ fiscal_year: 2570 })
    await edit()
    expect(await reportNow(office, report)).toMatchObject({ reportDate: today, fiscalYear: 2570 })
  })

  it('loses a row that will not be paid: its claim waits again, the last row takes the report with it', async () => {
    const id = await claim()
    const report = await draft([id], '77700130')
    await approve(report)
    const [row] = (await reportNow(office, report)).rows
    const drop = (rowId: string) => office.finance.work((work) => dropRow(work, report, { version: 2, rowId, reason: 'ผู้รับเงินสละสิทธิ์' }))
    expect(await said(drop('999999'))).toBe(text.errors.row)
    await drop(row?.id ?? '')
    expect([await states(id), (await reportNow(office, report)).state]).toEqual([['approved'], 'cancelled'])
  })

  it('bears on its paper what was taken out, with the reason, and what was only changed in the draft not', async () => {
    const [id, other] = [await claim('710.00'), await claim('820.00')]
    const chosen = (second: string) => [{ claimId: id, channel: 'cheque', documentNumber: '77700131' }, { claimId: other, channel: 'cheque', documentNumber: second }] as const
    const signatoryIds = await db.owner('signatories').where({ organisation_id: office.organisationId }).pluck('id')
    const drafted = { reportDate: today, bankAccountId: office.current, signatoryIds, remark: '' }
    const report = await office.finance.work((work) => createReport(work, { ...drafted, formKey: crypto.randomUUID(), chosen: chosen('77700132') }))
    await office.finance.work((work) => editReport(work, report, { ...drafted, chosen: chosen('77700133'), version: 1 }))
    await approve(report, 2)
    const rowId = (await reportNow(office, report)).rows.find(({ documentNumber }) => documentNumber === '77700131')?.id ?? ''
    await office.finance.work((work) => dropRow(work, report, { version: 3, rowId, reason: 'ชื่อผู้รับเงินผิด' }))
    const paper = seen((await desk(office.finance).post(`${paths.show(report)}/print`, {})).html)
    expect(paper).toMatch(/๗๗๗๐๐๑๓๓.*รวมทั้งสิ้น ๘๒๐\.๐๐.*ไม่รวมในยอด.*๗๗๗๐๐๑๓๑ ๗๑๐\.๐๐ ชื่อผู้รับเงินผิด/)
    expect(paper).not.toContain('๗๗๗๐๐๑๓๒')
  })

  it('that is given up after it had a number tells what it held, and that it is cancelled', async () => {
    const id = await claim('930.00')
    const report = await draft([id], '77700135')
    await approve(report)
    await office.head.work((work) => returnReport(work, report, { version: 2, reason: 'ไม่จ่ายแล้ว' }))
    await office.finance.work((work) => cancelReport(work, report, 3))
    expect(seen((await desk(office.finance).post(`${paths.show(report)}/print`, {})).html)).toMatch(new RegExp(`สถานะ ${text.states.cancelled.text}.*๗๗๗๐๐๑๓๕ ๙๓๐\\.๐๐`))
    expect(await states(id)).toEqual(['approved'])
    expect((await reportNow(office, await draft([id], '77700136'))).rows).toHaveLength(1)
  })
})

describe('a report is refused', () => {
  it('when its claim stands in another one (INV-17), also when two draft at the same moment', async () => {
    const id = await claim()
    const tried = await Promise.allSettled(['77700140', '77700141', '77700142'].map((number) => draft([id], number)))
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await said(draft([id], '77700143'))).toBe(text.errors.faults.gone)
  })

  it('by who drafted it (E_SOD), by who may not, and when somebody else was faster', async () => {
    const report = await draft([await claim()], '77700150')
    await expect(office.finance.work((work) => approveReport(work, report, 1))).rejects.toThrow(Forbidden)
    await db.owner('cheque_reports').where({ id: report }).update({ prepared_by: office.head.officer.userId })
    await expect(approve(report)).rejects.toThrow(RuleBroken)
    await db.owner('cheque_reports').where({ id: report }).update({ prepared_by: office.finance.officer.userId })
    await expect(approve(report, 7)).rejects.toThrow(Conflict)
  })

  it.each([
    ['a number of no book', { chequeNumber: '999999' }, chequeText.errors.leaf.noBook('999999', '')],
    ['a savings account', { bankAccountId: office.savings, chequeNumber: '77700160' }, paymentText.errors.faults.current],
    ['no number', { chequeNumber: '' }, paymentText.errors.faults.noCheque],
    ['a day before its claim', { paymentDate: calendarDate('2020-01-01'), chequeNumber: '77700161' }, text.errors.faults.beforeClaim],
  ] as const)('with %s', async (_name, given, refusal) => {
    expect(await said(aDraftReport(office, { ...cheque([await claim()], ''), ...given }))).toContain(refusal)
  })

  it('with two payees on one cheque, with too few signers, and with nothing chosen', async () => {
    expect(await said(draft([await claim(), await claim()], '77700170'))).toBe(text.errors.faults.payees)
    const bare = { formKey: crypto.randomUUID(), reportDate: today, bankAccountId: office.current, signatoryIds: [], remark: '', chosen: [] }
    expect(await said(office.finance.work((work) => createReport(work, bare)))).toMatch(new RegExp(`${text.errors.faults.noRows}.*${text.errors.signers.executive}`))
  })

  it('and a payment by cheque or slip without one, in an LAO', async () => {
    const id = await claim()
    for (const channel of ['cheque', 'withdrawal'] as const) {
      expect(await said(office.finance.work((work) => recordPayment(work, commandOf(office, [id], { paymentDate: today, channel }))))).toContain(paymentText.errors.faults.report)
    }
  })
})

describe('the desk of reports', () => {
  it('keeps what was typed, drafts, is approved, issued, printed and paid from its rows', async () => {
    const id = await claim('4321.00')
    const form = await desk(office.finance).get(paths.new)
    expect(seen(form.html)).toContain('4,321.00')
    const index = /name="rows\.(\d+)\.claimId" value="(\d+)"/g
    const row = [...form.html.matchAll(index)].find(([, , claimId]) => claimId === id)?.[1] ?? ''
    const signatoryIds = await db.owner('signatories').where({ organisation_id: office.organisationId }).pluck('id')
    const typed = { ...boxesIn(form), bankAccountId: office.current, signatoryIds, [`rows.${row}.claimId`]: id, [`rows.${row}.channel`]: 'cheque', [`rows.${row}.number`]: '๗๗๗-๐๐๑๘๐' }
    const refused = await desk(office.finance).post(paths.new, { ...typed, [`rows.${row}.number`]: 'ก' })
    expect(refused.reply).toMatchObject({ status: 422 })
    expect(refused.html).toMatch(new RegExp(`href="#claim-${id}"[\\s\\S]*id="claim-${id}"`))
    const address = addressIn((await desk(office.finance).post(paths.new, typed)).reply)
    expect((await desk(office.finance).get(address)).html).not.toContain(`${address}/approve`)
    await desk(office.head).post(`${address}/approve`, { version: '1' })
    await desk(office.finance).post(`${address}/issue`, { version: '2' })
    const paper = await desk(office.finance).post(`${address}/print`, { version: '3' })
    expect(seen(paper.html)).toMatch(/๗๗๗๐๐๑๘๐.*๔,๓๒๑\.๐๐.*สี่พันสามร้อยยี่สิบเอ็ดบาทถ้วน.*ปลัดเทศบาล/)
    const toPay = /href="(\/expenditure\/payments\/new\?row=\d+)"/.exec((await desk(office.finance).get(address)).html)?.[1] ?? ''
    const rowForm = await desk(office.finance).get(toPay)
    const incomplete = await desk(office.finance).post(paymentPaths.new, boxesIn(rowForm))
    expect(incomplete.reply).toMatchObject({ status: 422 })
    expect(incomplete.html).toContain('href="#handedTo"')
    const payment = addressIn((await desk(office.finance).post(paymentPaths.new, { ...boxesIn(rowForm), handedTo: 'นายสมชาย' })).reply)
    await desk(office.head).post(`${payment}/post`, { version: '1' })
    expect(seen((await desk(office.head).get(address)).html)).toMatch(/จ่ายครบแล้ว.*จ่ายแล้ว/)
    const paid = await desk(office.head).get(payment)
    expect(paid.html).toContain(address)
    expect(seen((await desk(office.finance).post(`${payment}/print`, {})).html)).toMatch(/นายสมชาย.*๔,๓๒๑\.๐๐/)
  })

  it('is shown to nobody of another office, found by number and payee, and saved', async () => {
    const other = await aPayingOffice(db, { year: fiscalYear(2570), on: calendarDate('2026-11-02') })
    expect(seen((await desk(other.finance).get(paths.list)).html)).toContain(text.empty)
    await expect(desk(other.finance).get(paths.show('1'))).rejects.toThrow(NotFound)
    await expect(desk(office.preparer).get(paths.list)).rejects.toThrow(Forbidden)
    expect(seen((await desk(office.head).get(`${paths.list}?search=สองใบ`)).html)).toContain(text.noNumber)
    expect((await desk(office.head).get(`${paths.list}/csv`)).reply).toMatchObject({ body: expect.stringContaining('CHR-00001/70') })
  })
})
