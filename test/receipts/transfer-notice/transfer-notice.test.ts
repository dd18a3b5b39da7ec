// What the department tells of money it sent: listed from a file, waiting at each LAO until it is recorded there (budget-and-receipts §4.4).
import { describe, expect, it } from 'vitest'
import { pastedSheet } from '../../../src/documents/index.ts'
import { getHome } from '../../../src/home/front/front.service.ts'
import { homePage } from '../../../src/home/front/front.view.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden, NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { receiptsRoutes, transferNoticeRoutes } from '../../../src/receipts/index.ts'
import { cancelReceipt, confirmCancel, recordReceipt } from '../../../src/receipts/receipt/receipt.service.ts'
import { type NewReceipt } from '../../../src/receipts/receipt/receipt.ts'
import { transferNoticeText as text } from '../../../src/receipts/transfer-notice.text.ts'
import { countWaiting, findNotices } from '../../../src/receipts/transfer-notice/transfer-notice.repository.ts'
import { findNoticeWork, importNotices, nameTaker, withdrawNotice } from '../../../src/receipts/transfer-notice/transfer-notice.service.ts'
import { type NoticeFilter } from '../../../src/receipts/transfer-notice/transfer-notice.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { organisation } from '../../support/world.ts'
import { aCounter } from '../lao.ts'
import { boxesIn } from '../pages.ts'
import { aFile, aPerson, aSchool, type Person, type School } from '../school.ts'

const db = await testDatabase()
const dla = await aPerson(db, await organisation(db, 'DLA'), ['DLA_CONTENT'])
const general = '43100001'
const { errors } = text
const routes = [...receiptsRoutes, ...transferNoticeRoutes]
const heads = Object.values(text.import.heads).join('\t')
interface Coded extends School {
  readonly code: string
}

async function aTown(): Promise<Coded> {
  const town = await aCounter(db)
  return { ...town, code: (await db.owner('organisations').where('id', town.organisation.id).first('code')).code }
}

const rowFor = (town: Coded, given: Partial<Record<'year' | 'round' | 'code' | 'income' | 'amount' | 'day' | 'letter', string>> = {}) => (
  Object.values({ year: '2570', round: '1', code: town.code, income: general, amount: '1,007,104.23', day: '10/11/2569', letter: 'มท 0808.2/1', ...given }).join('\t'))
const list = (...rows: string[]) => dla.work((work) => importNotices(work, pastedSheet([heads, ...rows].join('\n'))))
const all: NoticeFilter = { fiscalYear: fiscalYear(2570), state: undefined, search: '', waited: undefined, after: undefined }
const seenBy = async (who: Person, filter: Partial<NoticeFilter> = {}) => (await who.read((read) => findNotices(read, { ...all, ...filter }))).items

const taking = (town: School, noticeId: string, given: { amount?: string; income?: string } = {}): NewReceipt => {
  const amount = baht(given.amount ?? '1007104.23')
  return {
    formKey: crypto.randomUUID(), receiptDate: calendarDate('2026-11-19'), payer: text.payer, remark: '', noticeId, paper: { kind: 'evidence', evidenceKind: 'credit-advice', reference: 'มท 0808.2/1' },
    lines: [{ row: 0, incomeCode: given.income ?? general, description: '', amount }], payments: [{ row: 0, means: 'transfer', bankAccountId: town.bankAccountId, reference: '', amount }],
  }
}
const take = (town: School, noticeId: string, given = {}) => town.clerk.work((work) => recordReceipt(work, taking(town, noticeId, given), [aFile]))

async function aNoticed(given = {}): Promise<{ town: Coded; noticeId: string }> {
  const town = await aTown()
  await list(rowFor(town, given))
  const [notice] = await seenBy(town.clerk)
  return { town, noticeId: notice?.id ?? '' }
}

