import { describe, expect, it } from 'vitest'
import { createBankAccount } from '../../../src/registers/index.ts'
import { postLines } from '../../../src/ledger/index.ts'
import { asOfIn } from '../../../src/ledger/asked.ts'
import { getAccountPage, getWholeAccount, linesPerPage } from '../../../src/ledger/account/account.service.ts'
import { balancesOf, type AccountPage, type AccountQuery } from '../../../src/ledger/account/account.ts'
import { getTrialBalance } from '../../../src/ledger/trial-balance/trial-balance.service.ts'
import { addDays, calendarDate } from '../../../src/platform/dates.ts'
import { NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { baht, minus, type Money } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import { anOpenOffice, type Counter } from '../../support/world.ts'
import { landTax, savings } from '../collected.ts'
import { accumulated, anAuditedYear, enter } from '../entries.ts'

const db = await testDatabase()
const today = calendarDate('2026-11-20')

type More = Partial<Omit<AccountQuery, 'organisationId' | 'asOf'>> & { readonly asked?: Record<string, string> }

function queryOf(office: Counter, { asked = {}, ...more }: More): AccountQuery {
  const { asOf } = asOfIn(asked, today)
  return { organisationId: office.officer.organisationId, code: savings, asOf, isWholeYear: true, subKey: undefined, after: undefined, before: undefined, ...more }
}

const look = (office: Counter, more: More = {}): Promise<AccountPage> => office.read((read) => getAccountPage(read, queryOf(office, more)))
const lastBalance = (page: AccountPage): Money => balancesOf(page).at(-1) ?? page.before

/** 230 lines over two months, three on a day. */
async function aLongAccount(): Promise<Counter> {
  const office = await anOpenOffice(db)
  await enter(office, { type: 'OB', date: '2026-10-01', debit: savings, credit: accumulated, amount: '500' })
  for (let index = 0; index < 115; index += 1) {
    const documentDate = addDays(calendarDate('2026-10-02'), Math.floor(index / 3))
    await office.work((work) => postLines(work, {
      type: 'JV', event: 'journal.posted', documentDate, source: { kind: 'journal', id: String(90_000 + index) }, description: `รายการที่ ${index}`, preparedBy: office.maker.userId,
      lines: [
        { accountCode: savings, side: 'D', amount: baht('3.25'), bankAccountId: office.bankAccountId }, { accountCode: landTax, side: 'C', amount: baht('2.25') },
        { accountCode: savings, side: 'C', amount: baht('1'), bankAccountId: office.bankAccountId, memo: 'ค่าธรรมเนียม' },
      ],
    }))
  }
  return office
}

describe('the ledger of an account, turned over page by page', () => {
  it('goes forward to the end and back to the beginning, line by line the same, and its balance is that of the trial balance', async () => {
    const office = await aLongAccount()
    const pages = [await look(office)]
    for (let page = pages[0]; page?.hasLater; page = pages.at(-1)) pages.push(await look(office, { after: page.lines.at(-1)?.key }))
    expect(pages.map((page) => page.lines.length)).toEqual([linesPerPage, linesPerPage, 30])
    const forwards = pages.flatMap((page) => page.lines.map((line) => line.key))
    for (const [index, page] of pages.entries()) if (index > 0) expect(page.before).toBe(lastBalance(pages[index - 1] ?? page))

    const back = [pages.at(-1)]
    for (let page = back[0]; page?.hasEarlier; page = back[0]) back.unshift(await look(office, { before: page.lines[0]?.key }))
    expect(back.flatMap((page) => page?.lines.map((line) => line.key) ?? [])).toEqual(forwards)
    expect(back[0]?.before).toBe(baht('500'))

    const end = pages.at(-1)
    const { balance } = await office.read((read) => getTrialBalance(read, { ...queryOf(office, {}), withZeroRows: false, isCompared: false }))
    const row = balance.rows.find((one) => one.code === savings)
    expect(end && lastBalance(end)).toBe(row && minus(row.carried.debit, row.carried.credit))
    expect(end && lastBalance(end)).toBe(baht('758.75'))
    const whole = await office.read((read) => getWholeAccount(read, queryOf(office, {}), 230))
    expect(whole.lines.map((line) => line.key)).toEqual(forwards)
  })

  it('names the accounts on the other side, and is refused as one file when it is too long', async () => {
    const office = await aLongAccount()
    const { lines } = await look(office, { code: landTax })
    expect(lines[0]).toMatchObject({ others: ['เงินฝากออมทรัพย์ที่สถาบันการเงิน'], description: 'รายการที่ 0', subName: '' })
    await expect(office.read((read) => getWholeAccount(read, queryOf(office, {}), 229))).rejects.toThrow(RuleBroken)
  })
})

describe('one key of a register', () => {
  it('has its own lines and its own balance; the keys together are the account', async () => {
    const office = await anOpenOffice(db)
    const other = await office.work((work) => createBankAccount(work, { bankName: 'ธนาคารออมสิน', branch: 'ปากน้ำ', accountNumber: '5555555555', accountName: 'ก', kind: 'savings' }))
    await enter(office, { type: 'OB', date: '2026-10-01', debit: savings, credit: accumulated, amount: '100' })
    await enter({ ...office, bankAccountId: other }, { type: 'JV', date: '2026-10-20', debit: savings, credit: landTax, amount: '7' })
    await enter(office, { type: 'JV', date: '2026-11-03', debit: savings, credit: landTax, amount: '5' })
    const own = await look(office, { subKey: office.bankAccountId })
    expect([own.before, own.lines.map((line) => line.debit), lastBalance(own)]).toEqual([baht('100'), [baht('5')], baht('105')])
    expect(lastBalance(await look(office, { subKey: other }))).toBe(baht('7'))
    expect((await look(office, { subKey: other, isWholeYear: false })).before).toBe(baht('7'))
    expect(lastBalance(await look(office))).toBe(baht('112'))
    expect(own.keys?.map((one) => one.key).sort()).toEqual([office.bankAccountId, other].sort())
    expect(own.lines[0]?.subName).toContain('ธนาคารกรุงไทย')
  })

  it('goes on from the year before until the opening voucher stands', async () => {
    const office = await anAuditedYear(db)
    const next = await look(office, { subKey: office.bankAccountId })
    expect([next.before, next.lines]).toEqual([baht('2000'), []])
    expect((await look(office)).before).toBe(baht('2000'))
  })

  it('counts an adjustment only from the stage of adjustment on, on whatever page it lies', async () => {
    const office = await anAuditedYear(db)
    await enter(office, { type: 'AJ', date: '2025-11-01', debit: landTax, credit: savings, amount: '30' })
    const year = (stage: string) => ({ subKey: office.bankAccountId, asked: { fiscalYear: '2569', month: '12', stage } })
    expect((await look(office, { ...year('normal'), isWholeYear: false })).before).toBe(baht('1600'))
    expect((await look(office, { ...year('adjusting'), isWholeYear: false })).before).toBe(baht('1570'))
    const after = { date: calendarDate('2025-11-01'), voucherId: '999999999', line: 1 }
    for (const [stage, before] of [['normal', '1000'], ['adjusting', '970']] as const) {
      const page = await look(office, { ...year(stage), after })
      expect([page.before, page.lines.map((line) => line.debit)]).toEqual([baht(before), [baht('600'), baht('400')]])
      expect((await look(office, { ...year(stage), subKey: undefined, after })).before).toBe(baht(before))
    }
  })
})

describe('the stage of an account', () => {
  it('leaves closing lines out before closing, and shows them after', async () => {
    const office = await anAuditedYear(db)
    const year = { fiscalYear: '2569', month: '12' }
    const before = await look(office, { code: landTax, asked: year })
    expect([before.lines.length, lastBalance(before)]).toEqual([2, baht('-1000')])
    const after = await look(office, { code: landTax, asked: { ...year, stage: 'closing' } })
    expect([after.lines.length, lastBalance(after)]).toEqual([3, 0n])
    expect(lastBalance(await look(office, { code: accumulated, asked: { ...year, stage: 'post-audit' } }))).toBe(baht('-1850'))
  })

  it('is nothing of a year that was never opened, and no account of the chart is not found', async () => {
    const office = await anOpenOffice(db)
    const empty = await look(office, { asked: { fiscalYear: '2560', month: '3' } })
    expect([empty.before, empty.lines]).toEqual([0n, []])
    await expect(look(office, { code: '9999999999.999' })).rejects.toThrow(NotFound)
  })
})
