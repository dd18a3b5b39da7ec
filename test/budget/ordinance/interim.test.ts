import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { compareBudgetBalances, findLines, getLine, pay, saveTask } from '../../../src/budget/index.ts'
import { ordinancePaths as paths } from '../../../src/budget/ordinance.paths.ts'
import { ordinanceText } from '../../../src/budget/ordinance.text.ts'
import { type Succession } from '../../../src/budget/ordinance-successor/ordinance-successor.ts'
import { beginInterim, createOrdinance, enforceOrdinance } from '../../../src/budget/ordinance/ordinance.service.ts'
import { documentsText } from '../../../src/documents/index.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { baht, formatMoney } from '../../../src/platform/money.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { asOfficer } from '../../support/world.ts'
import { aBudgetOffice, spend, type BudgetOffice } from '../world.ts'
import { aDraft, councilApproves, enforce, ordinanceOf, propose, reserve, supervisorApproves, type GivenLine, walked } from './ordinances.ts'

const office = await testOffice()
const { errors } = ordinanceText
const capital: GivenLine = { code: '5411600', title: 'คอมพิวเตอร์', amount: '46000.00', planReference: 'หน้า 9', quantity: '2', location: 'สำนักปลัด' }

/** Last year's budget was in force; this year's is not yet. */
async function anOfficeWaiting(code?: string): Promise<BudgetOffice> {
  const at = await aBudgetOffice(office, code === undefined ? {} : { code })
  const last = await aDraft(at, { year: fiscalYear(2569), revenues: [{ amount: '2000000.00' }], lines: [{ amount: '800000.00' }, { title: 'วัสดุคอมพิวเตอร์', amount: '5000.00' }, capital, reserve] })
  await walked(at, last)
  return at
}

const interim = (at: BudgetOffice) => at.clerk.work((work) => createOrdinance(work, {
  kind: 'interim', formKey: randomUUID(), fiscalYear: at.fiscalYear, effectiveOn: null, title: 'ใช้งบประมาณปีก่อนไปพลางก่อน', principle: '', position: '', performance: '', personnelExplanation: '',
}))

const begin = (at: BudgetOffice, id: string, by = at.head) => by.work((work) => beginInterim(work, id, { version: 1, happenedOn: calendarDate('2026-10-01') }))

const linesOf = (at: BudgetOffice) => at.head.read((read) => findLines(read, { organisationId: at.organisationId, fiscalYear: at.fiscalYear }))

async function supervised(at: BudgetOffice, lines: readonly GivenLine[]): Promise<string> {
  const id = await aDraft(at, { revenues: [{ amount: '2000000.00' }], lines })
  await propose(at, id, '2026-10-02')
  await councilApproves(at, id, '2026-10-05')
  await supervisorApproves(at, id, '2026-10-19')
  return id
}

async function announced(at: BudgetOffice, lines: readonly GivenLine[]): Promise<string> {
  const id = await supervised(at, lines)
  await enforce(at, id, '2026-10-20')
  return id
}

const enforceWith = async (at: BudgetOffice, id: string, successions: readonly Succession[]) => {
  const { version } = await ordinanceOf(at, id)
  await at.head.work((work) => enforceOrdinance(work, id, { version, happenedOn: calendarDate('2026-10-20'), successions }))
}