describe('a list of transfers', () => {
  it('is seen by the LAO it is for, its province and the department; by no other LAO', async () => {
    const { town } = await aNoticed()
    const other = await aCounter(db)
    const province = (code: string) => aPerson(db, town.organisation, []).then(async () => aPerson(db, await organisation(db, code), ['PROV_OFFICER']))
    expect((await seenBy(town.clerk)).map(({ amount, state, incomeName }) => [amount, state, incomeName])).toEqual([
      [baht('1007104.23'), 'waiting', 'เงินอุดหนุนทั่วไปสำหรับดำเนินการตามอำนาจหน้าที่และภารกิจถ่ายโอน'],
    ])
    expect(await seenBy(other.clerk)).toEqual([])
    const own = await province(`P${town.organisation.provinceCode}`)
    expect((await seenBy(own)).map(({ receiverId }) => receiverId)).toContain(town.organisation.id)
    const foreign = await province(town.organisation.provinceCode === '67' ? 'P20' : 'P67')
    expect((await seenBy(foreign)).map(({ receiverId }) => receiverId)).not.toContain(town.organisation.id)
    expect((await seenBy(dla)).length).toBeGreaterThan(0)
  })

  it('is refused whole with every fault at its row and column', async () => {
    const town = await aTown()
    const before = (await seenBy(dla)).length
    await expect(list(
      rowFor(town), rowFor(town), rowFor(town, { code: '9999999' }), rowFor(town, { income: '44100001' }), rowFor(town, { income: '41210008' }), rowFor(town, { amount: '-1' }), rowFor(town, { day: '31/02/2570' }),
      rowFor(town, { day: '21/11/2569' }), rowFor(town, { year: '2569' }), rowFor(town, { letter: '' }),
    )).rejects.toMatchObject({ errors: {
      'rows.3.letter': errors.twin, 'rows.4.code': errors.lao, 'rows.5.income': errors.income, 'rows.6.income': errors.income, 'rows.7.amount': errors.positive, 'rows.8.day': errors.date, 'rows.9.day': errors.future,
      'rows.10.year': errors.year, 'rows.11.letter': errors.letter,
    } })
    expect((await seenBy(dla)).length).toBe(before)
    await list(rowFor(town))
    await expect(list(rowFor(town))).rejects.toThrow(new RuleBroken({ 'rows.2.letter': errors.twin }))
  })

  it('of every LAO of the country is taken in by one file', async () => {
    const town = await aTown()
    const laos = 7849
    const count = await list(...Array.from({ length: laos }, (_, index) => rowFor(town, { amount: '1.00', letter: `มท ${index}` })))
    expect(count).toBe(laos)
    expect(await town.clerk.read((read) => countWaiting(read))).toEqual({ count: laos, amount: baht('7849.00') })
    await dla.work((work) => work.db('transfer_notices').where('receiver_id', town.organisation.id).update({ withdrawn_by: dla.officer.userId, withdrawn_at: work.now, withdraw_reason: 'ทดสอบ' }))
  }, 60_000)

  it('is brought in by those of the department who keep it, by nobody else', async () => {
    const town = await aTown()
    await expect(atDesk(db, town.head.officer, routes).get('/receipts/transfer-notices/import')).rejects.toThrow(Forbidden)
    await expect(town.head.work((work) => importNotices(work, pastedSheet([heads, rowFor(town)].join('\n'))))).rejects.toThrow()
    expect((await atDesk(db, dla.officer, routes).get('/receipts/transfer-notices')).html).toContain('นำเข้ารายการโอนเงิน')
    expect((await atDesk(db, town.head.officer, routes).get('/receipts/transfer-notices')).html).not.toContain('นำเข้ารายการโอนเงิน')
  })
})

