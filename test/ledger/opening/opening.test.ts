import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { documentsText } from '../../../src/documents/index.ts'
import { balanceOn, ledgerRoutes } from '../../../src/ledger/index.ts'
import { bookAddresses, openingPaths } from '../../../src/ledger/ledger.paths.ts'
import { journalText } from '../../../src/ledger/journal.text.ts'
import { ledgerText } from '../../../src/ledger/ledger.text.ts'
import { approveJournal, createJournal, reverseJournal, submitJournal } from '../../../src/ledger/journal/journal.service.ts'
import { journalBooks } from '../../../src/ledger/journal/journal.ts'
import { readOpening, rowFaults } from '../../../src/ledger/opening/opening.ts'
import { faultRows, importPage } from '../../../src/ledger/opening/opening.view.ts'
import { confirmOpening, importOpening, type Imported } from '../../../src/ledger/opening/opening.service.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { readSheet } from '../../../src/platform/sheet-reader.ts'
import { addressIn } from '../../receipts/pages.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { accumulated, anAccounting, cash, form, posted, savings, shown, supplies, type Accounting } from '../journal/accounting.ts'

const db = await testDatabase()
const { errors, opening: text } = journalText
const book = journalBooks.opening
const october = calendarDate('2026-10-01')
const head = 'รหัสบัญชี,ทะเบียนย่อย,เดบิต,เครดิต'
const balance = (office: Accounting, amount = '5000000.00') => `${head}\n${savings},${office.bankAccountId},${amount},\n${accumulated},,,5000000.00\n`

async function bring(office: Accounting, csv: string | Buffer): Promise<Imported> {
  const bytes = Buffer.from(csv)
  const sheet = await readSheet(bytes)
  return office.maker.work((work) => importOpening(work, { documentDate: october, bytes, sheet }))
}

async function refusedBy(office: Accounting, csv: string | Buffer): Promise<Readonly<Record<string, string>>> {
  const error = await bring(office, csv).then(() => undefined, (refusal: unknown) => refusal)
  if (!(error instanceof RuleBroken)) throw new Error('the file was taken')
  return error.errors
}

async function inTheBooks(office: Accounting): Promise<string> {
  const { id } = await bring(office, balance(office))
  await office.maker.work((work) => submitJournal(work, { book, id }, 1))
  await office.head.work((work) => approveJournal(work, { book, id }, 2))
  return id
}

