import { describe, expect, it } from 'vitest'
import { ledgerRoutes, openFiscalYear } from '../../../src/ledger/index.ts'
import { journalText } from '../../../src/ledger/journal.text.ts'
import { ledgerText } from '../../../src/ledger/ledger.text.ts'
import { fiscalYear } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden, NotFound } from '../../../src/platform/errors.ts'
import { readSheet, type Sheet } from '../../../src/platform/sheet-reader.ts'
import { documentsText } from '../../../src/documents/index.ts'
import { addressIn, boxesIn } from '../../receipts/pages.ts'
import { aPerson, type Person } from '../../receipts/school.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { accumulated, anAccounting, cash, guarantee, header, keyed, ofSchools, posted, supplies, type Accounting } from './accounting.ts'

const db = await testDatabase()
const desk = (who: Person) => atDesk(db, who.officer, ledgerRoutes)
const at = '/ledger/journals'

async function saved(who: Person, address: string): Promise<Sheet> {
  const { reply } = await desk(who).get(address)
  const sheet = reply.kind === 'download' && typeof reply.body !== 'string' ? await readSheet(reply.body) : 'unreadable'
  if (typeof sheet === 'string') throw new Error(sheet)
  return sheet
}

function withoutPrint(who: Person): Person {
  return { ...who, officer: { ...who.officer, permissions: new Set([...who.officer.permissions].filter((right) => !right.endsWith(':print'))) } }
}

async function blank({ maker }: Accounting): Promise<Record<string, string>> {
  return boxesIn(await desk(maker).get(`${at}/new`))
}

