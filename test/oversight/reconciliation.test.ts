// The indicator of revenue reconciliation: quarterly, within four weeks, found in the documents of each LAO and shown to its province (RE-10, PEFA 20.3 A).
import { describe, expect, it } from 'vitest'
import { calendarDate, fiscalYear } from '../../src/platform/dates.ts'
import { ownOrigin } from '../../src/platform/database/work.ts'
import { type StreamPart } from '../../src/platform/http/reply.ts'
import { Forbidden } from '../../src/platform/errors.ts'
import { baht, zero } from '../../src/platform/money.ts'
import { oversightRoutes } from '../../src/oversight/index.ts'
import { askedReconciliation } from '../../src/oversight/reconciliation/reconciliation.schema.ts'
import { findReconciled } from '../../src/oversight/reconciliation/reconciliation.service.ts'
import { judgeQuarter, spanOfQuarter, type QuarterFacts } from '../../src/receipts/index.ts'
import { issueFor, aCounter, waste } from '../receipts/lao.ts'
import { aPerson, type Person } from '../receipts/school.ts'
import { testDatabase } from '../support/database.ts'
import { atDesk, seen } from '../support/desk.ts'
import { organisation } from '../support/world.ts'

const db = await testDatabase()
const first = { fiscalYear: fiscalYear(2570), quarter: 1 as const }
const facts: QuarterFacts = { posted: baht('100'), openCount: 0, openAmount: zero, assessed: zero, summedOn: calendarDate('2027-01-04'), signedOn: calendarDate('2027-01-05'), hasReceipts: true }
const judged = (given: Partial<QuarterFacts>, today: string) => judgeQuarter(first, { ...facts, ...given }, calendarDate(today))

describe('a quarter', () => {
  it('is three months of the fiscal year; the last one that ended is asked for unless said otherwise', () => {
    expect(spanOfQuarter({ ...first, quarter: 4 })).toEqual({ from: '2027-07-01', until: '2027-10-01' })
    expect(askedReconciliation({}, calendarDate('2026-11-20'))).toMatchObject({ fiscalYear: 2569, quarter: 4 })
    expect(askedReconciliation({}, calendarDate('2027-01-01'))).toMatchObject({ fiscalYear: 2570, quarter: 1 })
    expect(askedReconciliation({ year: '๒๕๖๙', quarter: '9', after: 'x' }, calendarDate('2027-01-01'))).toMatchObject({ fiscalYear: 2569, quarter: 1, after: undefined })
  })

  it.each([
    ['has not ended', {}, '2026-12-31', { state: 'running', days: 0 }],
    ['had no receipts', { hasReceipts: false }, '2027-01-30', { state: 'none' }],
    ['is reconciled within four weeks, by the later of summary and signature', {}, '2027-02-20', { state: 'met', doneOn: '2027-01-05', days: 5 }],
    ['counts the summary that came after the signature', { summedOn: calendarDate('2027-01-28') }, '2027-02-20', { state: 'met', doneOn: '2027-01-28', days: 28 }],
    ['is late from the 29th day', { signedOn: calendarDate('2027-01-29') }, '2027-02-20', { state: 'late', days: 29 }],
    ['waits while anything is not in the books', { openCount: 1 }, '2027-01-28', { state: 'waiting', days: 28 }],
    ['waits for a signature', { signedOn: undefined }, '2027-01-10', { state: 'waiting', days: 10 }],
    ['is overdue when it still waits after four weeks', { openCount: 1 }, '2027-01-29', { state: 'overdue', days: 29 }],
  ] as const)('%s', (_name, given, today, expected) => {
    expect(judged(given, today)).toMatchObject(expected)
  })
})

describe('the page of a province', () => {
  const provinceOf = async (code: string): Promise<Person> => aPerson(db, await organisation(db, `P${code}`), ['PROV_OFFICER'])

  it('shows its own LAOs with what is in the books and what is not, and no others', async () => {
    const town = await aCounter(db)
    await issueFor(town.clerk, waste, { amount: '700.00' })
    const { code } = await db.owner('organisations').where('id', town.organisation.id).first('code')
    const province = await provinceOf(town.organisation.provinceCode)
    const { offices } = await province.read((read) => findReconciled(read, { ...first, provinceCode: undefined, district: undefined, after: undefined }, 10_000))
    expect(offices.find((office) => office.code === code)).toMatchObject({ facts: { openCount: 1, openAmount: baht('700'), posted: zero, hasReceipts: true }, reconciled: { state: 'running' } })
    const stranger = await provinceOf(town.organisation.provinceCode === '67' ? '20' : '67')
    const others = await stranger.read((read) => findReconciled(read, { ...first, provinceCode: undefined, district: undefined, after: undefined }, 10_000))
    expect(others.offices.some((office) => office.code === code)).toBe(false)
    const html = seen((await atDesk(db, province.officer, oversightRoutes).get('/oversight/reconciliation?year=2570&quarter=1')).html)
    expect(html).toContain('ไตรมาสที่ 1 ปีงบประมาณ พ.ศ. 2570')
    expect((await atDesk(db, province.officer, oversightRoutes).get('/oversight/progress')).html).toContain('href="/oversight/reconciliation"')
  })

  it('goes out to the department part by part, every LAO once', async () => {
    const department = await aPerson(db, await organisation(db, 'DLA'), ['DLA_OVERSIGHT'])
    const { reply } = await atDesk(db, department.officer, oversightRoutes).get('/oversight/reconciliation/csv?year=2570&quarter=1')
    if (reply.kind !== 'stream') throw new Error(reply.kind)
    const texts: string[] = []
    for (let part: StreamPart | undefined = reply.first; part; part = part.next && await db.database.read(department.officer, ownOrigin, part.next)) texts.push(part.text)
    const codes = texts.join('').split('\r\n').slice(1).filter(Boolean).map((row) => row.split(',')[0])
    expect(texts.length).toBeGreaterThan(7)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.length).toBe(Number((await db.owner('organisations').where({ kind: 'LAO', is_open: true }).count({ count: '*' }).first())?.count))
  })

  it('is not for an LAO', async () => {
    const town = await aCounter(db)
    await expect(atDesk(db, town.head.officer, oversightRoutes).get('/oversight/reconciliation')).rejects.toThrow(Forbidden)
  })
})
