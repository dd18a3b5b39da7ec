import { describe, expect, it } from 'vitest'
import { ledgerRoutes, reverseVoucher, type Posted } from '../../src/ledger/index.ts'
import { getTrialBalance } from '../../src/ledger/trial-balance/trial-balance.service.ts'
import { compareBalances } from '../../src/ledger/index.ts'
import { calendarDate } from '../../src/platform/dates.ts'
import { Forbidden, NotFound } from '../../src/platform/errors.ts'
import { baht, fromNumeric, type Money } from '../../src/platform/money.ts'
import { testDatabase } from '../support/database.ts'
import { atDesk, seen } from '../support/desk.ts'
import { aLao, anOfficer, anOpenOffice, aSubUnit, testYear, type Counter } from '../support/world.ts'
import { collect, landTax, savings, schoolIncome, type Collection } from './collected.ts'

const db = await testDatabase()
const post = (office: Counter, given: Collection): Promise<Posted> => office.work((work) => collect(work, office, given))
const signboards = '4401010103.001'

/** October 300, November 80 with 30 of it taken back, by two accounts. */
async function aBusyOffice(): Promise<Counter & { readonly taken: Posted }> {
  const office = await anOpenOffice(db)
  await post(office, { sourceId: '1', amount: '300.00', date: calendarDate('2026-10-05') })
  await post(office, { sourceId: '2', amount: '50.00', account: signboards })
  const taken = await post(office, { sourceId: '3', amount: '30.00' })
  await office.work((work) => reverseVoucher(work, taken.id, { reason: 'บันทึกซ้ำ', documentDate: calendarDate('2026-11-12') }))
  return { ...office, taken }
}

const asked = (office: Counter, month: number) => ({
  organisationId: office.officer.organisationId, asOf: { fiscalYear: testYear, month, day: undefined, upTo: 'normal' as const }, withZeroRows: false, isCompared: false,
})

