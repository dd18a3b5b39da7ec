import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { documentsText } from '../../../src/documents/index.ts'
import { openFiscalYear } from '../../../src/ledger/index.ts'
import { journalText } from '../../../src/ledger/journal.text.ts'
import { ledgerText } from '../../../src/ledger/ledger.text.ts'
import { journalBooks, mendsDays, type JournalType } from '../../../src/ledger/journal/journal.ts'
import { journalRoutes } from '../../../src/ledger/journal/journal.routes.ts'
import { bookAddresses } from '../../../src/ledger/ledger.paths.ts'
import { reverseSummary } from '../../../src/receipts/remittance-summary/remittance-summary.service.ts'
import {
  approveJournal, attachToJournal, cancelJournal, createJournal, editJournal, returnJournal, reverseJournal, submitJournal, withdrawJournal,
} from '../../../src/ledger/journal/journal.service.ts'
import { calendarDate, fiscalYear, formatThaiDate } from '../../../src/platform/dates.ts'
import { Conflict, NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { pdf } from '../../documents/files.ts'
import { acceptance, journalOf, linesOf } from '../../expenditure/acceptance/acceptance.ts'
import { aConfirmedDay, aPerson, aSchool, yesterday, type School } from '../../receipts/school.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk } from '../../support/desk.ts'
import { aSubUnit } from '../../support/world.ts'
import { anAccounting, cash, day, form, guarantee, header, keyed, ofSchools, posted, savings, shown, supplies, twoLines, type Accounting } from './accounting.ts'

const db = await testDatabase()
const { errors } = journalText
const book = journalBooks.journal
const journalPaths = bookAddresses.journal
const at = (id: string) => ({ book, id })
const counters = (office: Accounting) => db.owner('number_counters').where({ organisation_id: office.organisation.id }).select('series', 'last')
const close = (office: Accounting, periods: readonly number[], year = 2570) => (
  db.owner('fiscal_periods').where({ organisation_id: office.organisation.id, fiscal_year: year }).whereIn('period', periods).update({ state: 'closed' }))
const balancesOf = (office: Accounting) => db.owner('account_balances').where({ organisation_id: office.organisation.id }).orderBy('account_code').select('account_code', 'debit', 'credit')

describe('a general journal', () => {
  it('is keyed by one, approved by another, and stands in the books under the next number', async () => {
    const office = await anAccounting(db)
    const id = await posted(office)
    const journal = await shown(office, id)
    expect(journal).toMatchObject({ state: 'posted', number: 1, total: baht('100'), approverId: office.head.officer.userId, authorId: office.maker.officer.userId })
    const voucher = await db.owner('vouchers').where({ organisation_id: office.organisation.id, id: journal.voucherId }).first()
    expect(voucher).toMatchObject({ type: 'JV', stage: 1, source_kind: 'journal', source_id: id, event: 'journal.posted', prepared_by: office.maker.officer.userId })
    expect(await balancesOf(office)).toEqual([{ account_code: cash, debit: '0.00', credit: '100.00' }, { account_code: supplies, debit: '100.00', credit: '0.00' }])
    expect((await shown(office, await posted(office))).number).toBe(2)
  })

  it('is refused six ways at its cells and uses up no number (S70)', async () => {
    const office = await anAccounting(db)
    const refused = (rows: Parameters<typeof keyed>[1]) => keyed(office.maker, { ...rows, isSubmitted: true })
    await expect(refused({ rows: [{ account: supplies, debit: '100.00' }, { account: cash, credit: '99.99' }] })).rejects.toThrow(new RuleBroken(ledgerText.errors.unbalanced('0.01')))
    await expect(refused({ rows: [{ account: header, debit: '1' }, { account: cash, credit: '1' }] })).rejects.toThrow(ledgerText.errors.header(header))
    await expect(refused({ rows: [{ account: cash, debit: '1' }, { account: ofSchools, credit: '1' }] })).rejects.toThrow(ledgerText.errors.scope(ofSchools))
    await expect(refused({ rows: [{ account: cash, debit: '1' }, { account: guarantee, credit: '1' }] })).rejects.toThrow(ledgerText.errors.register(guarantee))
    await expect(refused({ rows: twoLines('-5.00') })).rejects.toThrow(documentsText.errors.positive)
    await expect(refused({ rows: twoLines('1.005') })).rejects.toThrow(documentsText.errors.amount)
    await expect(refused({ rows: twoLines('NaN') })).rejects.toThrow(documentsText.errors.amount)
    await expect(refused({ rows: [{ account: cash, debit: '1' }] })).rejects.toThrow(errors.twoLines)
    await expect(refused({ rows: [] })).rejects.toThrow(errors.twoLines)
    expect(await counters(office)).toEqual([])
    expect(await db.owner('journals').where({ organisation_id: office.organisation.id })).toEqual([])
  })

  it('tells the faults of head and lines together', async () => {
    const office = await anAccounting(db)
    const refusal = await keyed(office.maker, { date: calendarDate('2026-11-21'), rows: [{ account: header, debit: '1' }, { account: cash, credit: 'x' }] }).catch((error: unknown) => error)
    expect(refusal).toMatchObject({ errors: {
      documentDate: ledgerText.errors.future, 'lines.0.account': ledgerText.errors.header(header), 'lines.1.credit': documentsText.errors.amount,
    } })
  })

  it('may be kept unbalanced as a draft, but not sent', async () => {
    const office = await anAccounting(db)
    const id = await keyed(office.maker, { rows: [{ account: supplies, debit: '100' }, { account: cash, credit: '60' }] })
    await expect(office.maker.work((work) => submitJournal(work, at(id), 1))).rejects.toThrow(ledgerText.errors.unbalanced('40.00'))
    expect(await shown(office, id)).toMatchObject({ state: 'draft', version: 1 })
  })

  it('of a closed month is refused, of the next one posted (S71); closed while it waits, it is not approved', async () => {
    const office = await anAccounting(db)
    const waiting = await keyed(office.maker, { date: calendarDate('2026-10-28'), isSubmitted: true })
    await close(office, [1])
    await expect(keyed(office.maker, { date: calendarDate('2026-10-28') })).rejects.toThrow(new RuleBroken({ documentDate: errors.closed }))
    await expect(office.head.work((work) => approveJournal(work, at(waiting), 2))).rejects.toThrow(errors.closed)
    expect((await shown(office, waiting)).state).toBe('submitted')
    expect((await shown(office, await posted(office, { date: calendarDate('2026-11-01') }))).number).toBe(1)
  })

  it('of a year nobody opened and of a day to come is refused', async () => {
    const office = await anAccounting(db)
    await expect(keyed(office.maker, { date: calendarDate('2025-11-01') })).rejects.toThrow(new RuleBroken({ documentDate: errors.noYear }))
    await expect(keyed(office.maker, { date: calendarDate('2026-11-21') })).rejects.toThrow(new RuleBroken({ documentDate: errors.future }))
  })

  it('is never approved by who made it, except where the unit was declared small; that stays marked', async () => {
    const office = await anAccounting(db)
    const both = await aPerson(db, office.organisation, ['LAO_ACCOUNT', 'LAO_FIN_HEAD'])
    const id = await keyed(both, { isSubmitted: true })
    await expect(both.work((work) => approveJournal(work, at(id), 2))).rejects.toThrow(new RuleBroken(documentsText.samePerson))
    const own = { organisation_id: office.organisation.id, reason: 'มีผู้ปฏิบัติงานคนเดียว', switched_on_by: office.head.officer.userId, switched_on_at: '2026-11-01' }
    await db.owner('small_units').insert(own)
    await both.work((work) => approveJournal(work, at(id), 2))
    const { voucherId } = await shown(office, id)
    expect(await db.owner('vouchers').where({ id: voucherId, organisation_id: office.organisation.id }).first('same_person')).toEqual({ same_person: 'small-unit' })
  })

  it('goes back and forth, and only its author changes it', async () => {
    const office = await anAccounting(db)
    const colleague = await aPerson(db, office.organisation, ['LAO_ACCOUNT'])
    const id = await keyed(office.maker, { isSubmitted: true })
    await office.head.work((work) => returnJournal(work, at(id), { version: 2, reason: 'ผิดบัญชี' }))
    expect(await shown(office, id)).toMatchObject({ state: 'draft', returnReason: 'ผิดบัญชี' })
    await expect(colleague.work((work) => editJournal(work, at(id), { ...form(), version: 3 }))).rejects.toThrow(errors.notYours)
    await expect(colleague.work((work) => submitJournal(work, at(id), 3))).rejects.toThrow(errors.notYours)
    await office.maker.work((work) => editJournal(work, at(id), { ...form({ rows: twoLines('250.00') }), version: 3 }))
    expect(await shown(office, id)).toMatchObject({ version: 4, total: baht('250'), lines: [{ accountCode: supplies }, { accountCode: cash }] })
    await office.maker.work((work) => submitJournal(work, at(id), 4))
    await office.maker.work((work) => withdrawJournal(work, at(id), 5))
    await colleague.work((work) => cancelJournal(work, at(id), 6))
    expect((await shown(office, id)).state).toBe('cancelled')
    await expect(office.maker.work((work) => submitJournal(work, at(id), 7))).rejects.toThrow(Conflict)
  })

  it('is refused at a version that is no longer the last', async () => {
    const office = await anAccounting(db)
    const id = await keyed(office.maker)
    await office.maker.work((work) => editJournal(work, at(id), { ...form(), version: 1 }))
    await expect(office.maker.work((work) => editJournal(work, at(id), { ...form(), version: 1 }))).rejects.toThrow(Conflict)
    await expect(office.maker.work((work) => submitJournal(work, at(id), 1))).rejects.toThrow(Conflict)
  })

  it('is made once of a form sent twice at once, and posted once however often it is approved', async () => {
    const office = await anAccounting(db)
    const formKey = randomUUID()
    const ids = await Promise.all([1, 2, 3].map(() => keyed(office.maker, { formKey, isSubmitted: true })))
    expect(new Set(ids).size).toBe(1)
    const [id = ''] = ids
    const tries = await Promise.allSettled([1, 2, 3].map(() => office.head.work((work) => approveJournal(work, at(id), 2))))
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect(await counters(office)).toEqual([{ series: 'JV', last: 1 }])
  })

  it('of another organisation does not exist, nor does it in another book', async () => {
    const [office, other] = [await anAccounting(db), await anAccounting(db)]
    const id = await keyed(office.maker, { isSubmitted: true })
    await expect(other.head.work((work) => approveJournal(work, at(id), 2))).rejects.toThrow(NotFound)
    await expect(other.maker.work((work) => editJournal(work, at(id), { ...form(), version: 2 }))).rejects.toThrow(NotFound)
    await expect(office.head.work((work) => approveJournal(work, { book: journalBooks.adjustment, id }, 2))).rejects.toThrow(NotFound)
    await expect(office.maker.work((work) => createJournal(work, book, { ...form({ type: 'AJ' }), formKey: randomUUID() }))).rejects.toThrow(new RuleBroken({ type: errors.type }))
  })

  it('is undone once by its mirror, not by who made it', async () => {
    const office = await anAccounting(db)
    const both = await aPerson(db, office.organisation, ['LAO_ACCOUNT', 'LAO_FIN_HEAD'])
    const id = await posted({ ...office, maker: both })
    const reverse = { version: 3, reason: 'บันทึกซ้ำ', documentDate: day }
    await expect(both.work((work) => reverseJournal(work, at(id), reverse))).rejects.toThrow(documentsText.samePerson)
    await expect(office.head.work((work) => reverseJournal(work, at(id), { ...reverse, documentDate: calendarDate('2026-11-09') }))).rejects.toThrow(ledgerText.errors.beforeOriginal)
    await office.head.work((work) => reverseJournal(work, at(id), reverse))
    expect((await shown(office, id)).state).toBe('reversed')
    expect(await balancesOf(office)).toEqual([{ account_code: cash, debit: '100.00', credit: '100.00' }, { account_code: supplies, debit: '100.00', credit: '100.00' }])
    await expect(office.head.work((work) => reverseJournal(work, at(id), { ...reverse, version: 4 }))).rejects.toThrow(Conflict)
    expect(await counters(office)).toEqual(expect.arrayContaining([{ series: 'JV', last: 1 }, { series: 'RX', last: 1 }]))
  })

  it('keeps register, counterparty and memo of its lines, and takes no key of another office', async () => {
    const office = await anAccounting(db)
    const other = await anAccounting(db)
    const school = await aSubUnit(db, { lao: office.organisation })
    const id = await posted(office, { rows: [
      { account: savings, key: office.bankAccountId, debit: '10', memo: 'โอนเข้า' }, { account: cash, counterparty: school.id, credit: '10' },
    ] })
    expect((await shown(office, id)).lines).toMatchObject([{ subKey: office.bankAccountId, memo: 'โอนเข้า' }, { counterpartyId: school.id, counterpartyName: school.name }])
    const { voucherId } = await shown(office, id)
    expect(await db.owner('voucher_lines').where({ organisation_id: office.organisation.id, voucher_id: voucherId }).orderBy('line').select('sub_kind', 'sub_key', 'counterparty_id', 'memo')).toEqual([
      { sub_kind: 'bank_account', sub_key: office.bankAccountId, counterparty_id: null, memo: 'โอนเข้า' }, { sub_kind: 'cashbox', sub_key: 'GENERAL', counterparty_id: school.id, memo: '' },
    ])
    await expect(keyed(office.maker, { rows: [{ account: savings, key: other.bankAccountId, debit: '1' }, { account: cash, credit: '1' }] })).rejects.toThrow(errors.noKey(other.bankAccountId))
  })
})

describe('an adjustment', () => {
  const adjustment = journalBooks.adjustment
  const adjusted = (id: string) => ({ book: adjustment, id })
  const september = calendarDate('2026-09-30')

  it('stands in the adjusting stage of its year', async () => {
    const office = await anAccounting(db)
    await office.maker.work((work) => openFiscalYear(work, fiscalYear(2569)))
    const id = await posted(office, { type: 'AJ', date: september, book: adjustment })
    const { voucherId } = await shown(office, id, adjustment)
    expect(await db.owner('vouchers').where({ id: voucherId, organisation_id: office.organisation.id }).first('type', 'stage', 'period', 'fiscal_year', 'source_kind')).toEqual({
      type: 'AJ', stage: 2, period: 13, fiscal_year: 2569, source_kind: 'adjustment',
    })
    await close(office, [13], 2569)
    await expect(keyed(office.maker, { type: 'AJ', date: september, book: adjustment })).rejects.toThrow(new RuleBroken({ documentDate: errors.closed }))
  })

  it('after the audit wants the period open, the last day of the year and the auditor\'s letter', async () => {
    const office = await anAccounting(db)
    await office.maker.work((work) => openFiscalYear(work, fiscalYear(2569)))
    const audit = { type: 'PA' as const, book: adjustment }
    await expect(keyed(office.maker, { ...audit, date: september })).rejects.toThrow(new RuleBroken({ documentDate: errors.closed }))
    const own = { organisation_id: office.organisation.id, fiscal_year: 2569 }
    await db.owner('fiscal_periods').where({ ...own, period: 15 }).update({ state: 'open' })
    await expect(keyed(office.maker, { ...audit, date: september })).rejects.toThrow(new RuleBroken({ documentDate: errors.auditLate }))
    await db.owner('fiscal_years').where(own).update({ audit_until: '2026-12-31' })
    await expect(keyed(office.maker, { ...audit, date: calendarDate('2026-09-29') })).rejects.toThrow(new RuleBroken({ documentDate: errors.auditDay }))
    const id = await keyed(office.maker, { ...audit, date: september })
    await expect(office.maker.work((work) => submitJournal(work, adjusted(id), 1))).rejects.toThrow(errors.auditLetter)
    await office.maker.work((work) => attachToJournal(work, adjusted(id), [{ field: 'files', name: 'หนังสือ สตง.pdf', bytes: pdf }]))
    await office.maker.work((work) => submitJournal(work, adjusted(id), 1))
    await office.head.work((work) => approveJournal(work, adjusted(id), 2))
    expect(await shown(office, id, adjustment)).toMatchObject({ state: 'posted', number: 1, type: 'PA' })
  })
})

describe('the adjustments of the worked scenarios', () => {
  it.each(['S73', 'S74'])('%s are keyed, approved and stand in the books line by line', async (id) => {
    const office = await anAccounting(db)
    await office.maker.work((work) => openFiscalYear(work, fiscalYear(2568)))
    for (const [index, journal] of (acceptance.scenarios.find((scenario) => scenario.id === id)?.journals ?? []).entries()) {
      const rows = journal.lines.map(({ side, account, amount, sub }) => ({ account, key: sub ?? '', [side === 'D' ? 'debit' : 'credit']: amount }))
      const given = { book: journalBooks.adjustment, type: 'AJ' as const, date: calendarDate(journal.date), rows }
      const { voucherId } = await shown(office, await posted(office, given), journalBooks.adjustment)
      expect(await linesOf(office.head, office.organisation.id, voucherId ?? '')).toEqual(journalOf(id, index))
    }
    expect(await db.owner('vouchers').where({ organisation_id: office.organisation.id, type: 'AJ' }).distinct('stage', 'fiscal_year')).toEqual([{ stage: 2, fiscal_year: 2568 }])
  })
})

describe('twenty who post at once (S80)', () => {
  it('of whom three may not: seventeen numbers in a row, none used up, another office untouched', { timeout: 60_000 }, async () => {
    const [office, other] = [await anAccounting(db), await anAccounting(db)]
    const ids: string[] = []
    for (let each = 0; each < 20; each += 1) ids.push(await keyed(office.maker, { isSubmitted: true, rows: twoLines(`${each + 1}.00`) }))
    await db.owner('journal_lines').whereIn('journal_id', ids.slice(0, 3)).where({ organisation_id: office.organisation.id, line: 1 }).update({ amount: '999.99' })
    const results = await Promise.allSettled(ids.map((id) => office.head.work((work) => approveJournal(work, at(id), 2))))
    expect(results.map(({ status }) => status)).toEqual([...Array(3).fill('rejected'), ...Array(17).fill('fulfilled')])
    const numbers = await db.owner('vouchers').where({ organisation_id: office.organisation.id, type: 'JV' }).orderBy('number').pluck('number')
    expect(numbers).toEqual(Array.from({ length: 17 }, (_, index) => index + 1))
    expect(await counters(office)).toEqual([{ series: 'JV', last: 17 }])
    expect(await counters(other)).toEqual([])
  })
})

describe('a journal beside the summary of a day', () => {
  const aSummedDay = async () => {
    const school = await aSchool(db)
    const { summary } = await aConfirmedDay(school, { amount: '800.00', date: yesterday, bank: null })
    const maker = await aPerson(db, school.organisation, ['SUB_ACCOUNT'])
    return { summary, school, maker, office: { organisation: school.organisation, bankAccountId: school.bankAccountId, maker, head: school.head } }
  }
  const toSavings = (school: School) => [{ account: savings, key: school.bankAccountId, debit: '5.00' }, { account: cash, credit: '5.00' }]
  const told = errors.summedDay(formatThaiDate(yesterday), 'RV-00001/70')

  it('says why it touches money, revenue or deposits of that day; the head reads it before approving (§4.1)', async () => {
    const { school, maker, office } = await aSummedDay()
    const rows = toSavings(school)
    await expect(keyed(maker, { date: yesterday, rows, isSubmitted: true })).rejects.toThrow(new RuleBroken({ dayReason: told }))
    const draft = await keyed(maker, { date: yesterday, rows })
    await expect(maker.work((work) => submitJournal(work, at(draft), 1))).rejects.toThrow(new RuleBroken(told))
    await maker.work((work) => editJournal(work, at(draft), { ...form({ date: yesterday, rows, isSubmitted: true }), dayReason: 'ธนาคารแจ้งหมุนเงินวันนั้น', version: 1 }))
    expect(await shown(office, draft)).toMatchObject({ state: 'submitted', dayReason: 'ธนาคารแจ้งหมุนเงินวันนั้น' })
    const page = await atDesk(db, school.head.officer, journalRoutes(book)).get(journalPaths.show(draft))
    expect(page.html).toContain(journalText.show.besideSummary('ธนาคารแจ้งหมุนเงินวันนั้น'))
    await school.head.work((work) => approveJournal(work, at(draft), 3))
    expect((await shown(office, draft)).state).toBe('posted')
  })

  it('is not asked on another day, on other accounts, or once the summary is reversed', async () => {
    const { school, maker, summary } = await aSummedDay()
    await keyed(maker, { rows: toSavings(school), isSubmitted: true })
    await keyed(maker, { date: yesterday, rows: [{ account: supplies, debit: '5.00' }, { account: '5104010107.001', credit: '5.00' }], isSubmitted: true })
    await school.head.work((work) => reverseSummary(work, summary, { version: 2, reason: 'ยอดผิด' }))
    await keyed(maker, { date: yesterday, rows: toSavings(school), isSubmitted: true })
  })

  it('is asked of the general journal and of adjustments within the year, not of those of its end', () => {
    const asked = (type: JournalType, date: string) => mendsDays({ type, documentDate: calendarDate(date) })
    expect([asked('JV', '2026-09-30'), asked('AJ', '2026-07-31'), asked('AJ', '2026-09-05'), asked('AJ', '2026-09-30'), asked('PA', '2026-09-30'), asked('OB', '2026-10-01')]).toEqual([true, true, true, false, false, false])
  })

  it('is asked anew when it is approved: the day was summed up meanwhile', async () => {
    const school = await aSchool(db)
    const maker = await aPerson(db, school.organisation, ['SUB_ACCOUNT'])
    const draft = await keyed(maker, { date: yesterday, rows: [{ account: cash, debit: '5.00' }, { account: savings, key: school.bankAccountId, credit: '5.00' }], isSubmitted: true })
    await aConfirmedDay(school, { amount: '800.00', date: yesterday, bank: null })
    await expect(school.head.work((work) => approveJournal(work, at(draft), 2))).rejects.toThrow(new RuleBroken(told))
  })
})
