// Long files of the books: whole, in order, of one moment, whatever is posted while they are read.
import { beforeAll, describe, expect, it } from 'vitest'
import { ledgerRoutes } from '../../src/ledger/index.ts'
import { ownOrigin } from '../../src/platform/database/work.ts'
import { type StreamPart } from '../../src/platform/http/reply.ts'
import { testDatabase } from '../support/database.ts'
import { atDesk } from '../support/desk.ts'
import { anOpenOffice } from '../support/world.ts'
import { collect, savings } from './collected.ts'

const db = await testDatabase()
const office = await anOpenOffice(db)
const posted = { vouchers: 0 }

async function post(vouchers: number): Promise<void> {
  await office.work(async (work) => {
    for (let one = 0; one < vouchers; one += 1) await collect(work, office, { sourceId: String(++posted.vouchers) })
  })
}

beforeAll(() => post(1010), 120_000)

/** The file as it is sent, its parts counted; after the first another voucher is posted. */
async function saved(address: string): Promise<{ lines: string[]; parts: number }> {
  const { reply } = await atDesk(db, office.officer, ledgerRoutes).get(address)
  if (reply.kind !== 'stream') throw new Error(reply.kind)
  const texts: string[] = []
  for (let part: StreamPart | undefined = reply.first; part; part = part.next && await db.database.read(office.officer, ownOrigin, part.next)) {
    if (texts.length === 0) await post(1)
    texts.push(part.text)
  }
  return { lines: texts.join('').trimEnd().split('\r\n').slice(1), parts: texts.length }
}

const numbers = (lines: readonly string[]) => lines.map((line) => /RV-(\d{5})/.exec(line)?.[1] ?? '').filter((number) => number !== '').map(Number)
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

describe('a file of more than a thousand vouchers', () => {
  it('is the day book: every line of each, in order', async () => {
    const before = posted.vouchers
    const { lines, parts } = await saved('/ledger/day-book/csv?fiscalYear=2570&month=2')
    expect(parts).toBe(Math.ceil(before / 250))
    expect(numbers(lines)).toEqual(upTo(before).flatMap((number) => [number, number]))
  })

  it('is the ledger of an account, its balance running on from part to part', async () => {
    const before = posted.vouchers
    const { lines, parts } = await saved(`/ledger/accounts/${office.officer.organisationId}/${savings}/csv?fiscalYear=2570&month=2`)
    expect(parts).toBe(2)
    expect(numbers(lines)).toEqual(upTo(before))
    expect(lines.map((line) => line.split(',').at(-1))).toEqual([0, ...upTo(before)].map((count) => `${count * 100}.00`))
  })

  it('is the register, newest first', async () => {
    const before = posted.vouchers
    const { lines } = await saved('/ledger/register/csv?fiscalYear=2570&month=2')
    expect(numbers(lines)).toEqual(upTo(before).reverse())
  })

  it('is the proof of the year, which grows at its end only', async () => {
    const { lines } = await saved('/ledger/verification/csv?fiscalYear=2570')
    expect(numbers(lines)).toEqual(upTo(posted.vouchers))
  })

  it('is a workbook as well while it fits', async () => {
    const { reply } = await atDesk(db, office.officer, ledgerRoutes).get('/ledger/register/xlsx?fiscalYear=2570&month=2')
    expect(reply).toMatchObject({ kind: 'download', fileName: expect.stringMatching(/xlsx$/) })
  })
})
