// What the LAO enacts for a unit with books of its own arrives there, and is spent there (budget-and-receipts §3.10, architecture §15).
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { planBelowPaths, planOfferPaths as paths, planPaths } from '../../../src/budget/budget.paths.ts'
import { createEnterprise } from '../../../src/budget/enterprise/enterprise.service.ts'
import { claim, findLines, getLine } from '../../../src/budget/index.ts'
import { findOffers } from '../../../src/budget/offer/offer.repository.ts'
import { specialPaths } from '../../../src/budget/ordinance.paths.ts'
import { planText } from '../../../src/budget/plan.text.ts'
import { approvePlan, createPlan, editPlan, planDesk, takeOffer } from '../../../src/budget/plan/plan.service.ts'
import { NotFound } from '../../../src/platform/errors.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { baht, formatMoney } from '../../../src/platform/money.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { aSubUnit, anOfficer, asOfficer, organisation, type Acting, type Organisation } from '../../support/world.ts'
import { aDraft, enforce, reserve, walked } from '../ordinance/ordinances.ts'
import { aBudgetOffice, type BudgetOffice } from '../world.ts'

const office = await testOffice()
const { errors } = planText

interface Unit {
  readonly at: Organisation
  readonly lao: BudgetOffice
  readonly annual: string
  readonly special: string
  readonly enterpriseId: string
  readonly clerk: Acting
  readonly head: Acting
}

const waterLine = { task: '00332', title: 'วัสดุการประปา', amount: '450000.00' }

/** A waterworks whose special budget is in force at its LAO. */
async function aWaterworks(): Promise<Unit> {
  const lao = await aBudgetOffice(office)
  const { code } = await office.owner('organisations').where({ id: lao.organisationId }).first('code')
  const at = await aSubUnit(office, { lao: await organisation(office, code), kind: '02' })
  const enterpriseId = await lao.clerk.work((work) => createEnterprise(work, { name: 'กิจการประปา', subUnitId: at.id }))
  const annual = await aDraft(lao, { revenues: [{ amount: '2000000.00' }], lines: [{ amount: '800000.00' }, reserve] })
  const special = await aDraft(lao, { kind: 'special', enterpriseId, revenues: [{ code: '41400007', amount: '500000.00' }], lines: [waterLine] })
  await walked(lao, annual)
  const person = async (group: string) => asOfficer(office, await anOfficer(office, { at, groups: [group] }))
  return { at, lao, annual, special, enterpriseId, clerk: await person('SUB_ACCOUNT'), head: await person('SUB_FIN_HEAD') }
}

const take = ({ lao, clerk }: Unit, special: string, formKey: string = randomUUID()) => (
  clerk.work((work) => takeOffer(work, { organisationId: lao.organisationId, documentId: special }, formKey)))

const approve = ({ head }: Unit, id: string) => head.work(async (work) => {
  const { version } = await planDesk.get(work, work.actor.organisationId, id)
  await approvePlan(work, id, { version, happenedOn: work.today, letterNumber: 'เทศบัญญัติ 2570', note: '' })
})

const linesOf = ({ at, head, lao }: Unit) => head.read((read) => findLines(read, { organisationId: at.id, fiscalYear: lao.fiscalYear }))
const row = (title: string, amount: string) => ({ source: 'A2', task: '00332', code: '5330100', title, amount, explanation: '' })
const planOf = (amount: string, more: Readonly<Record<string, unknown>> = {}) => ({
  documentDate: calendarDate('2026-11-20'), title: 'งบเฉพาะการ', reason: 'โอน', authority: 'ผู้บริหารท้องถิ่น', rows: [row('วัสดุการประปา', amount)], ...more,
})

