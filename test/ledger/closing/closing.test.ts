// The worked year is closed by the run itself, changed by the auditor, and the closing undone (S75, S76, S77).
import { beforeAll, describe, expect, it } from 'vitest'
import { addAttachments } from '../../../src/documents/index.ts'
import { closingRoutes, verifyBook } from '../../../src/ledger/index.ts'
import { findBudgetReceipts, findRequest } from '../../../src/ledger/closing/closing.repository.ts'
import { carryOutClosing, requestClosing, requestUndo } from '../../../src/ledger/closing/closing.service.ts'
import { declarations, type YearRooms } from '../../../src/ledger/closing/closing.ts'
import { journalBooks } from '../../../src/ledger/journal/journal.ts'
import { approveJournal, createJournal, reverseJournal, submitJournal } from '../../../src/ledger/journal/journal.service.ts'
import { carryOutRequest, findLetters, requestPeriod } from '../../../src/ledger/period/period.service.ts'
import { calendarDate, fiscalYear, instant } from '../../../src/platform/dates.ts'
import { Conflict, RuleBroken } from '../../../src/platform/errors.ts'
import { baht, minus, zero } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { anOfficer, asOfficer, type Acting } from '../../support/world.ts'
import { form } from '../journal/accounting.ts'
import { expectedNets, worked, WorkedYear } from '../worked-year/worked.ts'

const db = await testDatabase(instant('2026-01-15T05:00:00.000Z'))
const year = new WorkedYear(db)
const [of2568, of2569] = [fiscalYear(2568), fiscalYear(2569)]
const figures = { receipts: baht(worked.expected.statutory_fund.total_receipts), spent: baht(worked.expected.statutory_fund.budget_expenditure_incl_carried) }
const entities = ['LAO01', 'SCH01', 'PWN01'] as const
const spending = { paid: minus(figures.spent, baht('98000.00')), claimed: zero, carried: baht('98000.00') }
const rooms: YearRooms = { blockers: [], spent: async () => spending }
const september = calendarDate('2025-09-30')
const letter = { field: 'files', name: 'letter.pdf', bytes: Buffer.from('%PDF-1.4\n%%EOF') }
let accountant: Acting

beforeAll(async () => {
  await year.open()
  await year.post(({ voucher_type: type }) => type !== 'CL' && type !== 'PA')
  await db.owner('fiscal_periods').where('fiscal_year', 2568).update({ state: 'closed' })
  const { officer } = year.unitOf('LAO01')
  const at = { id: officer.organisationId, kind: officer.organisationKind, name: '', provinceCode: officer.provinceCode }
  accountant = asOfficer(db, await anOfficer(db, { at, groups: ['LAO_ACCOUNT'] }))
})

const ask = (entity: string) => asOfficer(db, year.unitOf(entity).maker).work((work) => requestClosing(work, rooms, { year: of2568, declared: declarations, receipts: figures.receipts, reason: '' }))

async function carryOut(entity: string): Promise<void> {
  const unit = year.unitOf(entity)
  const request = await unit.read((read) => findRequest(read, of2568))
  await unit.work((work) => carryOutClosing(work, rooms, request?.id ?? '0'))
}

async function vouchersOf(entity: string, type: string, fiscal = 2568): Promise<string[]> {
  const rows = await db.owner('vouchers as v').join('voucher_lines as l', (on) => on.on('l.organisation_id', 'v.organisation_id').andOn('l.voucher_id', 'v.id'))
    .where({ 'v.organisation_id': year.unitOf(entity).officer.organisationId, 'v.type': type, 'v.fiscal_year': fiscal }).orderBy(['v.id', 'l.line'])
    .select('v.number', 'l.side', 'l.account_code', 'l.amount', 'l.sub_key')
  return rows.map((row) => [row.number, row.side, row.account_code, row.amount, row.sub_key ?? ''].join(' ').trim())
}

const faultsOf = async (entity: string) => (await year.unitOf(entity).read((read) => verifyBook(read, year.unitOf(entity).officer.organisationId))).faults

/** Of the balance sheet: a closing moves none. */
async function registersOf(entity: string): Promise<unknown> {
  return db.owner('sub_ledger_balances').where({ organisation_id: year.unitOf(entity).officer.organisationId }).whereRaw("account_code < '4'").orderBy(['account_code', 'sub_key']).select('account_code', 'sub_key', 'debit', 'credit')
}