describe('the general journal', () => {
  it('is keyed, sent, approved and printed: a draft before, the original after', async () => {
    const office = await anAccounting(db)
    const typed = {
      ...await blank(office), documentDate: '10/11/2569', description: 'ปรับประเภทค่าใช้จ่าย', 'lines.0.account': supplies, 'lines.0.debit': '๑,๕๖๐.๒๕',
      'lines.1.account': 'เงินสดในมือ', 'lines.1.credit': '1,560.25', then: 'submit',
    }
    const address = addressIn((await desk(office.maker).post(`${at}/new`, typed)).reply)
    const draft = await desk(office.maker).post(`${address}/print`)
    expect(seen(draft.html)).toMatch(/ยังไม่ผ่านรายการ.*ร่าง.*หนึ่งพันห้าร้อยหกสิบบาทยี่สิบห้าสตางค์/)
    expect((await desk(office.maker).get(address)).html).not.toContain(`action="${address}/approve"`)
    const waiting = await desk(office.head).get(address)
    expect(waiting.html).toContain(`action="${address}/approve"`)
    await desk(office.head).post(`${address}/approve`, { version: '2' })
    const shown = await desk(office.maker).get(address)
    expect(seen(shown.html)).toContain('JV-00001/70')
    expect(seen((await desk(office.maker).post(`${address}/print`)).html)).toMatch(/JV-00001\/70.*ต้นฉบับ/)
    expect(seen((await desk(office.maker).post(`${address}/print`)).html)).toContain('สำเนา')
  })

  it('shows every fault at its cell and keeps what was typed', async () => {
    const office = await anAccounting(db)
    const refused = await desk(office.maker).post(`${at}/new`, {
      ...await blank(office), documentDate: '31/11/2569', description: '', 'lines.0.account': 'ไม่มีบัญชีนี้', 'lines.0.debit': '-5', 'lines.2.account': cash, 'lines.2.credit': '1.005',
    })
    expect(refused.reply).toMatchObject({ status: 422 })
    for (const id of ['documentDate', 'description', 'lines.0.account', 'lines.0.debit', 'lines.2.credit']) expect(refused.html).toContain(`href="#${id}"`)
    expect(boxesIn(refused)).toMatchObject({ documentDate: '31/11/2569', 'lines.0.account': 'ไม่มีบัญชีนี้', 'lines.0.debit': '-5', 'lines.2.credit': '1.005' })
    expect(boxesIn(refused)['lines.2.account']).toContain('เงินสดในมือ')
  })

  it.each<[string, Record<string, string>, string | undefined, string]>([
    ['one line', { 'lines.1.account': '', 'lines.1.credit': '' }, undefined, journalText.errors.twoLines],
    ['both amounts on one side', { 'lines.1.credit': '', 'lines.1.debit': '100' }, undefined, ledgerText.errors.unbalanced('200.00')],
    ['a heading of the chart', { 'lines.0.account': header }, 'lines.0.account', ledgerText.errors.header(header)],
    ['an account of other offices', { 'lines.1.account': ofSchools }, 'lines.1.account', ledgerText.errors.scope(ofSchools)],
    ['no key where the account asks for one', { 'lines.1.account': guarantee }, 'lines.1.key', ledgerText.errors.register(guarantee)],
    ['less than nothing', { 'lines.0.debit': '-5.00' }, 'lines.0.debit', documentsText.errors.positive],
    ['a third decimal', { 'lines.0.debit': '1.005' }, 'lines.0.debit', documentsText.errors.amount],
    ['no number', { 'lines.0.debit': 'NaN' }, 'lines.0.debit', documentsText.errors.amount],
    ['a day to come', { documentDate: '21/11/2569' }, 'documentDate', ledgerText.errors.future],
    ['a closed month', { documentDate: '28/10/2569' }, 'documentDate', ledgerText.errors.closed],
    ['a year that nobody opened', { documentDate: '01/11/2568' }, 'documentDate', ledgerText.errors.noYear],
  ])('with %s is refused in Thai, at its cell where there is one, and what was typed stays', async (_what, wrong, field, message) => {
    const office = await anAccounting(db)
    await db.owner('fiscal_periods').where({ organisation_id: office.organisation.id, fiscal_year: 2570, period: 1 }).update({ state: 'closed' })
    const typed = {
      ...await blank(office), documentDate: '10/11/2569', description: 'ค่าวัสดุ', 'lines.0.account': supplies, 'lines.0.debit': '100', 'lines.1.account': cash, 'lines.1.credit': '100', then: 'submit', ...wrong,
    }
    const refused = await desk(office.maker).post(`${at}/new`, typed)
    expect(refused.reply).toMatchObject({ status: 422 })
    expect(seen(refused.html)).toContain(message)
    if (field !== undefined) expect(refused.html).toContain(`href="#${field}`)
    const boxes = boxesIn(refused)
    for (const box of ['documentDate', 'description', 'lines.0.debit'] as const) expect([box, boxes[box]]).toEqual([box, typed[box]])
    expect(await db.owner('journals').where({ organisation_id: office.organisation.id })).toEqual([])
  })

  it.each([{ type: 'AJ', shut: 13 }, { type: 'PA', shut: 15 }])('of a stage that is shut ($type) is refused at its day, and what was typed stays', async ({ type, shut }) => {
    const office = await anAccounting(db)
    await office.head.work((work) => openFiscalYear(work, fiscalYear(2569)))
    await db.owner('fiscal_periods').where({ organisation_id: office.organisation.id, fiscal_year: 2569, period: shut }).update({ state: 'closed' })
    const typed = {
      ...boxesIn(await desk(office.maker).get('/ledger/adjustments/new')), type, documentDate: '30/09/2569', description: 'ค่าวัสดุ', 'lines.0.account': supplies, 'lines.0.debit': '100', 'lines.1.account': accumulated, 'lines.1.credit': '100', then: 'submit',
    }
    const refused = await desk(office.maker).post('/ledger/adjustments/new', typed)
    expect(refused.reply).toMatchObject({ status: 422 })
    expect(seen(refused.html)).toContain(ledgerText.errors.closed)
    expect(refused.html).toContain('href="#documentDate"')
    expect(boxesIn(refused)).toMatchObject({ documentDate: '30/09/2569', description: 'ค่าวัสดุ', 'lines.0.debit': '100' })
  })

  it('is not approved by its maker, not from an old page, and sent twice it is one', async () => {
    const office = await anAccounting(db)
    const both = await aPerson(db, office.organisation, ['LAO_ACCOUNT', 'LAO_FIN_HEAD'])
    const id = await keyed(both, { isSubmitted: true })
    expect(seen((await desk(both).post(`${at}/${id}/approve`, { version: '2' })).html)).toContain(documentsText.samePerson)
    await expect(desk(office.head).post(`${at}/${id}/approve`, { version: '1' })).rejects.toThrow(Conflict)
    const typed = { ...await blank(office), description: 'ค่าวัสดุ', 'lines.0.account': supplies, 'lines.0.debit': '1', 'lines.1.account': cash, 'lines.1.credit': '1' }
    const twice = [await desk(office.maker).post(`${at}/new`, typed), await desk(office.maker).post(`${at}/new`, typed)].map(({ reply }) => addressIn(reply))
    expect(twice[0]).toBe(twice[1])
  })

  it('asked to send what does not balance says the difference', async () => {
    const office = await anAccounting(db)
    const refused = await desk(office.maker).post(`${at}/new`, {
      ...await blank(office), description: 'x', 'lines.0.account': supplies, 'lines.0.debit': '100', 'lines.1.account': cash, 'lines.1.credit': '99.99', then: 'submit',
    })
    expect(seen(refused.html)).toContain(ledgerText.errors.unbalanced('0.01'))
  })

  it('lets the words of an account be chosen from what they could mean, without script', async () => {
    const office = await anAccounting(db)
    const refused = await desk(office.maker).post(`${at}/new`, { ...await blank(office), description: 'x', 'lines.0.account': 'ค่าวัสดุ', 'lines.0.debit': '1' })
    expect(refused.html).toContain('5104010104.001 ค่าวัสดุใช้ไป')
  })

  it('reads a block of a spreadsheet below what stands, and checks it at once', async () => {
    const office = await anAccounting(db)
    const pasted = `รหัสบัญชี\tเดบิต\tเครดิต\tหมายเหตุ\n${supplies}\t๑,๐๐๐\t\tวัสดุ\n9999999999.999\t\t1000.00\t`
    const back = await desk(office.maker).post(`${at}/new`, { ...await blank(office), 'lines.0.account': cash, 'lines.0.credit': '5', pasted, action: 'paste' })
    expect(back.reply).toMatchObject({ status: 200 })
    const boxes = boxesIn(back)
    expect([boxes['lines.1.account'], boxes['lines.1.debit'], boxes['lines.1.memo'], boxes['lines.2.credit']]).toEqual([`${supplies} ค่าวัสดุใช้ไป`, '1,000', 'วัสดุ', '1000.00'])
    expect(seen(back.html)).toContain(ledgerText.errors.unknownAccount('9999999999.999'))
    expect(seen(back.html)).toContain(journalText.done.pasted('2'))
    expect(await db.owner('journals').where({ organisation_id: office.organisation.id })).toEqual([])
    const nothing = await desk(office.maker).post(`${at}/new`, { ...await blank(office), pasted: '', action: 'paste' })
    expect(seen(nothing.html)).toContain(journalText.errors.paste)
  })

  it('is changed by its author on a page of its own, which nobody else has', async () => {
    const office = await anAccounting(db)
    const id = await keyed(office.maker)
    const edit = boxesIn(await desk(office.maker).get(`${at}/${id}/edit`))
    expect(edit).toMatchObject({ version: '1', 'lines.0.debit': '100.00', 'lines.1.credit': '100.00' })
    const saved = await desk(office.maker).post(`${at}/${id}/edit`, { ...edit, description: 'แก้แล้ว' })
    expect(saved.reply).toMatchObject({ to: `${at}/${id}` })
    expect(seen((await desk(office.maker).get(`${at}/${id}`)).html)).toContain('แก้แล้ว')
    await expect(desk(office.head).get(`${at}/${id}/edit`)).rejects.toThrow(Forbidden)
    const done = await posted(office)
    await expect(desk(office.maker).get(`${at}/${done}/edit`)).rejects.toThrow(journalText.errors.immutable)
    const stranger = await anAccounting(db)
    await expect(desk(stranger.maker).get(`${at}/${id}`)).rejects.toThrow(NotFound)
  })

  it('is undone on a page that asks for reason and day', async () => {
    const office = await anAccounting(db)
    const id = await posted(office)
    const ask = await desk(office.head).get(`${at}/${id}/reverse`)
    expect(boxesIn(ask)).toMatchObject({ documentDate: '20/11/2569', version: '3' })
    const refused = await desk(office.head).post(`${at}/${id}/reverse`, { version: '3', documentDate: '20/11/2569', reason: '' })
    expect(refused.html).toContain('href="#reason"')
    await desk(office.head).post(`${at}/${id}/reverse`, { version: '3', documentDate: '20/11/2569', reason: 'บันทึกซ้ำ' })
    expect(seen((await desk(office.maker).get(`${at}/${id}`)).html)).toContain(journalText.states.reversed.text)
  })

  it('is found in its list by number, words, state and day, and saved as CSV and Excel', async () => {
    const office = await anAccounting(db)
    const id = await posted(office)
    const draft = await keyed(office.maker)
    const listed = async (query: string) => [...(await desk(office.maker).get(`${at}?${query}`)).html.matchAll(/href="\/ledger\/journals\/([0-9]+)"/g)].map(([, found]) => found)
    expect(await listed('')).toEqual([draft, id])
    expect(await listed('search=JV-1/70')).toEqual([id])
    expect(await listed(`search=${encodeURIComponent('ปรับประเภท')}&state=draft`)).toEqual([draft])
    expect(await listed('from=11/11/2569')).toEqual([])
    expect(await listed(`after=${draft}`)).toEqual([id])
    const csv = (await desk(office.maker).get(`${at}/csv`)).reply
    expect(csv).toMatchObject({ kind: 'download', body: expect.stringContaining('JV-00001/70') })
    const sheet = await saved(office.maker, `${at}/xlsx?state=posted`)
    expect(sheet.slice(0, 2)).toEqual([expect.arrayContaining([office.organisation.name]), expect.arrayContaining(['ใบผ่านรายการบัญชีทั่วไป'])])
    expect(sheet.filter(([cell]) => cell?.includes('/70'))).toEqual([expect.arrayContaining(['JV-00001/70', 'JV', 'ปรับประเภทค่าใช้จ่าย', 'อนุมัติและผ่านรายการแล้ว'])])
    const { html: list } = await desk(office.maker).get(`${at}?state=posted`)
    expect(list).toMatch(/href="\/ledger\/journals\/xlsx\?organisation=\d+&(?:amp;|#38;)?state=posted/)
    expect((await desk(withoutPrint(office.maker)).get(at)).html).not.toMatch(/\/ledger\/journals\/(xlsx|csv)/)
    await expect(desk(withoutPrint(office.maker)).get(`${at}/xlsx`)).rejects.toThrow(Forbidden)
    expect((await desk(office.maker).get(`${at}/${id}/lines/csv`)).reply).toMatchObject({ body: expect.stringContaining(`${supplies},ค่าวัสดุใช้ไป,,100.00,,`) })
  })
})

describe('adjustments and openings', () => {
  it.each([{ list: '/ledger/adjustments', name: 'ใบผ่านรายการปรับปรุงบัญชี' }, { list: '/ledger/opening', name: 'ยอดยกมา' }])('$name are saved as Excel too', async ({ list, name }) => {
    const office = await anAccounting(db)
    expect((await saved(office.maker, `${list}/xlsx`))[1]).toEqual(expect.arrayContaining([name]))
    expect((await desk(office.maker).get(list)).html).toContain(`href="${list}/xlsx?`)
  })
})

describe('the chooser', () => {
  const found = async (office: Accounting, address: string) => {
    const { reply } = await desk(office.maker).get(address)
    return reply.kind === 'json' ? reply.value : undefined
  }

  it('finds accounts of the own chart by the beginning of the code or a part of the name', async () => {
    const office = await anAccounting(db)
    expect(await found(office, '/ledger/chart/search?q=11010101')).toEqual({ found: expect.arrayContaining([`${cash} เงินสดในมือ`]) })
    expect(await found(office, `/ledger/chart/search?q=${encodeURIComponent('ค่าวัสดุใช้')}`)).toEqual({ found: [`${supplies} ค่าวัสดุใช้ไป`] })
    expect(await found(office, '/ledger/chart/search?q=4404010101')).toEqual({ found: [] })
    expect(await found(office, '/ledger/chart/search?q=')).toEqual({ found: [] })
  })

  it('finds keys of the own office in the register the account asks for', async () => {
    const [office, other] = [await anAccounting(db), await anAccounting(db)]
    const keys = await found(office, '/ledger/sub-ledgers/search?account=1101030102.001&q=')
    expect(JSON.stringify(keys)).toContain(`"${office.bankAccountId} `)
    expect(JSON.stringify(keys)).not.toContain(`"${other.bankAccountId} `)
    expect(await found(office, `/ledger/sub-ledgers/search?account=${supplies}&q=`)).toEqual({ found: [] })
  })
})
