import { describe, expect, it } from 'vitest'
import { getVoucher, openFiscalYear, reverseVoucher } from '../../../src/ledger/index.ts'
import { compareBalances } from '../../../src/ledger/trial-balance/trial-balance.repository.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import { aLao, anOfficer, anOpenOffice, aSubUnit, asOfficer, organisation, testYear, type Acting, type Counter } from '../../support/world.ts'
import { aDay, collect, landTax, savings, schoolIncome, type Collection } from '../collected.ts'

const db = await testDatabase()
const post = (office: Counter, given: Collection) => office.work((work) => collect(work, office, given))

async function numbersOf(office: Counter): Promise<number[]> {
  return db.owner('vouchers').where({ organisation_id: office.officer.organisationId, type: 'RV' }).orderBy('number').pluck('number')
}

describe('posting', () => {
  it('writes voucher, lines and balances at once and gives the printed number', async () => {
    const office = await anOpenOffice(db)
    const posted = await post(office, { sourceId: '1', amount: '1234.50' })
    expect(posted.number).toBe('RV-00001/70')
    const voucher = await office.read((read) => getVoucher(read, office.officer.organisationId, posted.id))
    expect(voucher.lines.map((line) => [line.accountCode, line.side, line.amount])).toEqual([[savings, 'D', baht('1234.50')], [landTax, 'C', baht('1234.50')]])
    expect(voucher.lines[0]).toMatchObject({ subKind: 'bank_account', subKey: office.bankAccountId })
    const balances = await db.owner('account_balances').where({ organisation_id: office.officer.organisationId }).orderBy('account_code').select('account_code', 'month', 'debit', 'credit')
    expect(balances).toEqual([
      { account_code: savings, month: 2, debit: '1234.50', credit: '0.00' }, { account_code: landTax, month: 2, debit: '0.00', credit: '1234.50' },
    ])
  })

  it('numbers fifty postings at once without a gap, and those that fail take none', async () => {
    const office = await anOpenOffice(db)
    const results = await Promise.allSettled(Array.from({ length: 60 }, (_, index) => office.work(async (work) => {
      const posted = await collect(work, office, { sourceId: String(index + 1) })
      if (index % 6 === 5) throw new Error('the document fails after posting')
      return posted
    })))
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(50)
    expect(await numbersOf(office)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
    expect(await office.read((read) => compareBalances(read, office.officer.organisationId, testYear))).toEqual([])
  })

  it('answers a retry with the voucher that stands, even after the month was closed', async () => {
    const office = await anOpenOffice(db)
    const first = await post(office, { sourceId: '1' })
    await close(office, 2)
    expect(await post(office, { sourceId: '1' })).toEqual(first)
    expect(await numbersOf(office)).toEqual([1])
  })

  it('posts one voucher when the same document comes fifty times at the same moment', async () => {
    const office = await anOpenOffice(db)
    const twins = await Promise.all(Array.from({ length: 50 }, () => post(office, { sourceId: '9' })))
    expect(new Set(twins.map((twin) => twin.id)).size).toBe(1)
    expect(await numbersOf(office)).toEqual([1])
    expect((await post(office, { sourceId: '10' })).number).toBe('RV-00002/70')
  })

  it('refuses a header, an account of another kind of office and an unknown one', async () => {
    const office = await anOpenOffice(db)
    await expect(post(office, { sourceId: '1', account: '4401010000.000' })).rejects.toThrow(new RuleBroken('บัญชีหัวข้อบันทึกรายการไม่ได้ (4401010000.000)'))
    await expect(post(office, { sourceId: '1', account: schoolIncome })).rejects.toThrow(new RuleBroken(`บัญชีนี้ไม่ใช้กับหน่วยงานประเภทนี้ (${schoolIncome})`))
    await expect(post(office, { sourceId: '1', account: '9999999999.999' })).rejects.toThrow(new RuleBroken('ไม่พบรหัสบัญชี 9999999999.999 ในผังบัญชี'))
    await expect(post(office, { sourceId: '1', account: savings })).rejects.toThrow(new RuleBroken(`ต้องระบุทะเบียนย่อย (${savings})`))
  })

  it('lets a school post to the accounts of schools and not to those of an LAO', async () => {
    const school = await aSubUnit(db, { lao: await aLao(db) })
    const office = await anOpenOffice(db, { at: school, groups: ['SUB_FIN_HEAD'] })
    await expect(post(office, { sourceId: '1', account: landTax })).rejects.toThrow('บัญชีนี้ไม่ใช้กับหน่วยงานประเภทนี้')
    expect((await post(office, { sourceId: '1', account: schoolIncome })).number).toBe('RV-00001/70')
  })

  it('refuses a day to come and a year that was not opened', async () => {
    const office = await anOpenOffice(db)
    await expect(post(office, { sourceId: '1', date: calendarDate('2026-11-21') })).rejects.toThrow('วันที่ของเอกสารต้องไม่เกินวันปัจจุบัน')
    await expect(post(office, { sourceId: '1', date: calendarDate('2026-09-30') })).rejects.toThrow('ยังไม่ได้เปิดปีงบประมาณของวันที่ในเอกสาร')
    expect((await post(office, { sourceId: '1', date: calendarDate('2026-11-20') })).number).toBe('RV-00001/70')
  })

  it('refuses a closed month', async () => {
    const office = await anOpenOffice(db)
    await close(office, 2)
    await expect(post(office, { sourceId: '1' })).rejects.toThrow(new RuleBroken('งวดบัญชีปิดแล้ว'))
    expect(await numbersOf(office)).toEqual([])
  })

  it('waits for a month that is being closed, and then refuses', async () => {
    const office = await anOpenOffice(db)
    const closing = await db.owner.transaction()
    await closing('ledger_books').where({ organisation_id: office.officer.organisationId }).forUpdate().select('head')
    await closing('fiscal_periods').where({ organisation_id: office.officer.organisationId, period: 2 }).update({ state: 'closed' })
    const posting = post(office, { sourceId: '1' }).then(() => 'posted', (error: Error) => error.message)
    expect(await Promise.race([posting, blocked()])).toBe('waiting')
    await closing.commit()
    expect(await posting).toBe('งวดบัญชีปิดแล้ว')
  })

  it('holds the month open until it has committed', async () => {
    const office = await anOpenOffice(db)
    const order: string[] = []
    let closing: Promise<void> = Promise.resolve()
    await office.work(async (work) => {
      await collect(work, office, { sourceId: '1' })
      closing = close(office, 2).then(() => { order.push('closed') })
      await blocked()
      order.push('posted')
    })
    await closing
    expect(order).toEqual(['posted', 'closed'])
  })
})

describe('a reversal', () => {
  it('swaps the sides, names the original and is made once', async () => {
    const office = await anOpenOffice(db)
    const original = await post(office, { sourceId: '1', amount: '50.00' })
    const reversal = await office.work((work) => reverseVoucher(work, original.id, { reason: 'บันทึกซ้ำ', documentDate: aDay }))
    expect(reversal.number).toBe('RX-00001/70')
    const [first, second] = await office.read(async (read) => [
      await getVoucher(read, office.officer.organisationId, original.id), await getVoucher(read, office.officer.organisationId, reversal.id),
    ])
    expect(first?.reversedById).toBe(reversal.id)
    expect(second?.reversesId).toBe(original.id)
    expect(second?.lines.map((line) => [line.accountCode, line.side])).toEqual([[savings, 'C'], [landTax, 'D']])
    await expect(office.work((work) => reverseVoucher(work, original.id, { reason: 'อีกครั้ง', documentDate: aDay }))).rejects.toThrow(new RuleBroken('ใบผ่านรายการถูกกลับรายการแล้ว'))
    await expect(office.work((work) => reverseVoucher(work, reversal.id, { reason: 'กลับไปกลับมา', documentDate: aDay }))).rejects.toThrow('นำมากลับรายการอีกไม่ได้')
    expect(await office.read((read) => compareBalances(read, office.officer.organisationId, testYear))).toEqual([])
  })

  it('is made once even when two officers press at the same moment', async () => {
    const office = await anOpenOffice(db)
    const original = await post(office, { sourceId: '1' })
    const results = await Promise.allSettled([1, 2, 3].map(() => office.work((work) => reverseVoucher(work, original.id, { reason: 'บันทึกซ้ำ', documentDate: aDay }))))
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    expect(await db.owner('vouchers').where({ organisation_id: office.officer.organisationId, type: 'RX' })).toHaveLength(1)
  })

  it('wants a reason, and a day not before the original', async () => {
    const office = await anOpenOffice(db)
    const { id } = await post(office, { sourceId: '1' })
    await expect(office.work((work) => reverseVoucher(work, id, { reason: ' ', documentDate: aDay }))).rejects.toThrow('โปรดระบุเหตุผล')
    await expect(office.work((work) => reverseVoucher(work, id, { reason: 'ผิด', documentDate: calendarDate('2026-11-09') }))).rejects.toThrow('ไม่ก่อนวันที่')
  })
})

describe('the fences of the books', () => {
  it('keep the vouchers of one office from another', async () => {
    const [office, stranger] = [await anOpenOffice(db), await anOpenOffice(db)]
    const { id } = await post(office, { sourceId: '1' })
    await expect(stranger.read((read) => getVoucher(read, office.officer.organisationId, id))).rejects.toThrow(NotFound)
    await expect(stranger.work((work) => reverseVoucher(work, id, { reason: 'ของผู้อื่น', documentDate: aDay }))).rejects.toThrow(NotFound)
    expect(await stranger.read((read) => read.db('vouchers').where({ id }))).toEqual([])
    expect(await stranger.read((read) => read.db('voucher_lines').where({ voucher_id: id }))).toEqual([])
  })

  it('let an LAO look into its school and write nothing there', async () => {
    const lao = await aLao(db)
    const school = await anOpenOffice(db, { at: await aSubUnit(db, { lao }), groups: ['SUB_FIN_HEAD'] })
    const { id } = await post(school, { sourceId: '1', account: schoolIncome })
    const parent = asOfficer(db, await anOfficer(db, { at: lao, groups: ['LAO_FIN_HEAD'] }))
    expect((await parent.read((read) => getVoucher(read, school.officer.organisationId, id))).number).toBe('RV-00001/70')
    await mayNotWrite(parent, school)
  })

  it('let the province look at its LAOs and write nothing there', async () => {
    const office = await anOpenOffice(db)
    const { id } = await post(office, { sourceId: '1' })
    const own = asOfficer(db, await anOfficer(db, { at: await organisation(db, `P${office.officer.provinceCode}`), groups: ['PROV_HEAD'] }))
    expect((await own.read((read) => getVoucher(read, office.officer.organisationId, id))).id).toBe(id)
    await mayNotWrite(own, office)
    await expect(own.work((work) => collect(work, office, { sourceId: '2' }))).rejects.toThrow('ยังไม่ได้เปิดปีงบประมาณ')
    await expect(own.work((work) => openFiscalYear(work, testYear))).rejects.toThrow('row-level security')
    const other = asOfficer(db, await anOfficer(db, { at: await organisation(db, 'P50'), groups: ['PROV_HEAD'] }))
    await expect(other.read((read) => getVoucher(read, office.officer.organisationId, id))).rejects.toThrow(NotFound)
  })

  it('leave writing to the gate alone, even in the own books', async () => {
    const office = await anOpenOffice(db)
    await mayNotWrite(office, office)
    await expect(office.work((work) => work.db('fiscal_periods').update({ state: 'closed' }))).rejects.toThrow('permission denied')
    await expect(office.work((work) => work.db('ledger_books').update({ vouchers: 0 }))).rejects.toThrow('permission denied')
    await expect(office.work((work) => work.db('ledger_seals').delete())).rejects.toThrow('permission denied')
  })

  it('refuse an unbalanced voucher at commit when it comes past the service', async () => {
    const office = await anOpenOffice(db)
    await expect(office.work((work) => work.db.raw('SELECT ledger_post(?, ?)', [asked(office), linesOfSum(office, '99.99')]))).rejects.toThrow('does not stand: debit 100.00, credit 99.99')
    await expect(office.work((work) => work.db.raw('SELECT ledger_post(?, ?)', [asked(office, { type: 'AJ' }), linesOfSum(office, '100.00')]))).rejects.toThrow('type, stage and period disagree')
    await expect(office.work((work) => work.db.raw('SELECT ledger_post(?, ?)', [asked(office, { month: 3, period: 3 }), linesOfSum(office, '100.00')]))).rejects.toThrow('dates disagree')
    await expect(office.work((work) => work.db.raw('SELECT ledger_post(?, ?)', [asked(office, { same_person: 'small-unit', prepared_by: office.officer.userId }), linesOfSum(office, '100.00')])))
      .rejects.toThrow('prepared and approved by one person')
    await expect(office.work((work) => work.db.raw('SELECT ledger_post(?, ?)', [asked(office, { total: '-5.00' }), linesOfSum(office, '-5.00')]))).rejects.toThrow('violates check constraint')
    await expect(office.work((work) => work.db.raw('SELECT ledger_post(?, ?)', [asked(office, { total: 'NaN' }), linesOfSum(office, 'NaN')]))).rejects.toThrow('violates check constraint')
    expect(await numbersOf(office)).toEqual([])
  })

  it('refuse change and removal even to the owner of the tables', async () => {
    const office = await anOpenOffice(db)
    const { id } = await post(office, { sourceId: '1' })
    await expect(db.owner('vouchers').where({ id }).update({ description: 'x' })).rejects.toThrow('never changed')
    await expect(db.owner('vouchers').where({ id }).delete()).rejects.toThrow('never changed')
    await expect(db.owner('voucher_lines').where({ voucher_id: id }).update({ amount: '1.00' })).rejects.toThrow('never changed')
    await expect(db.owner('voucher_lines').where({ voucher_id: id }).delete()).rejects.toThrow('never changed')
    await expect(office.work((work) => work.db('vouchers').where({ id }).update({ description: 'x' }))).rejects.toThrow('permission denied')
  })
})

/** By direct SQL, under the role of the application. */
async function mayNotWrite(who: Acting, office: Counter): Promise<void> {
  for (const table of ['vouchers', 'voucher_lines', 'account_balances', 'sub_ledger_balances', 'ledger_books', 'ledger_seals', 'fiscal_periods']) {
    await expect(who.work((work) => work.db(table).insert({ organisation_id: office.officer.organisationId }))).rejects.toThrow('permission denied')
  }
}

function asked(office: Counter, other: object = {}): string {
  return JSON.stringify({
    document_date: aDay, fiscal_year: testYear, month: 2, period: 2, stage: 1, type: 'JV', module: 'general', may_soft: false, is_carried: false, event: 'past-the-service',
    source_kind: 'test', source_id: '1', description: 'x', total: '100.00', prepared_by: office.maker.userId, same_person: null, request_id: 'r', ip: '', agent: '',
    posted_at: db.clock.now(), trail: {}, ...other,
  })
}

function linesOfSum(office: Counter, credit: string): string {
  const debit = credit === '99.99' ? '100.00' : credit
  return JSON.stringify([
    { line: 1, account_code: savings, side: 'D', amount: debit, sub_key: office.bankAccountId }, { line: 2, account_code: landTax, side: 'C', amount: credit },
  ])
}

async function close(office: Counter, month: number): Promise<void> {
  await db.owner.transaction(async (closing) => {
    await closing('ledger_books').where({ organisation_id: office.officer.organisationId }).forUpdate().select('head')
    await closing('fiscal_periods').where({ organisation_id: office.officer.organisationId, fiscal_year: testYear, period: month }).update({ state: 'closed' })
  })
}

function blocked(): Promise<string> {
  return new Promise((resolve) => { setTimeout(() => resolve('waiting'), 300) })
}