describe('opening balances', () => {
  it('unequal, with an expense, right, and a second time: refused, refused, posted, refused (S72)', async () => {
    const office = await anAccounting(db)
    expect(await refusedBy(office, balance(office, '4999000.00'))).toEqual({ file: errors.opening(ledgerText.errors.unbalanced('1,000.00')) })
    expect(await refusedBy(office, `${balance(office)}${supplies},,1,\n${cash},,,1\n`)).toEqual({ 'rows.4.account': errors.notCarried(supplies) })
    const id = await inTheBooks(office)
    const { voucherId, lines } = await shown(office, id, book)
    expect(lines).toHaveLength(2)
    expect(await db.owner('vouchers').where({ organisation_id: office.organisation.id, id: voucherId }).first('type', 'number', 'stage', 'period', 'source_kind', 'source_id', 'event')).toEqual({
      type: 'OB', number: 1, stage: 0, period: 0, source_kind: 'opening', source_id: '2570', event: 'opening.posted/1',
    })
    expect(await refusedBy(office, balance(office))).toEqual({ file: errors.alreadyOpen })
    const again = office.maker.work((work) => createJournal(work, book, { ...form({ type: 'OB', date: october, rows: [{ account: cash, debit: '1' }, { account: accumulated, credit: '1' }] }), formKey: randomUUID() }))
    await expect(again).rejects.toThrow(new RuleBroken({ documentDate: errors.alreadyOpen }))
  })

  it('say what stood the evening before, and not earlier: the position of a budget speech asks for 30 September', async () => {
    const office = await anAccounting(db)
    const id = await inTheBooks(office)
    await posted(office, { date: october, rows: [{ account: cash, debit: '70' }, { account: savings, key: office.bankAccountId, credit: '70' }] })
    const savingsOn = (until: string) => office.head.read((read) => balanceOn(read, { organisationId: office.organisation.id, accountCode: savings, until: calendarDate(until) }))
    expect([await savingsOn('2026-09-29'), await savingsOn('2026-09-30'), await savingsOn('2026-10-01')]).toEqual([baht('0'), baht('5000000'), baht('4999930')])
    await office.head.work((work) => reverseJournal(work, { book, id }, { version: 3, reason: 'ยอดผิด', documentDate: october }))
    expect(await savingsOn('2026-09-30')).toBe(baht('0'))
  })

  it('stand on 1 October only, and name each account and key once', async () => {
    const office = await anAccounting(db)
    const keyed = (date: string, rows: Parameters<typeof form>[0]) => (
      office.maker.work((work) => createJournal(work, book, { ...form({ type: 'OB', date: calendarDate(date), ...rows }), formKey: randomUUID() })))
    await expect(keyed('2026-10-02', {})).rejects.toThrow(errors.openingDay)
    const twice = [{ account: cash, debit: '1' }, { account: cash, debit: '2' }, { account: accumulated, credit: '3' }]
    await expect(keyed('2026-10-01', { rows: twice })).rejects.toThrow(new RuleBroken({ 'lines.1.account': errors.twice }))
  })

  it('may be undone and brought again until they are confirmed; then they stand, and no register turns over', async () => {
    const office = await anAccounting(db)
    const first = await inTheBooks(office)
    const reverse = (id: string) => office.head.work((work) => reverseJournal(work, { book, id }, { version: 3, reason: 'ยอดผิด', documentDate: october }))
    await reverse(first)
    const second = await inTheBooks(office)
    expect(await db.owner('vouchers').where({ organisation_id: office.organisation.id, type: 'OB' }).orderBy('number').pluck('event')).toEqual(['opening.posted/1', 'opening.posted/2'])
    await expect(office.head.work((work) => confirmOpening(work, first))).rejects.toThrow(NotFound)
    await office.head.work((work) => confirmOpening(work, second))
    await expect(reverse(second)).rejects.toThrow(errors.confirmedOpening)
    await expect(office.head.work((work) => confirmOpening(work, second))).rejects.toThrow(errors.confirmFaults.confirmed)
    const overdrawn = posted(office, { rows: [{ account: supplies, debit: '5000000.01' }, { account: savings, key: office.bankAccountId, credit: '5000000.01' }] })
    await expect(overdrawn).rejects.toThrow(ledgerText.errors.cash(savings))
  })

  it('of the same file brought twice change nothing; of another file replace the draft', async () => {
    const office = await anAccounting(db)
    const { id } = await bring(office, balance(office))
    expect(await bring(office, balance(office))).toEqual({ id, isSame: true })
    expect((await shown(office, id, book)).version).toBe(1)
    expect(await bring(office, balance(office).replaceAll('5000000.00', '7.00'))).toEqual({ id, isSame: false })
    expect(await shown(office, id, book)).toMatchObject({ version: 2, total: baht('7') })
  })
})

