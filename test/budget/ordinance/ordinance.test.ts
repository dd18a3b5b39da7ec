import { describe, expect, it } from 'vitest'
import { findLines, getLine } from '../../../src/budget/index.ts'
import { deadlinesOf } from '../../../src/budget/ordinance-deadline/ordinance-deadline.ts'
import { findingsOf, rulebookOf } from '../../../src/budget/ordinance-check/ordinance-check.service.ts'
import { type Finding } from '../../../src/budget/ordinance-check/ordinance-check.ts'
import { documentsText } from '../../../src/documents/index.ts'
import { ordinanceText } from '../../../src/budget/ordinance.text.ts'
import { editOrdinance, enforceOrdinance, returnOrdinance } from '../../../src/budget/ordinance/ordinance.service.ts'
import { surplusOf, totalsOf } from '../../../src/budget/ordinance/ordinance.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { Conflict, RuleBroken } from '../../../src/platform/errors.ts'
import { baht, formatMoney } from '../../../src/platform/money.ts'
import { removeWholeLine } from '../../../src/budget/ordinance-lines/ordinance-lines.service.ts'
import { testDatabase } from '../../support/database.ts'
import { asOfficer } from '../../support/world.ts'
import { aBudgetOffice, spend, type BudgetOffice } from '../world.ts'
import { aDraft, councilApproves, enforce, ordinanceOf, propose, reserve, supervisorApproves, walked } from './ordinances.ts'

const db = await testDatabase()
const { errors, checks } = ordinanceText

async function findings(office: BudgetOffice, id: string): Promise<Finding[]> {
  const ordinance = await ordinanceOf(office, id)
  return findingsOf({ ordinance, riders: [] }, await office.head.read((read) => rulebookOf(read, ordinance)))
}

const supplies = (amount: string) => ({ amount })

