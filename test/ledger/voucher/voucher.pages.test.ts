import readExcel from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { ledgerRoutes, reverseVoucher } from '../../../src/ledger/index.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { Forbidden, NotFound } from '../../../src/platform/errors.ts'
import { type Reply } from '../../../src/platform/http/reply.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { aLao, anOfficer, anOpenOffice, aSubUnit, type Counter } from '../../support/world.ts'
import { collect, landTax, savings } from '../collected.ts'
import { accruedBills, anAuditedYear, enter, suppliesUsed } from '../entries.ts'

const db = await testDatabase()
const address = '/ledger/register'
const at = (office: Counter) => atDesk(db, office.officer, ledgerRoutes)

async function numbers(office: Counter, query: string): Promise<string[]> {
  const { html } = await at(office).get(`${address}?${query}`)
  return [...html.matchAll(/[A-Z]{2}-\d{5}\/\d{2}(?=<\/a>)/g)].map(([number]) => number)
}

describe('the register of vouchers', () => {
  it('shows every type of the year, newest first, and finds by type, month, stage, state, amount and words', async () => {
    const office = await anAuditedYear(db)
    const year = 'fiscalYear=2569'
    expect(await numbers(office, year)).toEqual(['PA-00001/69', 'CL-00003/69', 'CL-00002/69', 'CL-00001/69', 'AJ-00001/69', 'JV-00002/69', 'JV-00001/69', 'OB-00001/69'])
    expect(await numbers(office, `${year}&type=CL`)).toHaveLength(3)
    expect(await numbers(office, `${year}&month=2`)).toEqual(['JV-00001/69'])
    expect(await numbers(office, `${year}&stage=post-audit`)).toEqual(['PA-00001/69'])
    expect(await numbers(office, `${year}&least=150&most=600`)).toEqual(['CL-00002/69', 'AJ-00001/69', 'JV-00002/69', 'JV-00001/69'])
    expect(await numbers(office, `${year}&least=๑,๐๐๐.๐๐`)).toEqual(['CL-00001/69', 'OB-00001/69'])
    expect(await numbers(office, `${year}&search=JV-2/69`)).toEqual(['JV-00002/69'])
    expect(await numbers(office, 'fiscalYear=2570')).toEqual([])
  })

  it('tells the reversed from those that stand', async () => {
    const office = await anOpenOffice(db)
    const wrong = await enter(office, { type: 'JV', date: '2026-11-10', debit: savings, credit: landTax, amount: '9' })
    await enter(office, { type: 'JV', date: '2026-11-11', debit: savings, credit: landTax, amount: '8', description: 'ค่าน้ำประปา' })
    await office.work((work) => reverseVoucher(work, wrong.id, { reason: 'ซ้ำ', documentDate: calendarDate('2026-11-12') }))
    expect(await numbers(office, 'state=reversed')).toEqual(['JV-00001/70'])
    expect(await numbers(office, 'state=posted')).toEqual(['RX-00001/70', 'JV-00002/70'])
    expect(await numbers(office, 'search=ประปา')).toEqual(['JV-00002/70'])
  })

  it('tells what is no amount, and answers strange words as if they had not been said', async () => {
    const office = await anOpenOffice(db)
    await enter(office, { type: 'JV', date: '2026-11-10', debit: savings, credit: landTax, amount: '9' })
    const { html } = await at(office).get(`${address}?least=${encodeURIComponent('มาก')}&most=1.005`)
    expect(html.match(/id="(least|most)-error"/g)).toHaveLength(2)
    expect(html).toContain('value="มาก"')
    expect(await numbers(office, 'type=XX&stage=constructor&state=__proto__&month=13&fiscalYear=99999&after=x&before=1;2')).toEqual(['JV-00001/70'])
  })

  it('is turned over in both directions', async () => {
    const office = await anOpenOffice(db)
    for (let index = 1; index <= 101; index += 1) await office.work((work) => collect(work, office, { sourceId: String(index) }))
    const link = (html: string, way: string) => new RegExp(`rel="${way}" href="([^"]+)"`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const own = (html: string) => [...html.matchAll(/RV-\d{5}/g)].map(([number]) => number)
    const first = (await at(office).get(address)).html
    const second = (await at(office).get(link(first, 'next'))).html
    const third = (await at(office).get(link(second, 'next'))).html
    expect([own(first).length, own(second).length, own(third)]).toEqual([50, 50, ['RV-00001']])
    expect([link(first, 'prev'), link(third, 'next')]).toEqual(['', ''])
    expect(own((await at(office).get(link(third, 'prev'))).html)).toEqual(own(second))
    expect(own((await at(office).get(link(second, 'prev'))).html)).toEqual(own(first))
  })

  it('is taken away as Excel and CSV with the same rows, a formula staying a text', async () => {
    const office = await anOpenOffice(db)
    await enter(office, { type: 'JV', date: '2026-11-10', debit: savings, credit: landTax, amount: '1234.56', description: '=HYPERLINK("x")' })
    const { reply } = await at(office).get(`${address}/xlsx?type=JV`)
    const [sheet] = await readExcel(bytes(reply))
    expect(sheet?.sheet).toBe('ทะเบียนใบผ่านรายการ')
    expect(sheet?.data.at(-2)).toEqual(['JV-00001/70', 'บัญชีทั่วไป', new Date('2026-11-10'), 'ปกติ', '=HYPERLINK("x")', 1234.56, 'ผ่านรายการแล้ว'])
    expect(sheet?.data.at(-1)).toEqual(['รวม 1 รายการ', null, null, null, null, 1234.56, null])
    const csv = await at(office).get(`${address}/csv?type=JV`)
    expect(bytes(csv.reply).toString()).toContain(`JV-00001/70,บัญชีทั่วไป,10/11/2569,ปกติ,"'=HYPERLINK(""x"")",1234.56,ผ่านรายการแล้ว`)
  })
})

describe('the register on paper', () => {
  it('holds every voucher of the span with its sum', async () => {
    const office = await anOpenOffice(db)
    for (let index = 1; index <= 60; index += 1) await office.work((work) => collect(work, office, { sourceId: String(index) }))
    const { html, reply } = await at(office).get(`${address}/print?fiscalYear=2570&month=2`)
    expect(reply).toMatchObject({ layout: 'print', model: { print: { isLandscape: true } } })
    expect(html.match(/RV-\d{5}\/70/g)).toHaveLength(60)
    expect(seen(html)).toContain('ตั้งแต่ 1 พฤศจิกายน 2569 ถึง 30 พฤศจิกายน 2569')
    expect(seen(html)).toContain('รวม 6,000.00')
  })

  it('goes day by day from the opening to the closing, and by number, as a register is kept', async () => {
    const { html } = await at(await anAuditedYear(db)).get(`${address}/print?fiscalYear=2569`)
    expect(html.match(/[A-Z]{2}-\d{5}\/69/g)).toEqual(['OB-00001/69', 'JV-00001/69', 'JV-00002/69', 'AJ-00001/69', 'CL-00001/69', 'CL-00002/69', 'CL-00003/69', 'PA-00001/69'])
    const office = await anOpenOffice(db)
    for (const date of ['2026-11-12', '2026-11-10', '2026-11-12']) await enter(office, { type: 'JV', date, debit: savings, credit: landTax, amount: '9' })
    const month = await at(office).get(`${address}/print?fiscalYear=2570&month=2`)
    expect(month.html.match(/JV-\d{5}/g)).toEqual(['JV-00002', 'JV-00001', 'JV-00003'])
  })
})

describe('a voucher of the register', () => {
  it('shows stage, registers, hashes, its source, and leads to its accounts', async () => {
    const office = await anAuditedYear(db)
    const { organisationId } = office.officer
    const row = await db.owner('vouchers').where({ organisation_id: organisationId, type: 'AJ' }).first('id', db.owner.raw(`encode(digest, 'hex') AS digest, encode(head, 'hex') AS head`))
    const { html } = await at(office).get(`${address}/${organisationId}/${row.id}`)
    for (const part of ['ขั้นของรายการ ปรับปรุง', row.digest, row.head, 'เอกสารต้นเรื่อง ใบผ่านรายการ']) expect(seen(html)).toContain(part)
    for (const code of [suppliesUsed, accruedBills]) expect(html).toContain(`href="/ledger/accounts/${organisationId}/${code}?fiscalYear=2569&amp;month=12&amp;stage=adjusting"`)
  })

  it('and its reversal lead to each other', async () => {
    const office = await anOpenOffice(db)
    const { organisationId } = office.officer
    const wrong = await enter(office, { type: 'JV', date: '2026-11-10', debit: savings, credit: landTax, amount: '9' })
    const reversal = await office.work((work) => reverseVoucher(work, wrong.id, { reason: 'ซ้ำ', documentDate: calendarDate('2026-11-12') }))
    expect((await at(office).get(`${address}/${organisationId}/${wrong.id}`)).html).toContain(`<a href="${address}/${organisationId}/${reversal.id}">RX-00001/70</a>`)
    const { html } = await at(office).get(`${address}/${organisationId}/${reversal.id}`)
    expect(html).toContain(`<a href="${address}/${organisationId}/${wrong.id}">JV-00001/70</a>`)
    expect(seen(html)).toContain('กลับรายการของ JV-00001/70')
  })

  it('is printed with its hash, as original once', async () => {
    const office = await anOpenOffice(db)
    const { id } = await enter(office, { type: 'JV', date: '2026-11-10', debit: savings, credit: landTax, amount: '21' })
    const print = `${address}/${office.officer.organisationId}/${id}/print`
    const paper = seen((await at(office).post(print)).html)
    for (const part of ['ใบผ่านรายการบัญชีทั่วไป', 'ต้นฉบับ', '(ยี่สิบเอ็ดบาทถ้วน)', 'SHA-256']) expect(paper).toContain(part)
    expect(seen((await at(office).post(print)).html)).toContain('สำเนา')
  })
})

describe('whose books are read', () => {
  const addresses = (organisationId: string, id: string) => [
    `${address}?organisation=${organisationId}`, `${address}/csv?organisation=${organisationId}`, `${address}/xlsx?organisation=${organisationId}`, `${address}/print?organisation=${organisationId}`, `${address}/${organisationId}/${id}`,
    `/ledger/day-book?organisation=${organisationId}`, `/ledger/day-book/print?organisation=${organisationId}`, `/ledger/day-book/xlsx?organisation=${organisationId}`,
    `/ledger/trial-balance?organisation=${organisationId}&compare=yes`, `/ledger/trial-balance/xlsx?organisation=${organisationId}`, `/ledger/accounts?organisation=${organisationId}`,
    `/ledger/accounts/${organisationId}/${savings}`, `/ledger/accounts/${organisationId}/${savings}/print`, `/ledger/accounts/${organisationId}/${savings}/csv`,
  ]

  it('another office, and the LAO above a school, are not there for anybody below or beside', async () => {
    const lao = await aLao(db)
    const town = await anOpenOffice(db, { at: lao, groups: ['LAO_FIN_HEAD'] })
    const { id } = await enter(town, { type: 'JV', date: '2026-11-10', debit: savings, credit: landTax, amount: '5' })
    const school = await anOpenOffice(db, { at: await aSubUnit(db, { lao }), groups: ['SUB_FIN_HEAD'] })
    const stranger = await anOpenOffice(db)
    for (const reader of [school, stranger]) {
      for (const one of addresses(lao.id, id)) await expect(at(reader).get(one), one).rejects.toThrow(NotFound)
      await expect(at(reader).post(`${address}/${lao.id}/${id}/print`)).rejects.toThrow(NotFound)
    }
    for (const one of addresses(lao.id, id)) expect((await at(town).get(one)).reply.kind, one).not.toBe('redirect')
  })

  it('a province reads those of its own LAOs, writes in none, and sees none of another province', async () => {
    const town = await anOpenOffice(db)
    const { id } = await enter(town, { type: 'JV', date: '2026-11-10', debit: savings, credit: landTax, amount: '5' })
    const reader = { ...town.officer, ...await provincial(town.officer.provinceCode) }
    for (const one of addresses(town.officer.organisationId, id)) expect((await atDesk(db, reader, ledgerRoutes).get(one)).reply.kind, one).toBeTypeOf('string')
    await expect(enter({ ...town, work: (use) => db.database.work(reader, { requestId: 'test', ip: '', agent: '' }, use) }, { type: 'JV', date: '2026-11-10', debit: savings, credit: landTax, amount: '5' })).rejects.toThrow()
    const elsewhere = { ...reader, provinceCode: '50' }
    for (const one of addresses(town.officer.organisationId, id)) await expect(atDesk(db, elsewhere, ledgerRoutes).get(one), one).rejects.toThrow(NotFound)
  })

  it('without the right to print nothing is taken away', async () => {
    const office = await anOpenOffice(db)
    const reader = { ...office.officer, permissions: new Set(['account.report:view']) }
    const desk = atDesk(db, reader, ledgerRoutes)
    for (const list of [address, '/ledger/day-book', '/ledger/trial-balance']) {
      expect((await desk.get(list)).html).not.toContain('/xlsx')
      for (const file of ['csv', 'xlsx']) await expect(desk.get(`${list}/${file}`)).rejects.toThrow(Forbidden)
    }
  })
})

/** Who a provincial officer is; what they may do is taken from whoever they are laid over. */
async function provincial(provinceCode: string) {
  const row = await db.owner('organisations').where({ kind: 'PROV', province_code: provinceCode }).first('id', 'name')
  const { userId } = await anOfficer(db, { at: { id: row.id, kind: 'PROV', name: row.name, provinceCode }, groups: [] })
  return { userId, organisationId: row.id, organisationName: row.name, organisationKind: 'PROV' as const, scope: 'province' as const, provinceCode }
}

function bytes(reply: Reply): Buffer {
  if (reply.kind !== 'download') throw new Error(`no file but a ${reply.kind}`)
  return Buffer.from(reply.body)
}