describe('the trial balance', () => {
  it('brings October into November and equals the lines to the satang', async () => {
    const office = await aBusyOffice()
    const { balance } = await office.read((read) => getTrialBalance(read, asked(office, 2)))
    const row = (code: string) => balance.rows.find((one) => one.code === code)
    expect(row(savings)).toMatchObject({ brought: { debit: baht('300') }, moved: { debit: baht('80'), credit: baht('30') }, carried: { debit: baht('350') } })
    expect(row(landTax)).toMatchObject({ brought: { credit: baht('300') }, moved: { debit: baht('30'), credit: baht('30') }, carried: { credit: baht('300') } })
    expect(row(signboards)).toMatchObject({ moved: { credit: baht('50') }, carried: { credit: baht('50') } })
    for (const part of ['brought', 'moved', 'carried'] as const) expect(balance.totals[part].debit).toBe(balance.totals[part].credit)
    expect(balance.totals.moved).toEqual({ debit: await sumOf(office, 'D', 2), credit: await sumOf(office, 'C', 2) })
  })

  it('finds a kept balance that the lines do not bear out', async () => {
    const office = await aBusyOffice()
    const { organisationId } = office.officer
    expect(await office.read((read) => compareBalances(read, organisationId, testYear))).toEqual([])
    await db.owner('account_balances').where({ organisation_id: organisationId, account_code: landTax, month: 1 }).update({ credit: '300.01' })
    const found = await office.read((read) => compareBalances(read, organisationId, testYear))
    expect(found).toEqual([{ accountCode: landTax, month: 1, stage: 'normal', keptDebit: 0n, keptCredit: baht('300.01'), debit: 0n, credit: baht('300') }])
  })

  it('counts an opening voucher as brought forward, though it is dated in October', async () => {
    const office = await anOpenOffice(db)
    await office.work((work) => collect(work, office, { sourceId: '1', amount: '900.00', date: calendarDate('2026-10-01'), type: 'OB' }))
    await post(office, { sourceId: '2', amount: '10.00', date: calendarDate('2026-10-02') })
    const { balance } = await office.read((read) => getTrialBalance(read, asked(office, 1)))
    expect(balance.rows.find((row) => row.code === savings)).toMatchObject({
      brought: { debit: baht('900') }, moved: { debit: baht('10'), credit: 0n }, carried: { debit: baht('910') },
    })
  })

  it('is shown with its columns, its totals and links to the accounts', async () => {
    const office = await aBusyOffice()
    const { html } = await atDesk(db, office.officer, ledgerRoutes).get('/ledger/trial-balance?fiscalYear=2570&month=2')
    expect(seen(html)).toContain('ยอดยกมา รายการระหว่างเดือน ยอดยกไป ชื่อบัญชี รหัสบัญชี เดบิต เครดิต เดบิต เครดิต เดบิต เครดิต')
    expect(seen(html)).toContain('รวม 300.00 300.00 110.00 110.00 350.00 350.00')
    expect(seen(html)).toContain('ณ วันที่ 30 พฤศจิกายน 2569')
    expect(html).toContain(`href="/ledger/accounts/${office.officer.organisationId}/${savings}?fiscalYear=2570&amp;month=2&amp;stage=normal"`)
  })

  it('shows every account of the office on request', async () => {
    const office = await aBusyOffice()
    const { html } = await atDesk(db, office.officer, ledgerRoutes).get('/ledger/trial-balance?fiscalYear=2570&month=2&zero=yes')
    const own = await db.owner('accounts').where('is_postable', true).whereRaw("chart_kinds && ARRAY['ALL', 'LAO']").pluck('code')
    expect(new Set(html.match(/[0-9]{10}\.[0-9]{3}/g))).toEqual(new Set(own))
    expect(seen(html)).not.toContain(schoolIncome)
  })

  it('is printed and saved as CSV with the same amounts', async () => {
    const office = await aBusyOffice()
    const desk = atDesk(db, office.officer, ledgerRoutes)
    const print = await desk.get('/ledger/trial-balance/print?fiscalYear=2570&month=2')
    expect(print.reply).toMatchObject({ layout: 'print', model: { print: { isLandscape: true } } })
    expect(seen(print.html)).toContain('(หน่วย : บาท)')
    expect(seen(print.html)).toContain('รวม 300.00 300.00 110.00 110.00 350.00 350.00')
    const { reply } = await desk.get('/ledger/trial-balance/csv?fiscalYear=2570&month=2')
    expect(reply.kind === 'download' && String(reply.body)).toContain(`,${savings},300.00,0.00,80.00,30.00,350.00,0.00\r\n`)
    expect(reply.kind === 'download' && String(reply.body)).toContain('รวม,,300.00,300.00,110.00,110.00,350.00,350.00\r\n')
  })

  it('is printed only with the right to print', async () => {
    const office = await aBusyOffice()
    const clerk = await anOfficer(db, { groups: ['LAO_FINANCE'] })
    await expect(atDesk(db, clerk, ledgerRoutes).get('/ledger/trial-balance/print')).rejects.toThrow(Forbidden)
    await expect(atDesk(db, clerk, ledgerRoutes).get('/ledger/trial-balance')).rejects.toThrow(Forbidden)
    expect((await atDesk(db, office.officer, ledgerRoutes).get('/ledger/trial-balance/print')).reply.kind).toBe('page')
  })

  it('shows an LAO the books of its school, and nobody those of a stranger', async () => {
    const lao = await aLao(db)
    const school = await anOpenOffice(db, { at: await aSubUnit(db, { lao }), groups: ['SUB_FIN_HEAD'] })
    await post(school, { sourceId: '1', account: schoolIncome, amount: '77.00' })
    const parent = atDesk(db, await anOfficer(db, { at: lao, groups: ['LAO_FIN_HEAD'] }), ledgerRoutes)
    const address = `/ledger/trial-balance?organisation=${school.officer.organisationId}`
    const { html } = await parent.get(address)
    expect(seen(html)).toContain('77.00')
    expect(html).toContain(`<option value="${school.officer.organisationId}" selected>`)
    const stranger = atDesk(db, (await aBusyOffice()).officer, ledgerRoutes)
    await expect(stranger.get(address)).rejects.toThrow(NotFound)
    await expect(stranger.get(`/ledger/vouchers?organisation=${school.officer.organisationId}`)).rejects.toThrow(NotFound)
    await expect(stranger.get(`/ledger/accounts/${school.officer.organisationId}/${savings}`)).rejects.toThrow(NotFound)
  })
})