describe('an annual ordinance', () => {
  it('with more revenue than expenditure is proposed, and the surplus is shown (scenario 1)', async () => {
    const office = await aBudgetOffice(db)
    const id = await aDraft(office, { revenues: [{ amount: '42000000.00' }], lines: [supplies('41650000.00'), reserve] })
    await propose(office, id, '2026-08-10', false)
    const ordinance = await ordinanceOf(office, id)
    expect(ordinance).toMatchObject({ state: 'proposed', number: 1, total: baht('41950000.00') })
    expect(formatMoney(surplusOf(totalsOf(ordinance)))).toBe('50,000.00')
  })

  it('with a deficit stays a draft, and the gap is named (scenario 2)', async () => {
    const office = await aBudgetOffice(db)
    const id = await aDraft(office, { revenues: [{ amount: '41900000.00' }], lines: [supplies('41650000.00'), reserve] })
    await expect(propose(office, id, '2026-08-10')).rejects.toThrow(checks.deficit('50,000.00'))
    expect(await ordinanceOf(office, id)).toMatchObject({ state: 'draft', number: null, version: 1, steps: [] })
  })

  it('keeps the central fund to its own plan (scenario 3)', async () => {
    const office = await aBudgetOffice(db)
    const aged = { code: '5110700', title: 'เบี้ยยังชีพผู้สูงอายุ', amount: '600000.00' }
    const id = await aDraft(office, {
      revenues: [{ amount: '2000000.00' }], lines: [{ ...aged, task: '00231' }, { ...aged, task: '00411' }, { code: '5330100', task: '00411', amount: '100.00' }, reserve],
    })
    expect((await findings(office, id)).map(({ id: rule, level, text }) => `${rule} ${level} ${text}`)).toEqual([
      `B3 error ${checks.central}: เบี้ยยังชีพผู้สูงอายุ`, `B3 error ${checks.central}: วัสดุสำนักงาน`,
    ])
    await expect(propose(office, id, '2026-08-10')).rejects.toThrow(checks.central)
  })

  it('with more than forty per cent for personnel wants an explanation and an acknowledgement (scenario 4)', async () => {
    const office = await aBudgetOffice(db)
    const lines = [{ code: '5220100', title: 'เงินเดือนพนักงาน', amount: '17200000.00' }, supplies('24500000.00'), reserve]
    const silent = await aDraft(office, { revenues: [{ amount: '42000000.00' }], lines })
    expect((await findings(office, silent)).map(({ text }) => text)).toEqual([checks.personnel('40.95', '40')])
    await expect(propose(office, silent, '2026-08-10')).rejects.toThrow(errors.explainPersonnel)
    const other = await aBudgetOffice(db)
    const explained = await aDraft(other, { revenues: [{ amount: '42000000.00' }], lines, personnelExplanation: 'ปรับอัตราเงินเดือนตามมติ' })
    await expect(propose(other, explained, '2026-08-10', false)).rejects.toThrow(errors.acknowledge)
    await propose(other, explained, '2026-08-10')
    expect((await ordinanceOf(other, explained)).state).toBe('proposed')
  })

  it('counts personnel paid from a subsidy for nothing', async () => {
    const office = await aBudgetOffice(db)
    const id = await aDraft(office, {
      revenues: [{ amount: '42000000.00' }], lines: [{ code: '5220100', amount: '17200000.00', fromSubsidy: '500000.00' }, supplies('24500000.00'), reserve],
    })
    expect(await findings(office, id)).toEqual([])
  })

  it('of an SAO shows the ceiling of subsidies and what is over it (scenario 5)', async () => {
    const row = await db.owner('organisations').where({ kind: 'LAO', lao_kind: 'SAO' }).orderBy('code').first('code')
    const office = await aBudgetOffice(db, { code: row.code })
    const id = await aDraft(office, {
      revenues: [{ amount: '22000000.00', lastYear: '20000000.00' }, { code: '43100002', amount: '5000000.00', lastYear: '9000000.00' }],
      lines: [{ code: '5610200', title: 'เงินอุดหนุนส่วนราชการ', amount: '1050000.00' }, supplies('20000000.00'), reserve],
    })
    expect((await findings(office, id)).map(({ id: rule, level, text }) => [rule, level, text])).toEqual([['B5', 'warning', checks.subsidy('1,000,000.00', '50,000.00')]])
  })

  it('asks for explanations, and of capital items for plan, quantity and place; satang and a missing reserve are remarked', async () => {
    const office = await aBudgetOffice(db)
    const id = await aDraft(office, {
      revenues: [{ amount: '900000.50', explanation: '' }],
      lines: [{ code: '5411600', title: 'คอมพิวเตอร์', amount: '46000.50', explanation: '' }, { code: '5420900', title: 'ถนน', amount: '500000', planReference: 'หน้า 9', quantity: '1.00', location: 'หมู่ 3' }],
    })
    expect((await findings(office, id)).map(({ id: rule, level, text }) => `${rule} ${level} ${text}`)).toEqual([
      `B2 warning ${checks.satang('คอมพิวเตอร์')}`, `B6 error ${checks.explain('ภาษีโรงเรือนและที่ดิน')}`, `B6 error ${checks.explain('คอมพิวเตอร์')}`,
      `B6 error ${checks.capital('คอมพิวเตอร์')}`, `B7 warning ${checks.reserve}`,
    ])
  })

  it('refuses codes and departments that are not in use in the year', async () => {
    const office = await aBudgetOffice(db)
    const id = await aDraft(office, { revenues: [{ amount: '900000.00' }], lines: [supplies('1000.00'), reserve] })
    await db.owner('budget_choices').insert({ organisation_id: office.organisationId, fiscal_year: office.fiscalYear, code: '5330100', is_active: false })
    await db.owner('departments').where({ organisation_id: office.organisationId, id: office.departmentId }).update({ is_active: false })
    expect((await findings(office, id)).map(({ text }) => text)).toEqual([
      checks.inactive('5330100', '2570'), checks.noDepartment('วัสดุสำนักงาน'), checks.noDepartment('สำรองจ่าย'),
    ])
  })

  it('goes through council and supervisor in the order of time, and is not announced before (scenario 6)', async () => {
    const office = await aBudgetOffice(db)
    const id = await aDraft(office, { revenues: [{ amount: '900000.00' }], lines: [supplies('1000.00'), reserve] })
    await propose(office, id, '2026-08-10')
    await expect(enforce(office, id, '2026-09-20')).rejects.toThrow(Conflict)
    await councilApproves(office, id, '2026-08-28')
    await expect(enforce(office, id, '2026-09-20')).rejects.toThrow(Conflict)
    await expect(supervisorApproves(office, id, '2026-08-20')).rejects.toThrow(errors.order('28 สิงหาคม 2569'))
    await expect(supervisorApproves(office, id, '2026-11-21')).rejects.toThrow(errors.future)
    expect((await ordinanceOf(office, id)).state).toBe('council_approved')
    await supervisorApproves(office, id, '2026-09-15')
    await enforce(office, id, '2026-09-20')
    expect((await ordinanceOf(office, id)).steps.map(({ action, happenedOn }) => `${action} ${happenedOn}`)).toEqual([
      'propose 2026-08-10', 'council 2026-08-28', 'supervise 2026-09-15', 'enforce 2026-09-20',
    ])
  })

  it('is brought into force by nobody who wrote in it, whoever made it; a step of another makes no writer of them', async () => {
    const office = await aBudgetOffice(db)
    const id = await aDraft(office, { revenues: [{ amount: '900000.00' }], lines: [supplies('1000.00'), reserve] })
    const [typist, both] = [office.accountant.officer, new Set([...office.clerk.officer.permissions, ...office.head.officer.permissions])]
    const { work, read } = asOfficer(db, { ...typist, permissions: both })
    const { version, title } = await ordinanceOf(office, id)
    await work((held) => editOrdinance(held, id, { version, title, effectiveOn: null, principle: 'หลักการ', position: '', performance: '', personnelExplanation: '' }))
    await walked(office, id, 'supervise')
    await expect(enforce({ ...office, head: { officer: typist, work, read } }, id, '2026-09-20')).rejects.toThrow(new RuleBroken(documentsText.ownHand))
    await enforce(office, id, '2026-09-20')
  })

  it('is brought into force by nobody who changed a single line of it', async () => {
    const office = await aBudgetOffice(db)
    const id = await aDraft(office, { revenues: [{ amount: '900000.00' }], lines: [supplies('1000.00'), supplies('2000.00'), reserve] })
    const [typist, both] = [office.accountant.officer, new Set([...office.clerk.officer.permissions, ...office.head.officer.permissions])]
    const { work, read } = asOfficer(db, { ...typist, permissions: both })
    const { version } = await ordinanceOf(office, id)
    await work((held) => removeWholeLine(held, { id, number: 2 }, version))
    await walked(office, id, 'supervise')
    await expect(enforce({ ...office, head: { officer: typist, work, read } }, id, '2026-09-20')).rejects.toThrow(new RuleBroken(documentsText.ownHand))
  })

  it('proposed on 20 August is five days late; supervisor and report have fifteen days (scenario 7)', async () => {
    const office = await aBudgetOffice(db)
    const id = await aDraft(office, { revenues: [{ amount: '900000.00' }], lines: [supplies('1000.00'), reserve] })
    await propose(office, id, '2026-08-20')
    const late = async (today: string) => {
      const ordinance = await ordinanceOf(office, id)
      const { settings } = await office.head.read((read) => rulebookOf(read, ordinance))
      return deadlinesOf(ordinance, settings, calendarDate(today)).map(({ step, due, doneOn, daysLate }) => `${step} ${due} ${doneOn ?? '-'} ${daysLate}`)
    }
    expect(await late('2026-09-30')).toEqual(['propose 2026-08-15 2026-08-20 5', 'enforce 2026-10-01 - 0'])
    await councilApproves(office, id, '2026-08-28')
    expect(await late('2026-09-14')).toEqual(['propose 2026-08-15 2026-08-20 5', 'supervise 2026-09-12 - 2', 'enforce 2026-10-01 - 0'])
    await supervisorApproves(office, id, '2026-09-15')
    await enforce(office, id, '2026-10-20')
    expect(await late('2026-11-05')).toEqual([
      'propose 2026-08-15 2026-08-20 5', 'supervise 2026-09-12 2026-09-15 3', 'enforce 2026-10-01 2026-10-20 19', 'report 2026-11-04 - 1',
    ])
  })

  it('gives the money on the day the year begins, or on a later day of announcement; its lines can be spent from then', async () => {
    const office = await aBudgetOffice(db)
    const id = await aDraft(office, { revenues: [{ amount: '900000.00' }], lines: [supplies('100000.00'), reserve] })
    await walked(office, id)
    const lines = await office.head.read((read) => findLines(read, { organisationId: office.organisationId, fiscalYear: office.fiscalYear }))
    expect(lines.map(({ title, usableFrom }) => `${title} ${usableFrom}`)).toEqual(['วัสดุสำนักงาน 2026-10-01', 'สำรองจ่าย 2026-10-01'])
    const given = await db.owner('budget_movements').where({ organisation_id: office.organisationId }).select('effective_on', 'event', 'source_kind')
    expect(given.map((row) => ({ ...row }))).toEqual([{ effective_on: '2026-10-01', event: 'enforced', source_kind: 'budget-annual' }])
    await spend(office, lines[0]?.id ?? '', '28500.00', { on: calendarDate('2026-10-01') })
    const spent = await office.head.read((read) => getLine(read, office.organisationId, lines[0]?.id ?? ''))
    expect(formatMoney(spent.balance.available)).toBe('71,500.00')
    const late = await aBudgetOffice(db)
    const other = await aDraft(late, { revenues: [{ amount: '900000.00' }], lines: [supplies('100000.00'), reserve] })
    await propose(late, other, '2026-10-02')
    await councilApproves(late, other, '2026-10-05')
    await supervisorApproves(late, other, '2026-10-19')
    await enforce(late, other, '2026-10-20')
    expect(await db.owner('budget_movements').where({ organisation_id: late.organisationId }).first('effective_on')).toMatchObject({ effective_on: '2026-10-20' })
  })

  it('is not announced by who prepared it', async () => {
    const office = await aBudgetOffice(db)
    const id = await aDraft(office, { revenues: [{ amount: '900000.00' }], lines: [supplies('1000.00'), reserve] })
    await propose(office, id, '2026-08-10')
    await councilApproves(office, id, '2026-08-28')
    await supervisorApproves(office, id, '2026-09-15')
    const alone = asOfficer(db, { ...office.head.officer, userId: office.clerk.officer.userId })
    const form = { version: 4, happenedOn: calendarDate('2026-09-20') }
    await expect(alone.work((work) => enforceOrdinance(work, id, form))).rejects.toThrow('ผู้จัดทำและผู้อนุมัติ')
    expect((await ordinanceOf(office, id)).state).toBe('supervisor_approved')
    expect(await db.owner('budget_lines').where({ organisation_id: office.organisationId })).toEqual([])
  })

  it('returned by the supervisor is a draft again, keeps its number, and may be proposed once more', async () => {
    const office = await aBudgetOffice(db)
    const id = await aDraft(office, { revenues: [{ amount: '900000.00' }], lines: [supplies('1000.00'), reserve] })
    await propose(office, id, '2026-08-10')
    await councilApproves(office, id, '2026-08-28')
    await office.head.work((work) => returnOrdinance(work, id, { version: 3, reason: 'แก้ไขยอดรายจ่าย' }))
    expect(await ordinanceOf(office, id)).toMatchObject({ state: 'draft', number: 1 })
    await expect(propose(office, id, '2026-08-20')).rejects.toThrow(errors.order('28 สิงหาคม 2569'))
    await propose(office, id, '2026-09-01')
    expect(await ordinanceOf(office, id)).toMatchObject({ state: 'proposed', number: 1 })
  })

  it('is not announced after its year is over', async () => {
    const office = await aBudgetOffice(db, { year: fiscalYear(2569) })
    const id = await aDraft(office, { revenues: [{ amount: '900000.00' }], lines: [supplies('1000.00'), reserve] })
    await propose(office, id, '2025-08-10')
    await councilApproves(office, id, '2025-08-28')
    await supervisorApproves(office, id, '2025-09-15')
    await expect(enforce(office, id, '2026-10-01')).rejects.toThrow(errors.yearOver('2569'))
    expect((await ordinanceOf(office, id)).state).toBe('supervisor_approved')
  })
})
