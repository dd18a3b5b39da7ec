import { describe, expect, it } from 'vitest'
import { closingRoutes, isOpen, openFiscalYear, reverseVoucher, verifyBook } from '../../../src/ledger/index.ts'
import { Conflict, Forbidden, NotFound } from '../../../src/platform/errors.ts'
import { fiscalYear } from '../../../src/platform/dates.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen, type Desk, type Served } from '../../support/desk.ts'
import { aLao, anOfficer, anOpenOffice, asOfficer, organisation, type Acting, type Counter } from '../../support/world.ts'
import { aDay, collect } from '../collected.ts'

const db = await testDatabase()
const routes = closingRoutes({ blockers: [] })

interface Books {
  readonly office: Counter
  readonly account: Desk
  readonly head: Desk
  readonly byAccount: Acting
}

async function someBooks(): Promise<Books> {
  const at = await aLao(db)
  const office = await anOpenOffice(db, { at, groups: ['LAO_FIN_HEAD'] })
  const accountant = await anOfficer(db, { at, groups: ['LAO_ACCOUNT'] })
  return { office, head: atDesk(db, office.officer, routes), account: atDesk(db, accountant, routes), byAccount: asOfficer(db, accountant) }
}

function ask(desk: Desk, period: number, wanted: string, more: Readonly<Record<string, string>> = {}): Promise<Served> {
  return desk.post('/ledger/periods/requests', { fiscalYear: '2570', period: String(period), wanted, reason: 'ปิดประจำเดือน', ...more })
}

async function carryOut(books: Books, as: Desk = books.head): Promise<Served> {
  const request = await db.owner('period_requests').where({ organisation_id: books.office.officer.organisationId, state: 'asked' }).first('id')
  return as.post(`/ledger/periods/requests/${request?.id ?? '0'}/carry-out`)
}

async function set(books: Books, period: number, wanted: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const asked = await ask(books.account, period, wanted, more)
  expect(asked.reply.kind).toBe('redirect')
  const { reply, html } = await carryOut(books)
  return reply.kind === 'redirect' ? 'done' : seen(html)
}

const post = ({ office }: Books, sourceId: string, type: 'RV' | 'JV' = 'RV') => office.work((work) => collect(work, office, { sourceId, type }))

