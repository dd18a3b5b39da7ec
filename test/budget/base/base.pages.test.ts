import { beforeAll, describe, expect, it } from 'vitest'
import { basePaths } from '../../../src/budget/budget.paths.ts'
import { findClasses } from '../../../src/budget/settings/settings.repository.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { type Visit } from '../../support/visit.ts'
import { aBudgetOffice, anEnactedBudget } from '../world.ts'

const office = await testOffice()
const saensuk = await aBudgetOffice(office, { code: '4200103' })
await anEnactedBudget(saensuk, [{ code: '5330100', amount: '1000.00', task: '00211' }])

let clerk: Visit
beforeAll(async () => { clerk = await signIn(office, 'saensuk.budget') })

async function classOf(code: string) {
  const classes = await saensuk.clerk.read((read) => findClasses(read, saensuk.organisationId, saensuk.fiscalYear))
  return classes.find((each) => each.code === code)
}

const welfare = ['00210', '00211', '00212', '00213', '00214', '00220', '00221', '00222', '00223', '00224', '00230', '00231', '00232', '00240', '00241', '00242',
  '00243', '00244', '00245', '00250', '00251', '00252', '00260', '00261', '00262', '00263', '00264']

const shownVersion = () => /name="version" value="([0-9a-f]+)"/.exec(clerk.html)?.[1] ?? ''
const ticks = (codes: readonly string[]) => Object.fromEntries(codes.map((code) => [`active.${code}`, 'yes']))

describe('codes of the year', () => {
  it('are switched off and given to departments on one page', async () => {
    await clerk.open(`${basePaths.classesEdit}?year=2570&part=00200`)
    const active = ticks(welfare.filter((code) => code !== '00264'))
    await clerk.post(basePaths.classesEdit, { year: '2570', part: '00200', version: shownVersion(), ...active, 'department.00211': saensuk.departmentId })
    expect(await classOf('00264')).toMatchObject({ isActive: false })
    expect(await classOf('00211')).toMatchObject({ isActive: true, departmentId: saensuk.departmentId })
    expect((await clerk.open(`${basePaths.classes}?year=2571`)).text).toContain('00264 งานวิชาการวางแผนและส่งเสริมการท่องเที่ยว ใช้')
  })

  it('that lines name stay, and what was ticked is kept on the page', async () => {
    await clerk.open(`${basePaths.classesEdit}?year=2570&part=00200`)
    await clerk.post(basePaths.classesEdit, { year: '2570', part: '00200', version: shownVersion(), ...ticks(['00212']) })
    expect(clerk.status).toBe(422)
    expect(clerk.text).toContain('รหัส 00211 มีรายการงบประมาณปี 2570 แล้ว เลิกใช้ไม่ได้')
    expect(clerk.html).toMatch(/name="active.00212" value="yes" checked/)
    expect(clerk.html).not.toMatch(/name="active.00213" value="yes" checked/)
    expect(await classOf('00213')).toMatchObject({ isActive: true })
  })

  it('two clerks on one page: the second does not undo what the first has chosen', async () => {
    await clerk.open(`${basePaths.classesEdit}?year=2570&part=00300`)
    const version = shownVersion()
    const codes = (await saensuk.clerk.read((read) => findClasses(read, saensuk.organisationId, saensuk.fiscalYear)))
      .filter(({ areaCode, code }) => areaCode === '00300' && code !== '00300').map(({ code }) => code)
    const save = (off: string) => clerk.post(basePaths.classesEdit, { year: '2570', part: '00300', version, ...ticks(codes.filter((code) => code !== off)) })
    await save('00312')
    expect(await classOf('00312')).toMatchObject({ isActive: false })
    expect((await save('00321')).status).toBe(409)
    expect([await classOf('00312'), await classOf('00321')]).toMatchObject([{ isActive: false }, { isActive: true }])
    await clerk.post(basePaths.classesEdit, { year: '2570', part: '00300', ...ticks(codes) })
    expect([clerk.status, (await classOf('00312'))?.isActive]).toEqual([422, false])
  })

  it('take no department of elsewhere and no strange page', async () => {
    await clerk.open(`${basePaths.classesEdit}?year=2570&part=00300`)
    const ticked = (await saensuk.clerk.read((read) => findClasses(read, saensuk.organisationId, saensuk.fiscalYear))).map(({ code }) => code)
    await clerk.post(basePaths.classesEdit, { year: '2570', part: '00300', version: shownVersion(), ...ticks(ticked), 'department.00311': '999999' })
    expect([clerk.status, clerk.text.includes('โปรดเลือกหน่วยงานจากรายการ')]).toEqual([422, true])
    await clerk.peek(`${basePaths.classesEdit}?part=5330100`)
    expect(clerk.status).toBe(404)
  })
})

describe('enterprises', () => {
  it('are kept once by name and spent by a sub-unit of the office only', async () => {
    await clerk.open(basePaths.enterpriseNew)
    await clerk.submit({ name: 'กิจการประปา', subUnitId: '' })
    expect(clerk.text).toContain('เพิ่มกิจการแล้ว')
    await clerk.open(basePaths.enterpriseNew)
    await clerk.submit({ name: 'กิจการประปา', subUnitId: '' })
    expect(clerk.text).toContain('มีกิจการชื่อนี้แล้ว')
    await clerk.open(basePaths.enterpriseNew)
    await clerk.submit({ name: '', subUnitId: '1' })
    expect([clerk.status, clerk.text.includes('โปรดระบุชื่อกิจการ')]).toEqual([422, true])
    await clerk.submit({ name: 'ท่าเรือ', subUnitId: saensuk.organisationId })
    expect([clerk.status, clerk.text.includes('โปรดเลือกหน่วยงานจากรายการ')]).toEqual([422, true])
  })
})