describe('an interim budget', () => {
  it('lets recurrent lines of last year be spent, no capital; the ordinance takes over what was spent (scenario 30)', async () => {
    const at = await anOfficeWaiting()
    await begin(at, await interim(at))
    const usable = await linesOf(at)
    expect(usable.map(({ title, economicCode }) => `${economicCode} ${title}`)).toEqual(['5330100 วัสดุคอมพิวเตอร์', '5330100 วัสดุสำนักงาน', '5111000 สำรองจ่าย'])
    const supplies = usable.find(({ title }) => title === 'วัสดุสำนักงาน')?.id ?? ''
    await spend(at, supplies, '350000.00', { paid: true, on: calendarDate('2026-10-05') })
    const id = await announced(at, [{ amount: '900000.00' }, capital, reserve])
    const own = await ordinanceOf(at, id)
    expect(own.lines[0]?.lineId).toBe(supplies)
    const balances = await Promise.all((await linesOf(at)).map((line) => at.head.read((read) => getLine(read, at.organisationId, line.id))))
    expect(balances.map(({ title, balance }) => [title, formatMoney(balance.approved), formatMoney(balance.paid), formatMoney(balance.available)])).toEqual([
      ['วัสดุคอมพิวเตอร์', '0.00', '0.00', '0.00'], ['วัสดุสำนักงาน', '900,000.00', '350,000.00', '550,000.00'], ['สำรองจ่าย', '300,000.00', '0.00', '300,000.00'],
      ['คอมพิวเตอร์', '46,000.00', '0.00', '46,000.00'],
    ])
    await expect(interim(at)).rejects.toThrow(errors.inForce('2570'))
  })

  it('moves what was used of a line left out to the line chosen to succeed it, in whatever stage it is', async () => {
    const at = await anOfficeWaiting()
    await begin(at, await interim(at))
    const orphan = (await linesOf(at)).find(({ title }) => title === 'วัสดุคอมพิวเตอร์')?.id ?? ''
    await spend(at, orphan, '2000.00', { on: calendarDate('2026-10-05'), paid: true })
    const claimed = await spend(at, orphan, '1500.00', { on: calendarDate('2026-10-06') })
    const id = await supervised(at, [{ amount: '900000.00' }, reserve])
    await expect(enforce(at, id, '2026-10-20')).rejects.toThrow(ordinanceText.successors.errors.choose)
    const successor = (await ordinanceOf(at, id)).lines.find(({ key }) => key?.title === 'วัสดุสำนักงาน')?.line ?? 0
    await expect(enforceWith(at, id, [{ lineId: orphan, successor: 99 }])).rejects.toThrow(ordinanceText.successors.errors.choose)
    await enforceWith(at, id, [{ lineId: orphan, successor }])
    const figures = async () => Promise.all((await linesOf(at)).map(async ({ id: line }) => {
      const { title, balance } = await at.head.read((read) => getLine(read, at.organisationId, line))
      return [title, ...[balance.approved, balance.claimed, balance.paid, balance.available].map(formatMoney)]
    }))
    expect(await figures()).toEqual([
      ['วัสดุคอมพิวเตอร์', '0.00', '0.00', '0.00', '0.00'], ['วัสดุสำนักงาน', '900,000.00', '1,500.00', '2,000.00', '896,500.00'], ['สำรองจ่าย', '300,000.00', '0.00', '0.00', '300,000.00'],
    ])
    const heir = (await ordinanceOf(at, id)).lines.find(({ key }) => key?.title === 'วัสดุสำนักงาน')?.lineId ?? ''
    await at.accountant.work((work) => pay(work, { source: { kind: 'payment', id: '900' }, event: 'paid', date: work.today, description: 'จ่าย', of: claimed }, [{ lineId: heir, amount: baht('1500.00') }]))
    expect((await figures())[1]).toEqual(['วัสดุสำนักงาน', '900,000.00', '0.00', '3,500.00', '896,500.00'])
    expect(await at.head.read((read) => compareBudgetBalances(read, at.organisationId))).toEqual([])
  })

  it('is not succeeded by a line too small for what both have used', async () => {
    const at = await anOfficeWaiting()
    await begin(at, await interim(at))
    const [orphan, kept] = ['วัสดุคอมพิวเตอร์', 'วัสดุสำนักงาน'].map((title) => linesOf(at).then((lines) => lines.find((line) => line.title === title)?.id ?? ''))
    await spend(at, await orphan ?? '', '5000.00', { on: calendarDate('2026-10-05') })
    await spend(at, await kept ?? '', '200000.00', { on: calendarDate('2026-10-05') })
    const id = await supervised(at, [{ amount: '204999.00' }, reserve])
    const successor = (await ordinanceOf(at, id)).lines.find(({ key }) => key?.title === 'วัสดุสำนักงาน')?.line ?? 0
    await expect(enforceWith(at, id, [{ lineId: await orphan ?? '', successor }])).rejects.toThrow(ordinanceText.successors.errors.tooSmall('204,999.00', '205,000.00'))
    expect(await office.owner('budget_documents').where({ organisation_id: at.organisationId, kind: 'annual', fiscal_year: 2570 }).first('state')).toMatchObject({ state: 'supervisor_approved' })
  })

  it('is mended by hand before it is begun: recurrent lines only, and no more than last year altogether', async () => {
    const at = await anOfficeWaiting()
    const id = await interim(at)
    await office.owner('departments').insert({ organisation_id: at.organisationId, name: 'กองใหม่' })
    const version = async () => (await ordinanceOf(at, id)).version
    const grid = async (rows: readonly (readonly [string, string, string])[]) => at.clerk.work(async (work) => saveTask(work, { id, task: '00111' }, {
      version: (await ordinanceOf(at, id)).version, lines: rows.map(([code, title, amount]) => ({ line: '', department: at.departmentId, code, title, amount, fromSubsidy: '', explanation: '' })),
    }))
    await grid([['5330100', 'วัสดุสำนักงาน', '805,000'], ['5411600', 'คอมพิวเตอร์', '1']])
    const beginNow = async () => { const now = await version(); await at.head.work((work) => beginInterim(work, id, { version: now, happenedOn: calendarDate('2026-10-01') })) }
    await expect(beginNow()).rejects.toThrow(new RegExp(`${ordinanceText.checks.recurrent('คอมพิวเตอร์')}.*1,105,001.00`))
    await grid([['5330100', 'วัสดุสำนักงาน', '805,000.01']])
    await expect(beginNow()).rejects.toThrow(ordinanceText.checks.overLastYear('1,105,000.01', '1,105,000.00'))
    await grid([['5330100', 'วัสดุสำนักงาน', '700,000']])
    await beginNow()
    await expect(grid([['5330100', 'วัสดุสำนักงาน', '1']])).rejects.toThrow(documentsText.wrongState)
  })

  it('has its successors chosen where the ordinance is announced', async () => {
    const at = await anOfficeWaiting('5200106')
    const chief = await signIn(office, 'mueang.head')
    await begin(at, await interim(at))
    const orphan = (await linesOf(at)).find(({ title }) => title === 'วัสดุคอมพิวเตอร์')?.id ?? ''
    await spend(at, orphan, '5000.00', { on: calendarDate('2026-10-05') })
    const id = await supervised(at, [{ amount: '900000.00' }, reserve])
    expect((await chief.open(paths.show(id))).text).toMatch(/ไม่มีในร่างนี้ ต้องเลือกรายการรองรับ.*วัสดุคอมพิวเตอร์.*5,000\.00/)
    await chief.open(paths.step(id, 'enforce'))
    const refused = await chief.submit({ happenedOn: '20/10/2569', note: 'จำไว้' }, paths.step(id, 'enforce'))
    expect([refused.status, refused.text.includes(ordinanceText.successors.errors.choose), refused.html.includes('value="จำไว้"')]).toEqual([422, true, true])
    const successor = (await ordinanceOf(at, id)).lines.find(({ key }) => key?.title === 'วัสดุสำนักงาน')?.line ?? 0
    expect((await refused.submit({ [`successor.${orphan}`]: String(successor) }, paths.step(id, 'enforce'))).text).toContain(ordinanceText.done.enforce)
    expect(chief.text).toContain('วัสดุคอมพิวเตอร์ → วัสดุสำนักงาน')
  })

  it('is begun once, by another than its maker, and never laid before the council; without last year there is none', async () => {
    const at = await anOfficeWaiting()
    const id = await interim(at)
    await expect(interim(at)).rejects.toThrow(errors.taken('2570'))
    await expect(propose(at, id, '2026-10-02')).rejects.toThrow(documentsText.wrongState)
    await expect(begin(at, id, { ...at.head, ...asOfficer(office, { ...at.head.officer, userId: at.clerk.officer.userId }) })).rejects.toThrow(documentsText.samePerson)
    expect(await linesOf(at)).toEqual([])
    const bare = await aBudgetOffice(office)
    await expect(interim(bare)).rejects.toThrow(errors.noLastYear('2569'))
  })

  it('is made and begun in the browser by two people', async () => {
    await anOfficeWaiting('4200103')
    const [clerk, head] = [await signIn(office, 'saensuk.budget'), await signIn(office, 'saensuk.head')]
    await clerk.open(`${paths.new}?kind=interim`)
    const made = await clerk.submit({ fiscalYear: '2570' })
    const id = made.path.split('/').at(-1) ?? ''
    expect(made.text).toMatch(/ใช้งบประมาณปีก่อนไปพลางก่อน.*1,105,000\.00/)
    expect(made.html).not.toContain(paths.step(id, 'propose'))
    expect((await clerk.open(paths.step(id, 'propose'))).status).toBe(404)
    expect((await clerk.post(paths.step(id, 'begin'), { version: '1', happenedOn: '01/10/2569' })).status).toBe(403)
    await head.open(paths.step(id, 'begin'))
    expect((await head.submit({ happenedOn: '01/10/2569' }, paths.step(id, 'begin'))).text).toContain(ordinanceText.done.begin)
    expect(head.text).toMatch(/BUD-0000[0-9]\/70/)
  })
})