describe('the closing of the worked year', () => {
  it('proposes the budget receipts from the vouchers of the year', async () => {
    expect(await year.unitOf('LAO01').read((read) => findBudgetReceipts(read, of2568))).toBe(figures.receipts)
  })

  it.each(entities)('%s: the run gives the trial balance after closing, and the next year begins with it', async (entity) => {
    const before = await registersOf(entity)
    await ask(entity)
    await carryOut(entity)
    const expected = expectedNets(worked.expected.trial_balance[entity]?.post_closing.rows ?? [])
    expect(await year.netsOf(entity, { stage: 'closing' })).toEqual(expected)
    expect(await year.netsOf(entity, { stage: 'opening', year: 2569 })).toEqual(expected)
    expect(await registersOf(entity)).toEqual(before)
    expect(await faultsOf(entity)).toEqual([])
  })

  it.each(entities)('%s: line by line as in the worked year', async (entity) => {
    const wanted = worked.vouchers.filter((each) => each.entity === entity && each.voucher_type === 'CL' && each.stage === 'closing')
    const lines = wanted.flatMap(({ voucher_no: number, postings }) => postings.map(({ account, debit, credit }) => {
      const isDebit = Number(debit) > 0
      return [Number(number.slice(3, 8)), isDebit ? 'D' : 'C', account, isDebit ? debit : credit].join(' ')
    }))
    // The story closes registers of income and expense under their general key; the run empties each key.
    expect((await vouchersOf(entity, 'CL')).map((line) => line.split(' ').slice(0, 4).join(' ')).toSorted()).toEqual(lines.toSorted())
  })

  it('transfers the surplus, then sets aside fifteen parts in a hundred (S75, S76)', async () => {
    const lines = await vouchersOf('LAO01', 'CL')
    expect(lines.filter((line) => /^[34] /.test(line))).toEqual([
      '3 D 3101010101.001 3781886.17', '3 C 3102010101.001 3781886.17', '4 D 3102010101.001 404508.87', '4 C 3102010101.002 404508.87',
    ])
    expect((await vouchersOf('SCH01', 'CL')).filter((line) => line.startsWith('4 '))).toEqual([])
  })

  it('empties income and expense key by key', async () => {
    const left = await db.owner('sub_ledger_balances').whereRaw("account_code >= '4' AND debit <> credit")
    expect(left).toEqual([])
    expect(await vouchersOf('LAO01', 'CL')).toContain('2 C 5210010121.005 500000.00 SCH01')
  })

  it('leaves period 14 shut and sealed, and is done once', async () => {
    const own = { organisation_id: year.unitOf('LAO01').officer.organisationId }
    expect(await db.owner('fiscal_periods').where({ ...own, fiscal_year: 2568, period: 14 }).first('state')).toEqual({ state: 'closed' })
    expect(await db.owner('ledger_seals').where({ ...own, fiscal_year: 2568, period: 14 }).count({ n: '*' }).first()).toEqual({ n: '1' })
    await expect(ask('LAO01')).rejects.toThrow('ยังปิดบัญชีไม่ได้ มีเรื่องที่ต้องดำเนินการก่อน 1 เรื่อง')
    const done = await db.owner('closing_requests').where({ ...own, state: 'done' }).first('id')
    await expect(year.unitOf('LAO01').work((work) => carryOutClosing(work, rooms, done.id))).rejects.toThrow(Conflict)
  })
})

describe('after the audit (S77)', () => {
  const book = journalBooks.adjustment
  const rows = [{ account: '5104010107.001', debit: '3210' }, { account: '2101010102.001', key: 'หจก.ซ่อมดี', credit: '3210' }]
  let change = ''

  it('nothing is taken before the window is open', async () => {
    await expect(accountant.work((work) => createJournal(work, book, form({ type: 'PA', date: september, rows })))).rejects.toThrow('งวดบัญชีปิดแล้ว')
  })

  it('the change is closed at once, and the next year’s opening moves with it though its period is shut', async () => {
    const unit = year.unitOf('LAO01')
    const window = { fiscalYear: of2568, period: 15, wanted: 'open' as const, modules: [], reason: 'หนังสือ สตง.', auditUntil: calendarDate('2026-03-31') }
    await expect(accountant.work((work) => requestPeriod(work, window))).rejects.toThrow(new RuleBroken({ files: 'ต้องแนบหนังสือของผู้สอบบัญชี' }))
    await expect(accountant.work((work) => requestPeriod(work, { ...window, period: 1, wanted: 'soft', auditUntil: undefined }, [letter]))).rejects.toThrow('แนบหนังสือได้เฉพาะ')
    expect(await db.owner('period_requests').where({ organisation_id: unit.officer.organisationId })).toEqual([])
    await accountant.work((work) => requestPeriod(work, window, [letter]))
    expect((await unit.read((read) => findLetters(read, of2568))).map(({ fileName }) => fileName)).toEqual(['letter.pdf'])
    const shown = await atDesk(db, unit.officer, closingRoutes({ blockers: [] })).get('/ledger/periods?fiscalYear=2568')
    expect(seen(shown.html)).toContain('letter.pdf')
    const request = await db.owner('period_requests').where({ organisation_id: unit.officer.organisationId, state: 'asked' }).first('id')
    await unit.work((work) => carryOutRequest(work, request.id))
    expect((await db.owner('fiscal_years').where({ organisation_id: unit.officer.organisationId, fiscal_year: 2568 }).first('audit_until')).audit_until).toBe('2026-03-31')
    await db.owner('fiscal_periods').where({ organisation_id: unit.officer.organisationId, fiscal_year: 2569, period: 0 }).update({ state: 'closed' })
    change = await accountant.work(async (work) => {
      const id = await createJournal(work, book, form({ type: 'PA', date: september, rows }))
      await addAttachments(work, { kind: book.kind, id }, [letter])
      await submitJournal(work, { book, id }, 1)
      return id
    })
    await unit.work((work) => approveJournal(work, { book, id: change }, 2))
    expect(await year.netsOf('LAO01', { stage: 'post-audit-closing' })).toEqual(expectedNets(worked.expected.trial_balance.LAO01?.post_audit.rows ?? []))
    expect(await year.netsOf('LAO01', { stage: 'opening', year: 2569 })).toEqual(expectedNets(worked.expected.trial_balance.LAO01?.post_audit.rows ?? []))
    expect((await vouchersOf('LAO01', 'CL')).filter((line) => line.startsWith('5 '))).toEqual(['5 D 3102010101.001 3210.00', '5 C 5104010107.001 3210.00'])
    expect((await vouchersOf('LAO01', 'OB', 2569)).filter((line) => line.startsWith('2 '))).toEqual(['2 C 2101010102.001 3210.00 หจก.ซ่อมดี', '2 D 3102010101.001 3210.00'])
    expect(await db.owner('fiscal_periods').where({ organisation_id: unit.officer.organisationId, fiscal_year: 2569, period: 0 }).first('state')).toEqual({ state: 'closed' })
    expect(await faultsOf('LAO01')).toEqual([])
  })

  it('keeps the closing from being undone while it stands, and is undone with all that followed', async () => {
    await expect(accountant.work((work) => requestUndo(work, { year: of2568, reason: 'พบรายการตกหล่น' }))).rejects.toThrow('มีรายการปรับปรุงหลังการตรวจสอบแล้ว')
    const unit = year.unitOf('LAO01')
    await unit.work((work) => reverseJournal(work, { book, id: change }, { version: 3, reason: 'ผู้สอบบัญชีถอนข้อสังเกต', documentDate: september }))
    const expected = expectedNets(worked.expected.trial_balance.LAO01?.post_closing.rows ?? [])
    expect(await year.netsOf('LAO01', { stage: 'post-audit-closing' })).toEqual(expected)
    expect(await year.netsOf('LAO01', { stage: 'opening', year: 2569 })).toEqual(expected)
    expect(await faultsOf('LAO01')).toEqual([])
  })
})

