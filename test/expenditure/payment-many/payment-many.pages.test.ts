// Several payments at once (EX-9): rows of issued reports recorded together, recorded payments approved together, each told by its own row.
import { describe, expect, it } from 'vitest'
import { documentsText } from '../../../src/documents/index.ts'
import { findRowsToPay } from '../../../src/expenditure/cheque-report/cheque-report.service.ts'
import { cancelPayment } from '../../../src/expenditure/payment/payment.service.ts'
import { paymentManyPaths as paths, paymentPaths } from '../../../src/expenditure/payment.paths.ts'
import { paymentText as text } from '../../../src/expenditure/payment.text.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { type Visit } from '../../support/visit.ts'
import { anApprovedClaim, anIssuedRow, aPayingOffice, commandOf } from '../payment/paying.ts'

const app = await testOffice()
const saensuk = await aPayingOffice(app, { code: '4200103', on: calendarDate('2026-10-01') })
const [hire = ''] = await anEnactedBudget(saensuk, [{ code: '5320100', amount: '900000.00', title: 'จ้างเหมาบริการ' }])
const [finance, head, clerk] = [await signIn(app, 'saensuk.finance'), await signIn(app, 'saensuk.head'), await signIn(app, 'saensuk.clerk')]
const done = documentsText.ticked.done.text

async function aRow(channel: 'cheque' | 'withdrawal', title: string): Promise<string> {
  const claimId = await anApprovedClaim(saensuk, hire, '1000.00', { title, claimDate: calendarDate('2026-11-16') })
  return anIssuedRow(saensuk, commandOf(saensuk, [claimId], { paymentDate: calendarDate('2026-11-20'), channel }))
}

/** Value of the box of a row, as the page gives it. */
function boxOf(visit: Visit, rowId: string): string {
  return new RegExp(`value="(${rowId}\\.[0-9a-f-]{36})"`).exec(visit.html)?.[1] ?? ''
}

const paymentsOf = (rows: readonly string[]) => app.owner('payments').where({ organisation_id: saensuk.organisationId }).whereIn('report_row_id', rows).whereNot('state', 'cancelled').orderBy('id').select('id', 'state', 'version', 'net')
const handedTo = async (rowId: string) => (await app.owner('cheques as q').join('payments as m', 'm.cheque_id', 'q.id').where({ 'm.report_row_id': rowId }).first('q.handed_to'))?.handed_to

describe('rows of issued reports', () => {
  it('are recorded together, each as its own payment; one that is refused stops no other', async () => {
    const rows = [await aRow('cheque', 'ค่าวัสดุสำนักงาน'), await aRow('cheque', 'ค่าวัสดุก่อสร้าง'), await aRow('cheque', 'ค่าจ้างซ่อม')]
    const page = await finance.open(`${paths.record}?channel=cheque`)
    const boxes = rows.map((id) => boxOf(page, id))
    const [first = '', second = '', third = ''] = rows
    const results = await finance.submit({ rows: boxes, paymentDate: '20/11/2569', [`handedTo-${first}`]: 'นางสาวสุดา ผู้รับมอบอำนาจ', [`handedTo-${second}`]: ' ' }, `${paths.record}?channel=cheque`)
    expect(results.text).toContain(documentsText.ticked.lead('2', '1'))
    expect(results.text).toContain(text.errors.faults.noReceiver)
    expect(await paymentsOf(rows)).toHaveLength(2)
    expect(await handedTo(first)).toBe('นางสาวสุดา ผู้รับมอบอำนาจ')
    expect(await handedTo(third)).toMatch(/^ผู้รับเงิน/)
    await finance.open(`${paths.record}?channel=cheque`)
    expect(boxOf(finance, second)).not.toBe('')
    expect(boxOf(finance, first)).toBe('')
  })

  it('are asked for by their way of paying: cheques that nobody fetches hide no slip', async () => {
    await aRow('cheque', 'ค่าเช็คที่ยังไม่มารับ')
    const slip = await aRow('withdrawal', 'ค่าน้ำประปา')
    const [first] = await saensuk.finance.read((read) => findRowsToPay(read, { channel: 'withdrawal', most: 1 }))
    expect(first?.row).toMatchObject({ id: slip, channel: 'withdrawal' })
    const { text: shown } = await finance.open(paths.record)
    const waiting = (await app.owner('cheque_report_rows as w').join('cheque_reports as r', 'r.id', 'w.report_id').where({ 'w.organisation_id': saensuk.organisationId, 'r.state': 'issued', 'w.channel': 'withdrawal', 'w.is_live': true })
      .whereNotExists(app.owner('payments').whereRaw('report_row_id = w.id').whereIn('state', ['recorded', 'posted']))).length
    expect(shown).toContain(text.many.ofChannel(text.channels.withdrawal, String(waiting)))
  })

  it('sent twice by an impatient hand are recorded once', async () => {
    const row = await aRow('withdrawal', 'ค่าไฟฟ้า')
    const page = await finance.open(`${paths.record}?channel=withdrawal`)
    const form = { rows: boxOf(page, row), paymentDate: '20/11/2569' }
    const address = `${paths.record}?channel=withdrawal`
    const once = await finance.submit(form, address)
    expect(once.text.match(new RegExp(done, 'g'))).toHaveLength(1)
    await finance.open(address)
    expect((await finance.post(address, form)).text).toContain(done)
    expect(await paymentsOf([row])).toHaveLength(1)
  })

  it('are not recorded on a day that is none, or when nothing is ticked, and the page keeps what was typed', async () => {
    const row = await aRow('cheque', 'ค่าซ่อมรถ')
    const address = `${paths.record}?channel=cheque`
    await finance.open(address)
    const refused = await finance.submit({ rows: boxOf(finance, row), paymentDate: '32/13/2569', [`handedTo-${row}`]: 'นายทดสอบ' }, address)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(text.errors.date)
    expect(refused.html).toMatch(new RegExp(`id="row-${row}"[^>]* checked`))
    expect(refused.html).toContain('value="นายทดสอบ"')
    const nothing = await finance.submit({ rows: [], paymentDate: '20/11/2569' }, address)
    expect([nothing.status, nothing.text.includes(text.many.noRows)]).toEqual([422, true])
    expect(await paymentsOf([row])).toEqual([])
  })

  it('are no matter of a clerk, and nothing is listed for another office', async () => {
    expect((await clerk.open(paths.record)).status).toBe(403)
    const stranger = await signIn(app, 'donsalaep.finance')
    expect((await stranger.open(paths.record)).text).toContain(text.noRows)
    const row = await aRow('cheque', 'ค่าที่ดิน')
    const page = await stranger.post(paths.record, { rows: `${row}.${crypto.randomUUID()}`, paymentDate: '20/11/2569' })
    expect(page.text).not.toContain(done)
    expect(await paymentsOf([row])).toEqual([])
  })
})