describe('a transfer that waits', () => {
  it('stands on the home page with the way to the form, which is filled in; recorded it is gone from there', async () => {
    const { town, noticeId } = await aNoticed()
    const rows = async (who: Person) => homePage(await who.read(getHome)).panels.find(({ id }) => id === 'receipts')?.rows.slice(0, 2)
    expect(await rows(town.clerk)).toEqual([
      { text: 'เงินที่แจ้งโอนแล้ว รอบันทึกรับ', href: '/receipts/transfer-notices?state=waiting', count: 'จำนวน 1 รายการ', amount: '1,007,104.23 บาท' },
      expect.objectContaining({ href: `/receipts/receipts/evidence/new?notice=${noticeId}`, amount: '1,007,104.23 บาท' }),
    ])
    const desk = atDesk(db, town.clerk.officer, routes)
    const form = await desk.get(`/receipts/receipts/evidence/new?notice=${noticeId}`)
    expect(boxesIn(form)).toMatchObject({ notice: noticeId, payer: text.payer, evidenceReference: 'มท 0808.2/1', 'lines.0.amount': '1,007,104.23', 'transfers.0.amount': '1,007,104.23', 'transfers.0.valueDate': '10/11/2569' })
    expect(form.html).toContain(general)
    const receipt = await take(town, noticeId)
    expect((await seenBy(town.clerk)).map(({ state, receipt: by }) => [state, by?.id])).toEqual([['taken', receipt]])
    expect((await rows(town.clerk))?.[0]?.text).not.toBe('เงินที่แจ้งโอนแล้ว รอบันทึกรับ')
    await expect(desk.get(`/receipts/receipts/evidence/new?notice=${noticeId}`)).rejects.toThrow(errors.takenAlready)
  })

  it('is taken in once, with its own amount under its own code, and waits again when that receipt is cancelled', async () => {
    const { town, noticeId } = await aNoticed()
    const told = new RuleBroken({ 'lines.0.amount': errors.otherMoney(`${general} เงินอุดหนุนทั่วไปสำหรับดำเนินการตามอำนาจหน้าที่และภารกิจถ่ายโอน`, '1,007,104.23') })
    await expect(take(town, noticeId, { amount: '1007104.22' })).rejects.toThrow(told)
    await expect(take(town, noticeId, { income: '42100002' })).rejects.toThrow(told)
    const receipt = await take(town, noticeId)
    await expect(take(town, noticeId)).rejects.toThrow(new RuleBroken(errors.takenAlready))
    await town.clerk.work((work) => cancelReceipt(work, receipt, { version: 1, cause: 'paper', reason: 'ผิดบัญชี' }))
    await town.head.work((work) => confirmCancel(work, receipt, 2))
    expect((await seenBy(town.clerk)).map(({ state }) => state)).toEqual(['waiting'])
    await take(town, noticeId)
  })

  it('recorded before the department told of it is named for it by a receipt of this money, once', async () => {
    const town = await aTown()
    const early = await town.clerk.work((work) => recordReceipt(work, { ...taking(town, ''), noticeId: undefined }, [aFile]))
    const [other] = [await town.clerk.work((work) => recordReceipt(work, { ...taking(town, '', { amount: '5.00' }), noticeId: undefined }, [aFile]))]
    await list(rowFor(town), rowFor(town, { letter: 'อีกฉบับ' }))
    const [second, first] = await seenBy(town.clerk)
    const desk = atDesk(db, town.clerk.officer, routes)
    const at = `/receipts/transfer-notices/${first?.id}/taken`
    expect((await desk.get('/receipts/transfer-notices')).html).toContain(at)
    const { html } = await desk.get(at)
    expect(html).toContain(`href="/receipts/receipts/${early}"`)
    expect(html).toContain(`href="/receipts/receipts/evidence/new?notice=${first?.id}"`)
    const rows = async () => (await town.clerk.read(findNoticeWork)).slice(1).map(({ href }) => href)
    expect(await rows()).toEqual([at, `/receipts/transfer-notices/${second?.id}/taken`])
    for (const receipt of ['', 'x', other ?? '']) {
      const again = await desk.post(at, { receipt })
      expect(again.reply).toMatchObject({ status: 422 })
      expect(seen(again.html)).toContain(errors.taker)
    }
    const results = await Promise.allSettled([first, second].map((notice) => town.clerk.work((work) => nameTaker(work, notice?.id ?? '', { receipt: early }))))
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await seenBy(town.clerk)).flatMap(({ state, receipt }) => (state === 'taken' ? [receipt?.id] : []))).toEqual([early])
    const [waiting] = (await seenBy(town.clerk)).filter(({ state }) => state === 'waiting')
    expect(await rows()).toEqual([`/receipts/receipts/evidence/new?notice=${waiting?.id}`])
    const stranger = await aCounter(db)
    await expect(stranger.clerk.work((work) => nameTaker(work, second?.id ?? '', { receipt: early }))).rejects.toThrow(NotFound)
    await expect(atDesk(db, dla.officer, routes).get(at)).rejects.toThrow(Forbidden)
  })

  it('two clerks at once: one takes it, the other is told', async () => {
    const { town, noticeId } = await aNoticed()
    const second = await aPerson(db, town.organisation, ['LAO_REVENUE'])
    const results = await Promise.allSettled([take(town, noticeId), second.work((work) => recordReceipt(work, taking(town, noticeId), [aFile]))])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: new RuleBroken(errors.takenAlready) })
  })

  it('of another LAO is not there', async () => {
    const { noticeId } = await aNoticed()
    const other = await aCounter(db)
    await expect(take(other, noticeId)).rejects.toThrow(NotFound)
    await expect(atDesk(db, other.clerk.officer, routes).get(`/receipts/receipts/evidence/new?notice=${noticeId}`)).rejects.toThrow(NotFound)
  })

  it('is withdrawn or taken in, never both at one moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { town, noticeId } = await aNoticed()
      const results = await Promise.allSettled([take(town, noticeId), dla.work((work) => withdrawNotice(work, noticeId, { reason: 'ผิด' }))])
      expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    }
  })

  it('of an earlier year is in the list that the home page leads to', async () => {
    const { town } = await aNoticed({ year: '2569', day: '10/09/2569' })
    const desk = atDesk(db, town.clerk.officer, routes)
    for (const asked of ['state=waiting', 'waited=7']) {
      expect(seen((await desk.get(`/receipts/transfer-notices?${asked}`)).html)).toContain('1,007,104.23')
      expect(seen((await desk.get(`/receipts/transfer-notices?${asked}&year=2570`)).html)).not.toContain('1,007,104.23')
    }
    expect(seen((await desk.get('/receipts/transfer-notices')).html)).not.toContain('1,007,104.23')
  })

  it('for more than seven days is told to the province and the department', async () => {
    const { town } = await aNoticed()
    const school = await aSchool(db)
    const province = await aPerson(db, await organisation(db, `P${town.organisation.provinceCode}`), ['PROV_OFFICER'])
    const late = await province.read((read) => countWaiting(read, { longerThan: 7 }))
    expect(await province.read(findNoticeWork)).toEqual([{ text: text.work.below('7'), href: '/receipts/transfer-notices?waited=7', ...late }])
    expect(late.count).toBeGreaterThan(0)
    expect((await seenBy(province, { fiscalYear: undefined, waited: 7 })).length).toBe(late.count)
    expect(await seenBy(province, { waited: 10, search: town.code })).toEqual([])
    expect(await school.head.read(findNoticeWork)).toEqual([])
  })
})