describe('a special budget sent by the LAO', () => {
  it('is taken in once, approved by the head, and then the unit spends it on its own lines', async () => {
    const unit = await aWaterworks()
    expect(await linesOf(unit)).toEqual([])
    const key = randomUUID()
    const draft = await take(unit, unit.special, key)
    expect(await take(unit, unit.special, key)).toBe(draft)
    await expect(take(unit, unit.special)).rejects.toThrow(errors.taken)
    const plan = await unit.clerk.read((read) => planDesk.get(read, unit.at.id, draft))
    expect(plan).toMatchObject({ variant: 'special', reason: expect.stringMatching(/BUD-0000[0-9]\/70$/) })
    await approve(unit, draft)
    const [line] = await linesOf(unit)
    expect([line?.sourceCode, line?.title]).toEqual(['A2', 'วัสดุการประปา'])
    await unit.head.work((work) => claim(work, { source: { kind: 'claim', id: '1' }, event: 'claimed', date: work.today, description: 'ฎีกา' }, [{ lineId: line?.id ?? '', amount: baht('450000.00') }]))
    await expect(unit.head.work((work) => claim(work, { source: { kind: 'claim', id: '2' }, event: 'claimed', date: work.today, description: 'ฎีกา' }, [{ lineId: line?.id ?? '', amount: baht('0.01') }]))).rejects.toThrow()
    const { balance } = await unit.head.read((read) => getLine(read, unit.at.id, line?.id ?? ''))
    expect(formatMoney(balance.available)).toBe('0.00')
  })

  it('is seen by the unit it was made for, and by no other', async () => {
    const unit = await aWaterworks()
    const stranger = await aWaterworks()
    expect((await unit.clerk.read((read) => findOffers(read))).map(({ documentId }) => documentId)).toEqual([unit.special])
    await expect(take(stranger, unit.special)).rejects.toThrow(NotFound)
    await expect(stranger.clerk.work((work) => takeOffer(work, { organisationId: unit.lao.organisationId, documentId: unit.special }, randomUUID()))).rejects.toThrow(NotFound)
  })

  it('is the most that the unit may plan: within it money moves by a new version, beyond it nothing does', async () => {
    const unit = await aWaterworks()
    await approve(unit, await take(unit, unit.special))
    const revision = (amount: string, second: string) => unit.clerk.work((work) => createPlan(work, {
      ...planOf(amount), rows: [row('วัสดุการประปา', amount), row('ค่าสารส้ม', second)], formKey: randomUUID(), fiscalYear: unit.lao.fiscalYear, variant: 'special',
    }))
    await expect(revision('400000', '50000.01')).rejects.toThrow(errors.overEnacted('450,000.01', '450,000.00'))
    await approve(unit, await revision('400000', '50000'))
    expect((await linesOf(unit)).map(({ title }) => title)).toEqual(['วัสดุการประปา', 'ค่าสารส้ม'])
  })

  it('is not keyed by hand beside the offer; a draft that took it in stays within it', async () => {
    const unit = await aWaterworks()
    await expect(unit.clerk.work((work) => createPlan(work, { ...planOf('1'), formKey: randomUUID(), fiscalYear: unit.lao.fiscalYear, variant: 'special' }))).rejects.toThrow(errors.offered)
    const draft = await take(unit, unit.special)
    await expect(unit.clerk.work((work) => editPlan(work, draft, { ...planOf('450001'), version: 1 }))).rejects.toThrow(errors.overEnacted('450,001.00', '450,000.00'))
    await unit.clerk.work((work) => editPlan(work, draft, { ...planOf('440000'), version: 1 }))
    await expect(take(unit, unit.special)).rejects.toThrow(errors.taken)
  })

  it('that supplements the year comes on top of what was taken in', async () => {
    const unit = await aWaterworks()
    const { lao, enterpriseId } = unit
    await approve(unit, await take(unit, unit.special))
    const supplement = await aDraft(lao, { kind: 'supplementary', year: lao.fiscalYear, effectiveOn: calendarDate('2026-11-01'), lines: [] })
    const more = await aDraft(lao, { kind: 'special', enterpriseId, revenues: [{ code: '41400007', amount: '70000.00' }], lines: [{ ...waterLine, amount: '50000.00' }, { ...waterLine, title: 'มาตรวัดน้ำ', amount: '20000.00' }] })
    await office.owner('budget_documents').whereIn('id', [supplement, more]).update({ state: 'supervisor_approved', number: office.owner.raw('id') })
    await enforce(lao, supplement, '2026-11-05')
    await approve(unit, await take(unit, more))
    const lines = await Promise.all((await linesOf(unit)).map(({ id }) => unit.head.read((read) => getLine(read, unit.at.id, id))))
    expect(lines.map(({ title, balance }) => [title, formatMoney(balance.available)])).toEqual([['วัสดุการประปา', '500,000.00'], ['มาตรวัดน้ำ', '20,000.00']])
  })

  it('is taken in by a pawnshop in the browser; the LAO sees that it was', async () => {
    const lao = await aBudgetOffice(office, { code: '4200103' })
    const pawnshop = await organisation(office, '420010301001')
    const enterpriseId = await lao.clerk.work((work) => createEnterprise(work, { name: 'สถานธนานุบาล', subUnitId: pawnshop.id }))
    const annual = await aDraft(lao, { revenues: [{ amount: '2000000.00' }], lines: [{ amount: '800000.00' }, reserve] })
    const special = await aDraft(lao, { kind: 'special', enterpriseId, revenues: [{ code: '41400051', amount: '500000.00' }], lines: [{ ...waterLine, task: '00331', title: 'วัสดุสำนักงาน' }] })
    await walked(lao, annual)
    const [account, manager, town] = [await signIn(office, 'pawn.account'), await signIn(office, 'pawn.manager'), await signIn(office, 'saensuk.head')]
    expect((await town.open(specialPaths.show(special))).text).toContain('ส่งแล้ว รอหน่วยงานรับ')
    expect((await account.open(planPaths.list)).html).toContain(`href="${paths.list}"`)
    expect((await account.open(paths.list)).text).toMatch(/เฉพาะการสถานธนานุบาล.*เทศบาลเมืองแสนสุข.*450,000\.00 รอรับ/)
    await account.open(paths.show(lao.organisationId, special))
    const taken = await account.submit({})
    const address = taken.path
    expect(taken.text).toMatch(/รับงบประมาณเฉพาะการเข้าเป็นร่างแล้ว.*450,000\.00/)
    expect((await town.open(specialPaths.show(special))).text).toContain('หน่วยงานกำลังรับ รออนุมัติ')
    await manager.open(`${address}/approve`)
    expect((await manager.submit({ happenedOn: '20/11/2569', letterNumber: 'เทศบัญญัติ' }, `${address}/approve`)).text).toContain(planText.done.approve)
    expect((await account.open(paths.list)).text).toContain('รับแล้ว')
    expect((await town.open(specialPaths.show(special))).html).toContain(planBelowPaths.show(pawnshop.id, address.split('/').at(-1) ?? ''))
    const cashier = await signIn(office, 'pawn.cashier')
    expect((await cashier.post(paths.show(lao.organisationId, special), { formKey: randomUUID() })).status).toBe(403)
  })
})
