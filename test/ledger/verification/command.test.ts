// The command of the auditor, the nightly round, the page, and books that were interrupted (REL-1, REL-3).
import { execFile, spawn } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ledgerRoutes, proveBooks, verifyBook } from '../../../src/ledger/index.ts'
import { ownOrigin, system } from '../../../src/platform/database/work.ts'
import { Forbidden, NotFound } from '../../../src/platform/errors.ts'
import { projectFolder } from '../../../src/platform/project-folder.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk, seen } from '../../support/desk.ts'
import { anOpenOffice, type Counter } from '../../support/world.ts'
import { collect } from '../collected.ts'

const db = await testDatabase()

interface Ended {
  readonly code: number
  readonly out: string
}

function audit(...given: readonly string[]): Promise<Ended> {
  const environment = { ...process.env, DATABASE_MIGRATION_URL: db.url, NODE_NO_WARNINGS: '1' }
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', join(projectFolder, 'src/audit.ts'), ...given], { env: environment }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out: out + err })
    })
  })
}

async function aBook(): Promise<Counter> {
  const office = await anOpenOffice(db)
  for (let index = 1; index <= 3; index += 1) await office.work((work) => collect(work, office, { sourceId: String(index) }))
  return office
}

async function codeOf(office: Counter): Promise<string> {
  return (await db.owner('organisations').where({ id: office.officer.organisationId }).first('code')).code
}

async function kept(office: Counter): Promise<unknown[]> {
  return db.owner('account_balances').where({ organisation_id: office.officer.organisationId }).orderBy('account_code').select('account_code', 'debit', 'credit')
}

describe('the command', () => {
  it('finds honest books clean, names what is wrong and ends with 1, and rebuilds what can be summed up', async () => {
    const office = await aBook()
    const code = await codeOf(office)
    const clean = await audit('verify', '--organisation', code)
    expect([clean.code, clean.out]).toEqual([0, expect.stringContaining('1 books, 0 faults')])
    const before = await kept(office)
    await db.owner('account_balances').where({ organisation_id: office.officer.organisationId, account_code: '4401010104.001' }).update({ credit: '1.00' })
    const dirty = await audit('verify')
    expect(dirty.code).toBe(1)
    expect(dirty.out).toContain('V8 ยอดคงเหลือของบัญชีไม่ตรงกับผลรวมรายการ: 4401010104.001 2/2570')
    const mended = await audit('rebuild', '--organisation', code, '--year', '2570')
    expect([mended.code, mended.out]).toEqual([0, expect.stringContaining('1 kept balances did not stand')])
    expect(await kept(office)).toEqual(before)
    expect((await audit('verify', '--json')).code).toBe(0)
    expect(await db.owner('audit_events').where({ code: 'LEDGER_REBUILT' }).first('before')).toEqual({ before: { year: 2570, found: ['4401010104.001 2/2570'] } })
  }, 300_000)

  it('says when it was not asked anything, or of books that are not there', async () => {
    expect((await audit()).code).toBe(1)
    expect((await audit('verify', '--organisation', 'nowhere')).code).toBe(1)
    expect((await audit('rebuild', '--organisation', 'nowhere', '--year', '2570')).code).toBe(1)
  }, 300_000)
})

describe('the nightly round', () => {
  it('goes through every book, keeps what it found and notes the root of the country', async () => {
    const office = await aBook()
    await db.owner('number_counters').where({ organisation_id: office.officer.organisationId, series: 'RV' }).update({ last: 7 })
    let next: string | undefined = '0'
    while (next !== undefined) next = await db.database.work(system, ownOrigin, (work): Promise<string | undefined> => proveBooks(work, next ?? '0'))
    const found = await db.owner('audit_events').where({ code: 'LEDGER_FAULT' }).select('organisation_id', 'after')
    expect(found).toEqual([{ organisation_id: office.officer.organisationId, after: { vouchers: 3, count: 1, faults: [{ check: 'V7', what: 'RV/2570' }] } }])
    expect((await db.owner('audit_events').where({ code: 'LEDGER_ROOT' }).first('after')).after.root).toMatch(/^[0-9a-f]{64}$/)
    await db.owner('number_counters').where({ organisation_id: office.officer.organisationId, series: 'RV' }).update({ last: 3 })
  })
})