describe('undoing', () => {
  it('reverses the carried opening and every closing voucher, by two people, and the year may be closed again', async () => {
    const unit = year.unitOf('SCH01')
    const asMaker = asOfficer(db, unit.maker)
    await asMaker.work((work) => requestUndo(work, { year: of2568, reason: 'พบรายการตกหล่น' }))
    const request = await unit.read((read) => findRequest(read, of2568))
    await expect(asMaker.work((work) => carryOutClosing(work, rooms, request?.id ?? '0'))).rejects.toThrow('ผู้ขอและผู้อนุมัติต้องไม่ใช่บุคคลเดียวกัน')
    await carryOut('SCH01')
    expect(await year.netsOf('SCH01', { stage: 'closing' })).toEqual(expectedNets(worked.expected.trial_balance.SCH01?.adjusted.rows ?? []))
    expect(await year.netsOf('SCH01', { stage: 'opening', year: 2569 })).toEqual({})
    expect(await faultsOf('SCH01')).toEqual([])
    await expect(asMaker.work((work) => requestUndo(work, { year: of2568, reason: 'อีกครั้ง' }))).rejects.toThrow(new RuleBroken('ยังไม่ได้ปิดบัญชีของปีนี้'))
    await ask('SCH01')
    await carryOut('SCH01')
    const expected = expectedNets(worked.expected.trial_balance.SCH01?.post_closing.rows ?? [])
    expect(await year.netsOf('SCH01', { stage: 'opening', year: 2569 })).toEqual(expected)
    expect(await year.netsOf('SCH01', { stage: 'closing' })).toEqual(expected)
    expect(await faultsOf('SCH01')).toEqual([])
  })
})

describe('the way through shut periods', () => {
  it('is for runs alone: nothing else passes, whoever calls the function', async () => {
    const unit = year.unitOf('PWN01')
    const posting = { asked: { fiscal_year: 2568, period: 3, type: 'JV', event: 'x', is_carried: false }, lines: [] }
    await expect(unit.work((work) => work.db.raw('SELECT ledger_run(NULL, ?, now())', [JSON.stringify([posting])]))).rejects.toThrow('not what a run may post')
    await expect(unit.work((work) => work.db.raw('SELECT ledger_run(NULL, ?, now())', [JSON.stringify([{ ...posting, asked: { ...posting.asked, period: 14, type: 'CL' } }])]))).rejects.toThrow('not what a run may post')
    const { rows } = await unit.work((work) => work.db.raw('SELECT ledger_run(999999, ?, now()) AS answers', [JSON.stringify([posting])]))
    expect(rows).toEqual([{ answers: [{ refused: 'gone' }] }])
    expect(await year.netsOf('PWN01', { stage: 'opening', year: of2569 })).toEqual(expectedNets(worked.expected.trial_balance.PWN01?.post_closing.rows ?? []))
  })
})
