import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { linePaths, pastDuePath } from '../../../src/budget/budget.paths.ts'
import { createCarry, submitCarry } from '../../../src/budget/carry/carry.service.ts'
import { lapseDesk, approveLapse, createLapse, findPastDue } from '../../../src/budget/lapse/lapse.service.ts'
import { closePath, ordinancePaths } from '../../../src/budget/ordinance.paths.ts'
import { keyOf } from '../../../src/budget/unspent/unspent.ts'
import { closeYear, unsettledLines } from '../../../src/budget/year-end-close/year-end-close.service.ts'
import { closingText, yearEndText } from '../../../src/budget/year-end.text.ts'
import { carryDesk } from '../../../src/budget/carry/carry.service.ts'
import { fiscalYear } from '../../../src/platform/dates.ts'
import { formatMoney } from '../../../src/platform/money.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { asOfficer } from '../../support/world.ts'
import { anEnactedBudget } from '../world.ts'
import { aLastYear, lastYear } from '../lapse/last-year.ts'

const office = await testOffice()
const town = await aLastYear(office)
await anEnactedBudget(town, [{ code: '5330100', amount: '700.00', title: 'วัสดุงานบ้าน' }])
const head = await signIn(office, 'saensuk.head')
const { errors } = yearEndText
const ordinanceOf = async (year: number) => office.owner('budget_documents').where({ organisation_id: town.organisationId, kind: 'annual', fiscal_year: year }).first('id', 'state', 'version', 'prepared_by')
const { id, version } = await ordinanceOf(lastYear)
const show = ordinancePaths.show(id)

async function pressed() {
  await head.open(closePath(id))
  return head.submit({}, closePath(id))
}

describe('the closing of a year', () => {
  it('tells what is still open, each with the way to it, and is refused until it is settled', async () => {
    expect((await head.open(show)).html).toContain(`href="${closePath(id)}"`)
    const page = await head.open(closePath(id))
    expect(page.text).toContain(errors.unsettled('4'))
    expect(page.text).toMatch(/วัสดุสำนักงาน 15,000\.00.*ถนนสายหลัก 120,000\.00/)
    expect(page.html).toContain(`href="${linePaths.show(town.organisationId, town.paper)}"`)
    expect(page.html).toContain(`href="${pastDuePath}"`)
    const { lines } = await town.head.read((read) => unsettledLines(read, lastYear))
    expect(lines.map(({ line, all }) => [line.title, formatMoney(all)]).sort()).toEqual([
      ['ถนนสายหลัก', '120,000.00'], ['วัสดุงานบ้าน', '700.00'], ['วัสดุสำนักงาน', '15,000.00'], ['เครื่องสูบน้ำ', '90,000.00'],
    ])
    expect((await pressed()).text).toContain(errors.unsettled('4'))
    expect((await ordinanceOf(lastYear)).state).toBe('enforced')
  })

  it('waits for what is laid before the council', async () => {
    const carry = await town.accountant.work(async (work) => {
      const made = await createCarry(work, {
        formKey: randomUUID(), documentDate: work.today, title: 'กันเงิน', reason: 'ยังต้องใช้', fiscalYear: lastYear, variant: 'CF-N', untilDate: '30/09/2570',
        rows: [{ of: `${town.pump}:available::`, amount: '90000', reason: '' }],
      })
      await submitCarry(work, made, 1)
      return made
    })
    const refused = await pressed()
    expect(refused.text).toContain(errors.openDocuments('กันเงิน CFW-00001/69'))
    expect(refused.html).toContain(`href="/budget/carry-forwards/${carry}"`)
    await town.head.work((work) => carryDesk.turn('reject')(work, carry, { version: 2, reason: 'ไม่จำเป็น' }))
  })

  it('is not by the maker of the ordinance, nor before the year is over, nor of another office', async () => {
    const made = await ordinanceOf(lastYear)
    const alone = asOfficer(office, { ...town.head.officer, userId: made.prepared_by })
    await expect(alone.work((work) => closeYear(work, id, version))).rejects.toThrow('ผู้จัดทำและผู้อนุมัติ')
    await expect(town.head.work((work) => closeYear(work, id, 99))).rejects.toThrow()
    await anEnactedBudget({ ...town, fiscalYear: fiscalYear(2570) }, [{ code: '5330100', amount: '1.00' }])
    const now = await ordinanceOf(2570)
    expect((await head.open(closePath(now.id))).text).toContain(errors.openYear('1 ตุลาคม 2570'))
    await expect(town.head.work((work) => closeYear(work, now.id, now.version))).rejects.toThrow(errors.openYear('1 ตุลาคม 2570'))
    expect((await (await signIn(office, 'mueang.head')).open(closePath(id))).status).toBe(404)
    expect((await (await signIn(office, 'saensuk.budget')).open(closePath(id))).status).toBe(403)
  })

  it('closes the ordinance with its supplements once everything has lapsed, and only once', async () => {
    const lapse = await town.accountant.work(async (work) => {
      const unspent = await findPastDue(work, town.organisationId)
      return createLapse(work, { formKey: randomUUID(), documentDate: work.today, title: 'พับเงิน', reason: 'สิ้นปี', wanted: unspent.map(keyOf) })
    })
    expect(lapseDesk.keyOf(lapse)).toEqual({ kind: 'budget-lapse', id: lapse })
    await town.head.work((work) => approveLapse(work, lapse, { version: 1, happenedOn: work.today }))
    const results = await Promise.allSettled([1, 2].map(() => town.head.work((work) => closeYear(work, id, version))))
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const states = await office.owner('budget_documents').where({ organisation_id: town.organisationId, fiscal_year: lastYear }).whereIn('kind', ['annual', 'supplementary']).pluck('state')
    expect(states).toEqual(['closed', 'closed'])
    const page = await head.open(show)
    expect(page.text).toContain(closingText.step)
    expect(page.html).not.toContain(`href="${closePath(id)}"`)
    expect((await head.open(closePath(id))).status).toBe(404)
  })
})
