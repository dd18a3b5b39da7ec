import { describe, expect, it } from 'vitest'
import { findProgress } from '../../../src/budget/index.ts'
import { oversightPaths as paths } from '../../../src/oversight/oversight.paths.ts'
import { oversightText } from '../../../src/oversight/oversight.text.ts'
import { fiscalYear } from '../../../src/platform/dates.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { anOfficer, asOfficer, organisation } from '../../support/world.ts'
import { aBudgetOffice } from '../../budget/world.ts'
import { aDraft, propose, reserve, walked } from '../../budget/ordinance/ordinances.ts'

const office = await testOffice()
const [saensuk, mueang, donsalaep] = [
  await aBudgetOffice(office, { code: '4200103' }), await aBudgetOffice(office, { code: '5200106' }), await aBudgetOffice(office, { code: '6711303' }),
]
const given = { revenues: [{ amount: '5000000.00' }], lines: [{ amount: '1000000.00' }, reserve] }
await propose(saensuk, await aDraft(saensuk, given), '2026-08-20')
await walked(mueang, await aDraft(mueang, given))
await walked(donsalaep, await aDraft(donsalaep, given))
const province = await signIn(office, 'prov20.head')
const { progress: text } = oversightText
const of = async (code: string, group = 'PROV_HEAD') => {
  const officer = await anOfficer(office, { at: await organisation(office, code), groups: [group] })
  return asOfficer(office, officer)
}
const year = fiscalYear(2570)

describe('the progress of the offices', () => {
  it('shows a province how far each has come and who is late: five days after 15 August (scenario 7)', async () => {
    await province.open(paths.progress)
    expect(province.text).toContain(text.lead('ชลบุรี', '2570'))
    expect(province.text).toMatch(/4200103 เทศบาลเมืองแสนสุข .*?เสนอสภาแล้ว 20 ส\.ค\. 2569 ช้า 5 วัน ยังไม่ดำเนินการ ช้า 50 วัน/)
    await province.open(`${paths.progress}?state=enforced`)
    expect(province.text).toMatch(/5200106 .*?อนุมัติและประกาศใช้แล้ว 10 ส\.ค\. 2569 20 ก\.ย\. 2569/)
    expect(province.text).toContain(text.shown('1'))
  })

  it('is of its own province only, whatever the address asks for', async () => {
    for (const query of ['', '?province=71', '?state=enforced&province=71', '?after=6711302']) {
      await province.open(`${paths.progress}${query}`)
      expect(province.status).toBe(200)
      expect(province.html).not.toContain('6711303')
    }
    const kanchanaburi = await of('P71')
    const seen = await kanchanaburi.read((read) => findProgress(read, { fiscalYear: year, state: 'enforced', provinceCode: '20' }))
    expect(seen.offices.map(({ code }) => code)).toEqual(['6711303'])
  })

  it('goes on page by page, and can be narrowed to a district, to a state, to those who are late', async () => {
    const chonburi = await of('P20')
    const codes: string[] = []
    let after: string | undefined
    for (let page = 0; page < 10; page += 1) {
      const { offices, hasMore } = await chonburi.read((read) => findProgress(read, { fiscalYear: year, after }))
      codes.push(...offices.map(({ code }) => code))
      after = offices.at(-1)?.code
      if (!hasMore) break
    }
    const all = await office.owner('organisations').where({ kind: 'LAO', province_code: '20' }).orderBy('code').pluck('code')
    expect(codes).toEqual(all)
    expect(all.length).toBeGreaterThan(50)
    const find = (filter: object) => chonburi.read((read) => findProgress(read, { fiscalYear: year, ...filter }))
    const { district } = await office.owner('organisations').where({ code: '4200103' }).first('district')
    expect((await find({ district })).offices.every((each) => each.district === district)).toBe(true)
    expect((await find({ state: 'proposed' })).offices.map(({ code }) => code)).toEqual(['4200103'])
    expect((await find({ state: 'enforced', isLate: true })).offices).toEqual([])
    expect((await find({ state: 'proposed', isLate: true })).offices).toHaveLength(1)
    expect((await find({ state: 'enforced' })).counts).toEqual(expect.arrayContaining([
      { state: 'none', offices: all.length - 2 }, { state: 'proposed', offices: 1 }, { state: 'enforced', offices: 1 },
    ]))
  })

  it('shows the department the whole nation, or one province', async () => {
    const department = await signIn(office, 'dla.oversight')
    await department.open(`${paths.progress}?state=enforced`)
    expect(department.text).toContain(text.nation)
    for (const code of ['5200106', '6711303']) expect(department.text).toContain(code)
    await department.open(`${paths.progress}?state=enforced&province=71`)
    expect(department.html).not.toContain('<td role="cell" data-label="รหัส" class="is-code">5200106')
    expect(department.text).toContain('6711303')
  })

  it('is nobody else’s: an office is refused, and what was asked in vain is answered as if it had not been', async () => {
    const clerk = await signIn(office, 'saensuk.budget')
    expect((await clerk.open(paths.progress)).status).toBe(403)
    const nonsense = `${paths.progress}?year=abc&state=x&after=${encodeURIComponent("'; DROP TABLE x")}&district=${encodeURIComponent('\u0000')}&late=maybe`
    expect((await province.open(nonsense)).status).toBe(200)
    expect(province.text).toContain('4200103')
  })
})

describe('the fence around budgets', () => {
  it('lets a province look at the documents of its own offices, not at others, and write nothing', async () => {
    const chonburi = await of('P20')
    const owners = await chonburi.read((read) => read.db('budget_documents').distinct('organisation_id').pluck('organisation_id'))
    expect(owners.sort()).toEqual([saensuk.organisationId, mueang.organisationId].sort())
    expect(await chonburi.read((read) => read.db('budget_steps').where('organisation_id', donsalaep.organisationId))).toEqual([])
    expect(await chonburi.work((work) => work.db('budget_documents').where('organisation_id', saensuk.organisationId).update({ title: 'x' }))).toBe(0)
    await expect(chonburi.work((work) => work.db('budget_steps').insert({
      organisation_id: saensuk.organisationId, document_id: '1', action: 'enforce', happened_on: '2026-09-01', recorded_by: work.actor.userId, recorded_at: work.now,
    }))).rejects.toThrow('row-level security')
  })
})