describe('the page of the auditor', () => {
  it('shows every check, the seals, and gives the year as CSV', async () => {
    const office = await aBook()
    const desk = atDesk(db, office.officer, ledgerRoutes)
    expect(seen((await desk.get('/ledger/verification')).html)).toContain('ยังไม่เคยตรวจสอบสมุดบัญชีนี้')
    const prove = () => desk.post('/ledger/verification', { organisation: office.officer.organisationId })
    expect((await prove()).reply).toMatchObject({ kind: 'redirect', flash: { text: 'ตรวจสอบเสร็จแล้ว' } })
    await office.work((work) => collect(work, office, { sourceId: '4' }))
    const { html } = await desk.get('/ledger/verification')
    expect(seen(html)).toMatch(/ตรวจสอบแล้ว 3 ใบผ่านรายการ ไม่พบข้อผิดพลาด.*20 พ\.ย\. 2569 12\.00 น\..*ใบผ่านรายการหลังการตรวจสอบล่าสุด 1 /)
    expect(html.match(/V\d+/g)).toHaveLength(15)
    const { reply } = await desk.get('/ledger/verification/csv?fiscalYear=2570')
    const head = (await db.owner('ledger_books').where({ organisation_id: office.officer.organisationId }).first('head')).head.toString('hex')
    expect(reply.kind === 'download' && String(reply.body)).toMatch(new RegExp(`RV-00004/70,2026-11-10,100\\.00,[0-9a-f]{64},${head}\r\n$`))
    await db.owner('sub_ledger_balances').where({ organisation_id: office.officer.organisationId }).update({ debit: '1.00' })
    expect(seen((await desk.get('/ledger/verification')).html)).toContain('ไม่พบข้อผิดพลาด')
    await prove()
    expect(seen((await desk.get('/ledger/verification')).html)).toMatch(/พบข้อผิดพลาด 2 รายการ.*V9 .* ไม่ถูกต้อง/)
    const stranger = (await anOpenOffice(db)).officer.organisationId
    await expect(desk.post('/ledger/verification', { organisation: stranger })).rejects.toThrow(NotFound)
    const unprinting = atDesk(db, { ...office.officer, permissions: new Set(['account.report:view']) }, ledgerRoutes)
    await expect(unprinting.post('/ledger/verification', { organisation: office.officer.organisationId })).rejects.toThrow(Forbidden)
    expect((await unprinting.get('/ledger/verification')).html).not.toContain('ตรวจสอบตอนนี้')
    await expect(desk.get(`/ledger/verification?organisation=${(await anOpenOffice(db)).officer.organisationId}`)).rejects.toThrow(NotFound)
  })
})

describe('a process killed while it posts', () => {
  it('leaves every voucher it had told of, whole, numbered without a gap, and proven', async () => {
    const office = await anOpenOffice(db)
    const told: string[] = []
    for (let round = 0; round < 3; round += 1) told.push(...await postUntilKilled(office, { from: 1 + round * 10_000, kill: 340 }))
    const stored = await db.owner('vouchers').where({ organisation_id: office.officer.organisationId }).orderBy('number').pluck('number')
    expect(told.length).toBeGreaterThan(1000)
    expect(new Set(told).size).toBe(told.length)
    expect(stored.length).toBeGreaterThanOrEqual(told.length)
    expect(stored).toEqual(Array.from(stored, (_, index) => index + 1))
    expect((await office.read((read) => verifyBook(read, office.officer.organisationId))).faults).toEqual([])
  })
})

/** SIGKILL after so many vouchers were told of. */
function postUntilKilled(office: Counter, { from, kill }: { from: number; kill: number }): Promise<string[]> {
  const given = JSON.stringify({ url: db.url, now: db.clock.now(), officer: office.officer, maker: office.maker, bankAccountId: office.bankAccountId, from })
  const child = spawn(process.execPath, ['--import', 'tsx', join(projectFolder, 'test/ledger/verification/poster.ts'), given], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (part: Buffer) => {
    said += part.toString()
    if (said.split('\n').length > kill) child.kill('SIGKILL')
  })
  return new Promise((resolve) => { child.on('close', () => resolve(said.split('\n').slice(0, -1))) })
}