describe('recorded payments', () => {
  it('are approved together; one that was given up meanwhile is told by its row', async () => {
    const rows = [await aRow('cheque', 'ค่าเช่าเครื่องถ่ายเอกสาร'), await aRow('cheque', 'ค่าถ่ายเอกสาร'), await aRow('cheque', 'ค่าพิมพ์')]
    const page = await finance.open(`${paths.record}?channel=cheque`)
    await finance.submit({ rows: rows.map((id) => boxOf(page, id)), paymentDate: '20/11/2569' }, `${paths.record}?channel=cheque`)
    const recorded = await paymentsOf(rows)
    await head.open(paths.waiting)
    expect(head.text).toContain('CLM-')
    const givenUp = recorded[1]
    await saensuk.finance.work((work) => cancelPayment(work, givenUp?.id, { version: 1, reason: 'ผู้รับไม่มา' }))
    const results = await head.submit({ payments: recorded.map(({ id, version }) => `${id}.${version}`) }, paths.approve)
    expect(results.text).toContain(documentsText.ticked.lead('2', '1'))
    expect((await paymentsOf(rows)).map(({ state }) => state)).toEqual(['posted', 'posted'])
    const list = await head.open(`${paymentPaths.list}?state=posted`)
    expect(list.text).toMatch(/PV-[0-9]{5}\/70 CLM-[0-9]{5}\/70/)
    await head.open(paths.waiting)
    expect((await head.post(paths.approve)).text).toContain(text.many.noPayments)
  })

  it('are approved by nobody who recorded them, and by nobody without the right', async () => {
    const row = await aRow('cheque', 'ค่ารับรอง')
    await finance.open(`${paths.record}?channel=cheque`)
    await finance.submit({ rows: boxOf(finance, row), paymentDate: '20/11/2569' }, `${paths.record}?channel=cheque`)
    const [payment] = await paymentsOf([row])
    await app.owner('payments').where({ organisation_id: saensuk.organisationId, id: payment?.id }).update({ prepared_by: app.owner('users').where({ username: 'saensuk.head' }).select('id') })
    await head.open(paths.waiting)
    const results = await head.submit({ payments: `${payment?.id}.1` }, paths.approve)
    expect(results.text).toContain(documentsText.samePerson)
    expect((await finance.open(paths.waiting)).status).toBe(403)
    expect((await paymentsOf([row])).map(({ state }) => state)).toEqual(['recorded'])
  })
})