describe('the ledger of an account', () => {
  it('begins with what was brought and shows the balance after every line', async () => {
    const office = await aBusyOffice()
    const { html } = await atDesk(db, office.officer, ledgerRoutes).get(`/ledger/accounts/${office.officer.organisationId}/${savings}?fiscalYear=2570&month=2`)
    const text = seen(html)
    expect(text).toContain('ยอดยกมา 300.00')
    expect(text).toContain('50.00 350.00')
    expect(text).toContain('30.00 380.00')
    expect(text).toContain('RX-00001/70 กลับรายการ RV-00003/70 เนื่องจาก บันทึกซ้ำ บัญชีตรงข้าม')
    expect(text).toContain('ยอดยกไป 80.00 30.00 350.00')
    expect(html).toContain(`href="/ledger/register/${office.officer.organisationId}/${office.taken.id}"`)
  })

  it('shows an account of the credit side as positive on that side', async () => {
    const office = await aBusyOffice()
    const { html } = await atDesk(db, office.officer, ledgerRoutes).get(`/ledger/accounts/${office.officer.organisationId}/${landTax}?fiscalYear=2570&month=1`)
    expect(seen(html)).toContain('คงเหลือ (ด้านเครดิต)')
    expect(seen(html)).toMatch(/รับเงินประจำวัน บัญชีตรงข้าม \S+ 300.00 300.00/)
  })

  it('is not found for an account that the chart does not have', async () => {
    const office = await aBusyOffice()
    await expect(atDesk(db, office.officer, ledgerRoutes).get(`/ledger/accounts/${office.officer.organisationId}/123`)).rejects.toThrow(NotFound)
  })
})

describe('receipt vouchers', () => {
  it('are listed newest first and found by number, words and day', async () => {
    const office = await aBusyOffice()
    const desk = atDesk(db, office.officer, ledgerRoutes)
    const numbers = async (query: string) => seen((await desk.get(`/ledger/vouchers${query}`)).html).match(/R[VX]-\d{5}\/70/g)
    expect(await numbers('')).toEqual(['RV-00003/70', 'RV-00002/70', 'RV-00001/70'])
    expect(await numbers('?search=RV-00002/70')).toEqual(['RV-00002/70'])
    expect(await numbers('?search=2')).toEqual(['RV-00002/70'])
    expect(await numbers('?from=01/10/2569&until=05/10/2569')).toEqual(['RV-00001/70'])
    expect(await numbers('?search=ไม่มี')).toBeNull()
    expect((await numbers('?type=RX'))?.[0]).toBe('RX-00001/70')
    expect(seen((await desk.get('/ledger/vouchers?from=32/01/2569')).html)).toContain('วันที่ไม่ถูกต้อง')
  })

  it('are turned over page by page', async () => {
    const office = await anOpenOffice(db)
    for (let index = 1; index <= 51; index += 1) await post(office, { sourceId: String(index) })
    const desk = atDesk(db, office.officer, ledgerRoutes)
    const { html } = await desk.get('/ledger/vouchers')
    expect(html.match(/RV-\d{5}\/70/g)).toHaveLength(50)
    const next = /rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect((await desk.get(next)).html.match(/RV-\d{5}\/70/g)).toEqual(['RV-00001/70'])
  })

  it('show their lines, their source and what reversed them', async () => {
    const office = await aBusyOffice()
    const { html } = await atDesk(db, office.officer, ledgerRoutes).get(`/ledger/vouchers/${office.officer.organisationId}/${office.taken.id}`)
    expect(html).toContain('href="/receipts/remittance-summaries/3"')
    expect(seen(html)).toMatch(/เงินฝากออมทรัพย์ที่สถาบันการเงิน บัญชีเงินฝากธนาคาร: ธนาคารกรุงไทย [0-9]+ 1101030102.001 30.00/)
    expect(seen(html)).toContain('กลับรายการแล้ว')
    expect(seen(html)).toContain('ผ่านรายการบัญชี')
    expect(seen(html)).toContain('เหตุผล: บันทึกซ้ำ')
  })

  it('are printed as original once and as copies later', async () => {
    const office = await aBusyOffice()
    const desk = atDesk(db, office.officer, ledgerRoutes)
    const address = `/ledger/vouchers/${office.officer.organisationId}/${office.taken.id}/print`
    const first = seen((await desk.post(address)).html)
    expect(first).toContain('ต้นฉบับ')
    expect(first).toContain('(สามสิบบาทถ้วน)')
    expect(first).toContain('ผู้ตรวจสอบ')
    expect(seen((await desk.post(address)).html)).toContain('สำเนา')
  })

  it('do not open a voucher of another kind', async () => {
    const office = await anOpenOffice(db)
    const { id } = await office.work((work) => collect(work, office, { sourceId: '1', type: 'JV' }))
    await expect(atDesk(db, office.officer, ledgerRoutes).get(`/ledger/vouchers/${office.officer.organisationId}/${id}`)).rejects.toThrow(NotFound)
  })
})

async function sumOf(office: Counter, side: 'D' | 'C', month: number): Promise<Money> {
  const row = await db.owner('voucher_lines as l').join('vouchers as v', 'v.id', 'l.voucher_id')
    .where({ 'v.organisation_id': office.officer.organisationId, 'v.month': month, 'l.side': side }).sum({ total: 'l.amount' }).first()
  return fromNumeric(row?.total)
}