describe('a transfer listed wrongly', () => {
  it('is withdrawn with a reason by the department, and may be listed anew', async () => {
    const { town, noticeId } = await aNoticed()
    const desk = atDesk(db, dla.officer, routes)
    const page = await desk.get(`/receipts/transfer-notices/${noticeId}/withdraw`)
    expect(seen(page.html)).toContain('1,007,104.23')
    expect((await desk.post(`/receipts/transfer-notices/${noticeId}/withdraw`, { reason: '' })).reply).toMatchObject({ status: 422 })
    await dla.work((work) => withdrawNotice(work, noticeId, { reason: 'จำนวนเงินผิด' }))
    await expect(dla.work((work) => withdrawNotice(work, noticeId, { reason: 'ซ้ำ' }))).rejects.toThrow(Conflict)
    expect((await seenBy(town.clerk)).map(({ state }) => state)).toEqual(['withdrawn'])
    await expect(take(town, noticeId)).rejects.toThrow(NotFound)
    await list(rowFor(town))
  })

  it('is not withdrawn once it was taken in, nor by an LAO', async () => {
    const { town, noticeId } = await aNoticed()
    await expect(town.head.work((work) => withdrawNotice(work, noticeId, { reason: 'x' }))).rejects.toThrow(NotFound)
    await take(town, noticeId)
    await expect(dla.work((work) => withdrawNotice(work, noticeId, { reason: 'x' }))).rejects.toThrow(new RuleBroken(errors.taken))
  })
})
