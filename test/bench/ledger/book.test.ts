import { describe, expect, it } from 'vitest'
import { verifyBook } from '../../../src/ledger/index.ts'
import { ownOrigin, system } from '../../../src/platform/database/work.ts'
import { testDatabase } from '../../support/database.ts'
import { findBenchOffices, makeBook, sizesOf, type Told } from './book.ts'

const plan = { lines: 2000, offices: 5 }

describe('the generated book of the bench', () => {
  it('stands before the proof in every office, and an end half-way costs nothing', async () => {
    const db = await testDatabase()
    const halfWay = new Error('ended')
    const stop = ({ offices }: Told) => { if (offices === 2) throw halfWay }
    await expect(makeBook(db.owner, plan, stop)).rejects.toBe(halfWay)
    const left = await makeBook(db.owner, plan)
    expect(left).toBeGreaterThan(0)
    expect(left).toBeLessThan(plan.offices)
    expect(await makeBook(db.owner, plan)).toBe(0)
    const offices = await findBenchOffices(db.owner)
    const sizes = sizesOf(plan)
    expect(offices.map((office) => office.vouchers)).toEqual([sizes.large, sizes.middle, sizes.small, sizes.small, sizes.small])
    for (const { organisationId, vouchers } of offices) {
      const { book, faults } = await db.database.read(system, ownOrigin, (read) => verifyBook(read, organisationId))
      expect(faults).toEqual([])
      expect(book?.vouchers).toBe(vouchers)
    }
    expect(await db.owner('voucher_lines').count('* as lines').first()).toEqual({ lines: String(4 * (sizes.large + sizes.middle + 3 * sizes.small)) })
  })
})
