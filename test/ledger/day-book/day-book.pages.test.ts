import readExcel from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { ledgerRoutes } from '../../../src/ledger/index.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { anOpenOffice, type Counter } from '../../support/world.ts'
import { collect, landTax, savings } from '../collected.ts'
import { anAuditedYear, enter } from '../entries.ts'

const db = await testDatabase()
const at = (office: Counter) => atDesk(db, office.officer, ledgerRoutes)
const headings = (html: string) => [...seen(html).matchAll(/[A-Z]{2}-\d{5}\/\d{2}/g)].map(([number]) => number)

describe('the day book', () => {
  it('shows the vouchers of a month in order of their day, with their lines and the sum of all', async () => {
    const office = await anOpenOffice(db)
    await enter(office, { type: 'JV', date: '2026-11-12', debit: savings, credit: landTax, amount: '7' })
    await enter(office, { type: 'JV', date: '2026-11-02', debit: savings, credit: landTax, amount: '5' })
    await enter(office, { type: 'JV', date: '2026-10-31', debit: savings, credit: landTax, amount: '3' })
    const { html } = await at(office).get('/ledger/day-book?fiscalYear=2570&month=2')
    expect(headings(html)).toEqual(['JV-00002/70', 'JV-00001/70'])
    expect(seen(html)).toContain('2 พ.ย. 2569 · JV-00002/70 · รายการทดสอบ เงินฝากออมทรัพย์ที่สถาบันการเงิน ธนาคารกรุงไทย')
    expect(seen(html)).toContain('รวมทั้งช่วง 12.00 12.00')
    expect(html).toContain(`<a href="/ledger/register/${office.officer.organisationId}/`)
  })

  it('shows one day alone, every stage of it, and says when there is nothing', async () => {
    const office = await anAuditedYear(db)
    expect(headings((await at(office).get('/ledger/day-book?day=30/09/2569')).html)).toEqual(['AJ-00001/69', 'CL-00001/69', 'CL-00002/69', 'CL-00003/69', 'PA-00001/69'])
    expect(seen((await at(office).get('/ledger/day-book?day=29/09/2569')).html)).toContain('ไม่มีใบผ่านรายการในช่วงที่เลือก')
    expect(seen((await at(office).get('/ledger/day-book?day=31/09/2569')).html)).toContain('วันที่ไม่ถูกต้อง')
  })

  it('is turned over in both directions without losing or repeating a voucher', async () => {
    const office = await anOpenOffice(db)
    for (let index = 1; index <= 60; index += 1) await office.work((work) => collect(work, office, { sourceId: String(index) }))
    const link = (html: string, way: string) => new RegExp(`rel="${way}" href="([^"]+)"`).exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const first = (await at(office).get('/ledger/day-book?day=10/11/2569')).html
    const second = (await at(office).get(link(first, 'next'))).html
    const third = (await at(office).get(link(second, 'next'))).html
    expect([first, second, third].map((html) => headings(html).length)).toEqual([25, 25, 10])
    expect(new Set([first, second, third].flatMap(headings)).size).toBe(60)
    expect(link(third, 'next')).toBe('')
    expect(headings((await at(office).get(link(third, 'prev'))).html)).toEqual(headings(second))
    expect(seen(second)).toContain('แสดง 25 จาก 60 ใบผ่านรายการ')
    expect(seen(second)).toContain('รวมทั้งช่วง 6,000.00 6,000.00')
  })

  it('is printed whole and saved line by line', async () => {
    const office = await anOpenOffice(db)
    for (let index = 1; index <= 30; index += 1) await office.work((work) => collect(work, office, { sourceId: String(index) }))
    const print = await at(office).get('/ledger/day-book/print?day=10/11/2569')
    expect(print.reply).toMatchObject({ layout: 'print' })
    expect(headings(print.html)).toHaveLength(30)
    const { reply } = await at(office).get('/ledger/day-book/xlsx?day=10/11/2569')
    if (reply.kind !== 'download') throw new Error(reply.kind)
    const [sheet] = await readExcel(Buffer.from(reply.body))
    const rows = sheet?.data.slice(-60) ?? []
    expect(rows[0]?.slice(1, 4)).toEqual(['RV-00001/70', 'รับเงินประจำวัน', savings])
    const sum = (column: number) => rows.reduce((total, row) => total + Number(row[column]), 0)
    expect([sum(6), sum(7)]).toEqual([3000, 3000])
  })
})

describe('the list of reports', () => {
  it('leads to every trial balance and book, and each of them opens in an empty office', async () => {
    const office = await anOpenOffice(db)
    const { html } = await at(office).get('/ledger/reports')
    const links = [...html.matchAll(/href="(\/ledger\/[^"]+)"/g)].map((match) => match[1]?.replaceAll('&amp;', '&') ?? '')
    expect(links).toHaveLength(11)
    for (const link of links) expect((await at(office).get(link)).reply, link).toMatchObject({ kind: 'page', status: 200 })
  })

  it('leads to accounts found by the beginning of a code or part of a name', async () => {
    const office = await anOpenOffice(db)
    await enter(office, { type: 'JV', date: '2026-11-12', debit: savings, credit: landTax, amount: '7' })
    const codes = async (query: string) => [...(await at(office).get(`/ledger/accounts?${query}`)).html.matchAll(/accounts\/\d+\/([0-9.]+)\?/g)].map((match) => match[1])
    expect(await codes('')).toEqual([savings, landTax])
    expect(await codes('search=110103010')).toContain(savings)
    expect(await codes(`search=${encodeURIComponent('ภาษีที่ดิน')}`)).toContain(landTax)
    expect(await codes('search=zzz')).toEqual([])
  })
})