describe('a period', () => {
  it('is closed by the head on the accountant\'s request, in order, and then takes nothing', async () => {
    const books = await someBooks()
    const first = await post(books, '1')
    expect(await ask(books.account, 2, 'closed').then(() => carryOut(books)).then(({ html }) => seen(html))).toContain('ต้องปิดงวดก่อนหน้าให้ครบก่อน')
    const { html } = await books.head.get('/ledger/periods')
    expect(seen(html)).toContain('งวด 2 พฤศจิกายน 2569 ให้เป็นปิด')
    await db.owner('period_requests').where({ organisation_id: books.office.officer.organisationId, state: 'asked' }).update({ state: 'refused', decided_by: books.office.officer.userId, decided_at: db.clock.now() })
    for (const period of [0, 1, 2]) expect(await set(books, period, 'closed')).toBe('done')
    await expect(post(books, '2')).rejects.toThrow('งวดบัญชีปิดแล้ว')
    await expect(post(books, '3', 'JV')).rejects.toThrow('งวดบัญชีปิดแล้ว')
    await expect(books.office.work((work) => reverseVoucher(work, first.id, { reason: 'ผิด', documentDate: aDay }))).rejects.toThrow('งวดบัญชีปิดแล้ว')
    expect(await post(books, '1')).toEqual(first)
    expect(await books.office.read((read) => isOpen(read, aDay))).toBe(false)
    expect(await db.owner('ledger_seals').where({ organisation_id: books.office.officer.organisationId }).orderBy('id').select('period', 'vouchers')).toEqual([
      { period: 0, vouchers: '1' }, { period: 1, vouchers: '1' }, { period: 2, vouchers: '1' },
    ])
    expect((await books.office.read((read) => verifyBook(read, books.office.officer.organisationId))).faults).toEqual([])
  })

  it('is reopened last first, with a reason, and never over a second person', async () => {
    const books = await someBooks()
    for (const period of [0, 1]) expect(await set(books, period, 'closed')).toBe('done')
    expect(seen((await ask(books.account, 0, 'open', { reason: ' ' })).html)).toContain('โปรดระบุเหตุผล')
    expect(await set(books, 0, 'open')).toContain('ต้องเปิดงวดที่ปิดหลังจากนี้ก่อน')
    const refused = await db.owner('period_requests').where({ organisation_id: books.office.officer.organisationId, state: 'asked' }).first('id')
    const path = `/ledger/periods/requests/${refused.id}/refuse`
    expect(seen((await books.head.post(path, { version: '1', reason: '' })).html)).toContain('โปรดระบุเหตุผล')
    expect((await books.head.post(path, { version: '1', reason: 'ยังไม่ถึงลำดับ' })).reply.kind).toBe('redirect')
    await expect(books.head.post(path, { version: '1', reason: 'อีกครั้ง' })).rejects.toThrow(Conflict)
    expect(await set(books, 1, 'open')).toBe('done')
    await db.owner('period_requests').insert({
      organisation_id: books.office.officer.organisationId, fiscal_year: 2570, period: 3, wanted: 'soft', reason: 'x', state: 'asked', asked_by: books.office.officer.userId, asked_at: db.clock.now(),
    })
    expect(seen((await carryOut(books)).html)).toContain('ผู้ขอและผู้อนุมัติต้องไม่ใช่บุคคลเดียวกัน')
  })

  it('softly closed takes general vouchers from the head only', async () => {
    const books = await someBooks()
    expect(await set(books, 2, 'soft')).toBe('done')
    await expect(post(books, '1')).rejects.toThrow('งวดบัญชีปิดชั่วคราว')
    expect((await post(books, '2', 'JV')).number).toBe('JV-00001/70')
    await expect(books.byAccount.work((work) => collect(work, { ...books.office, maker: books.office.officer }, { sourceId: '3', type: 'JV' }))).rejects.toThrow('งวดบัญชีปิดชั่วคราว')
  })

  it('is shut for one part of the work only', async () => {
    const books = await someBooks()
    expect(await set(books, 2, 'open', { modules: 'receipts' })).toBe('done')
    await expect(post(books, '1')).rejects.toThrow('งวดบัญชีปิดแล้ว')
    expect((await post(books, '2', 'JV')).number).toBe('JV-00001/70')
    expect(await books.office.read(async (read) => [await isOpen(read, aDay, 'receipts'), await isOpen(read, aDay)])).toEqual([false, true])
    expect(seen((await books.head.get('/ledger/periods')).html)).toContain('รายรับ')
    expect(seen((await ask(books.account, 3, 'closed', { modules: 'receipts' })).html)).toContain('เลือกระบบได้เฉพาะเมื่องวดยังเปิดอยู่')
  })

  it('after the audit opens until a day, and only of a year that is closed', async () => {
    const books = await someBooks()
    expect(seen((await ask(books.account, 15, 'open')).html)).toContain('โปรดระบุวันที่สิ้นสุด')
    expect(seen((await ask(books.account, 15, 'open', { auditUntil: '01/10/2569' })).html)).toContain('วันที่ต้องไม่ก่อนวันนี้')
    expect(seen((await ask(books.account, 15, 'open', { auditUntil: '31/12/2569' })).html)).toContain('ต้องปิดบัญชีประจำปีก่อน')
    expect(await db.owner('period_requests').where({ organisation_id: books.office.officer.organisationId })).toEqual([])
  })

  it('is not asked for twice, nor by whoever may not, nor decided in another office', async () => {
    const books = await someBooks()
    await ask(books.account, 4, 'soft')
    expect(seen((await ask(books.account, 4, 'closed')).html)).toContain('มีคำขอที่รอพิจารณาอยู่แล้ว')
    expect(seen((await ask(books.account, 99, 'closed')).html)).toContain('โปรดเลือกงวด')
    expect(seen((await books.account.post('/ledger/periods/requests', { fiscalYear: '2572', period: '1', wanted: 'closed' })).html)).toContain('ยังไม่ได้เปิดปีงบประมาณ')
    await expect(ask(books.head, 5, 'soft')).rejects.toThrow(Forbidden)
    await expect(carryOut(books, books.account)).rejects.toThrow(Forbidden)
    await expect(carryOut(books, (await someBooks()).head)).rejects.toThrow(NotFound)
    await expect(books.head.post('/ledger/periods/requests/x/carry-out')).rejects.toThrow(NotFound)
  })

  it('closes once when two press at the same moment, and never under a posting', async () => {
    const books = await someBooks()
    expect(await set(books, 0, 'closed')).toBe('done')
    expect(await set(books, 1, 'closed')).toBe('done')
    await ask(books.account, 2, 'closed')
    const all = await Promise.allSettled([carryOut(books), carryOut(books), ...Array.from({ length: 30 }, (_, index) => post(books, String(index + 1)))])
    expect(all.slice(0, 2).filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    const posted = all.slice(2).filter((result) => result.status === 'fulfilled').length
    const seal = await db.owner('ledger_seals').where({ organisation_id: books.office.officer.organisationId, period: 2 }).first('vouchers')
    expect(Number(seal.vouchers)).toBe(posted)
    expect((await books.office.read((read) => verifyBook(read, books.office.officer.organisationId))).faults).toEqual([])
  })
})

describe('a fiscal year', () => {
  it('is opened from the page, twice without harm, and no far one', async () => {
    const { account, head, office } = await someBooks()
    expect(seen((await account.get('/ledger/periods?fiscalYear=2571')).html)).toContain('เปิดปีงบประมาณ 2571')
    for (let times = 0; times < 2; times += 1) expect((await account.post('/ledger/periods/open-year', { fiscalYear: '2571' })).reply.kind).toBe('redirect')
    expect(await db.owner('fiscal_periods').where({ organisation_id: office.officer.organisationId, fiscal_year: 2571 })).toHaveLength(16)
    expect(seen((await account.post('/ledger/periods/open-year', { fiscalYear: '2575' })).html)).toContain('เปิดได้เฉพาะปีงบประมาณปัจจุบัน')
    await expect(head.post('/ledger/periods/open-year', { fiscalYear: '2571' })).rejects.toThrow(Forbidden)
    await office.work((work) => openFiscalYear(work, fiscalYear(2571)))
  })
})

describe('a small unit', () => {
  it('lets one person prepare and approve while it is switched on, and only with fewer than three', async () => {
    const books = await someBooks()
    const { office, head } = books
    const alone = { ...office, maker: office.officer }
    await expect(office.work((work) => collect(work, alone, { sourceId: '1' }))).rejects.toThrow('ผู้จัดทำและผู้อนุมัติต้องไม่ใช่บุคคลเดียวกัน')
    expect(seen((await head.post('/ledger/small-unit', { wanted: 'on', smallReason: '' })).html)).toContain('โปรดระบุเหตุผล')
    expect((await head.post('/ledger/small-unit', { wanted: 'on', smallReason: 'มีสองคน' })).reply.kind).toBe('redirect')
    expect((await office.work((work) => collect(work, alone, { sourceId: '1', samePerson: 'small-unit' }))).number).toBe('RV-00001/70')
    expect(await db.owner('vouchers').where({ organisation_id: office.officer.organisationId }).pluck('same_person')).toEqual(['small-unit'])
    expect((await head.post('/ledger/small-unit', { wanted: 'off', smallReason: 'มีคนเพิ่ม' })).reply.kind).toBe('redirect')
    await expect(office.work((work) => collect(work, alone, { sourceId: '2', samePerson: 'small-unit' }))).rejects.toThrow('ผู้จัดทำและผู้อนุมัติต้องไม่ใช่บุคคลเดียวกัน')
    expect(await db.owner('vouchers').where({ organisation_id: office.officer.organisationId }).pluck('number')).toEqual([1])
    await anOfficer(db, { at: { id: office.officer.organisationId, kind: 'LAO', name: '', provinceCode: '' }, groups: ['LAO_FINANCE'] })
    expect(seen((await head.post('/ledger/small-unit', { wanted: 'on', smallReason: 'อีกครั้ง' })).html)).toContain('ตั้งแต่สามคนขึ้นไป')
  })

  it('is nothing for an office without books of its own, whatever its people may', async () => {
    const province = await organisation(db, 'P11')
    const given = await anOfficer(db, { at: province, groups: [] })
    const desk = atDesk(db, { ...given, permissions: new Set(['admin.defaults:edit', 'account.close:create']) }, routes)
    const refusal = 'ทำได้เฉพาะหน่วยงานที่มีบัญชีของตนเอง'
    expect(seen((await desk.post('/ledger/small-unit', { wanted: 'on', smallReason: 'มีสองคน' })).html)).toContain(refusal)
    expect(seen((await desk.post('/ledger/small-unit', { wanted: 'off', smallReason: 'มีสองคน' })).html)).toContain(refusal)
    expect(seen((await desk.post('/ledger/periods/open-year', { fiscalYear: '2570' })).html)).toContain(refusal)
    const kept = await Promise.all(['small_units', 'fiscal_years'].map((table) => db.owner(table).where({ organisation_id: province.id })))
    expect(kept).toEqual([[], []])
  })
})