describe('a file of opening balances', () => {
  it('of 10,000 bad rows is told row by row, and nothing is saved', async () => {
    const office = await anAccounting(db)
    const rows = Array.from({ length: 10_000 }, (_, index) => `9999999999.${String(index % 1000).padStart(3, '0')},,1.005,`)
    const faults = rowFaults(await refusedBy(office, `${head}\n${rows.join('\n')}\n`))
    expect(faults).toHaveLength(20_000)
    expect([faults[0]?.row, faults.at(-1)?.row]).toEqual([2, 10_001])
    expect(await db.owner('journals').where({ organisation_id: office.organisation.id })).toEqual([])
    expect(await refusedBy(office, `${head}\n${[...rows, rows[0]].join('\n')}\n`)).toEqual({ file: errors.tooManyRows })
  })

  it('of 10,000 good rows stands and is posted', async () => {
    const office = await anAccounting(db)
    const receivable = '1102050102.001'
    const { sub_ledger: kind } = await db.owner('accounts').where({ code: receivable }).first('sub_ledger')
    const keys = Array.from({ length: 9_999 }, (_, index) => ({ organisation_id: office.organisation.id, kind, key: `K${index}`, name: `รายที่ ${index}` }))
    await db.owner.batchInsert('sub_ledger_keys', keys, 1000)
    const id = (await bring(office, `${head}\n${keys.map(({ key }) => `${receivable},${key},1.00,`).join('\n')}\n${accumulated},,,9999.00\n`)).id
    await office.maker.work((work) => submitJournal(work, { book, id }, 1))
    await office.head.work((work) => approveJournal(work, { book, id }, 2))
    expect(await shown(office, id, book)).toMatchObject({ state: 'posted', lineCount: 10_000, total: baht('9999') })
  })

  it('may be Excel, with numbers for codes and sums that carry binary dust', async () => {
    const office = await anAccounting(db)
    const cell = (value: string | number) => ({ value, type: typeof value === 'number' ? Number : String })
    const sheet = [['งบทดลองหลังปิดบัญชี', '', '', ''], ['รหัสบัญชี', 'ทะเบียนย่อย', 'เดบิต', 'เครดิต'], [savings, office.bankAccountId, 0.1 + 0.2, ''], [accumulated, '', '', 0.3], ['รวม', '', 0.3, 0.3]]
    const bytes = await writeExcelFile(sheet.map((row) => row.map(cell))).toBuffer()
    const { id } = await bring(office, bytes)
    expect((await shown(office, id, book)).lines).toMatchObject([{ accountCode: savings, amount: baht('0.30') }, { accountCode: accumulated, amount: baht('0.30') }])
    expect(readOpening([['รหัสบัญชี', 'เดบิต', 'เครดิต'], ['1101010101.01', '1', '']])).toEqual({ rows: [expect.objectContaining({ number: 2, line: expect.objectContaining({ account: '1101010101.010' }) })] })
  })

  it('that is none, too large, or without the columns is refused', async () => {
    const office = await anAccounting(db)
    expect(await refusedBy(office, Buffer.from([0x89, 0x50, 0, 0, 0]))).toEqual({ file: errors.file.kind })
    expect(await refusedBy(office, Buffer.alloc(2 * 1024 * 1024 + 1, 'ก'))).toEqual({ file: errors.file.large })
    expect(await refusedBy(office, Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(100)]))).toEqual({ file: errors.file.unreadable })
    expect(await refusedBy(office, 'รหัสบัญชี,ยอด\n1,2\n')).toEqual({ file: errors.noHeads('เดบิต, เครดิต') })
    expect(await refusedBy(office, `${head}\n${savings},,,\n`)).toEqual({ file: errors.noRows })
  })
})

describe('the pages of an opening', () => {
  it('offer the template, which read back as it is holds no row', async () => {
    const office = await anAccounting(db)
    const { reply } = await atDesk(db, office.maker.officer, ledgerRoutes).get(openingPaths.template)
    if (reply.kind !== 'download') throw new Error('no file')
    const csv = String(reply.body)
    expect(csv).toContain(`,${office.bankAccountId},,,,ธนาคารกรุงไทย`)
    expect(csv).not.toContain(supplies)
    const sheet = await readSheet(Buffer.from(csv))
    expect(typeof sheet === 'string' ? sheet : readOpening(sheet)).toBe(errors.noRows)
  })

  it('list the faults by row of the sheet, and hand the file back with them', async () => {
    const office = await anAccounting(db)
    const csv = `${head}\n${cash},,1,\n${supplies},,1,\n${accumulated},,,2.001\n`
    const faults = await refusedBy(office, csv)
    const told = importPage('01/10/2569', faults)
    expect(told.faults?.rows.map((row) => row.cells.map((each) => each.text))).toEqual([
      ['3', 'รหัสบัญชี', errors.notCarried(supplies)], ['4', 'เครดิต', documentsText.errors.amount],
    ])
    expect(told.errorSummary.errors).toEqual([{ text: errors.import('2'), href: '#file' }])
    const sheet = await readSheet(Buffer.from(csv))
    expect(typeof sheet === 'string' ? [] : faultRows(sheet, faults).map((row) => row.at(-1))).toEqual([
      '', '', `รหัสบัญชี: ${errors.notCarried(supplies)}`, `เครดิต: ${documentsText.errors.amount}`,
    ])
  })

  it('lock it after one more question, by who may', async () => {
    const office = await anAccounting(db)
    const id = await inTheBooks(office)
    const desk = atDesk(db, office.head.officer, ledgerRoutes)
    const page = await desk.get(bookAddresses.opening.show(id))
    expect(page.html).toContain(openingPaths.confirm(id))
    expect(seen((await desk.get(openingPaths.confirm(id))).html)).toContain(text.confirmQuestion('2570'))
    expect(addressIn((await desk.post(openingPaths.confirm(id), { version: '3' })).reply)).toBe(bookAddresses.opening.show(id))
    expect((await desk.get(bookAddresses.opening.show(id))).html).not.toContain(openingPaths.confirm(id))
  })
})
