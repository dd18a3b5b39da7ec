import { describe, expect, it } from 'vitest'
import { inUse as inUseOf } from '../../../src/budget/index.ts'
import { basePaths as paths } from '../../../src/budget/budget.paths.ts'
import { baseText } from '../../../src/budget/base.text.ts'
import { findRevenueRules } from '../../../src/budget/ordinance-revenues/ordinance-revenues.service.ts'
import { findTypesInUse } from '../../../src/budget/revenue-type/revenue-type.repository.ts'
import { chooseTypes, findRevenueTypes } from '../../../src/budget/revenue-type/revenue-type.service.ts'
import { versionOf } from '../../../src/budget/revenue-type/revenue-type.ts'
import { Conflict, RuleBroken } from '../../../src/platform/errors.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { aBudgetOffice } from '../world.ts'

const office = await testOffice()
const saensuk = await aBudgetOffice(office, { code: '4200103' })
const { types: text } = baseText
const none = versionOf(new Set())
const choose = (codes: readonly string[], version: string) => saensuk.clerk.work((work) => chooseTypes(work, { version, codes }))
const chosen = () => saensuk.clerk.read(findTypesInUse)

describe('revenue types in use', () => {
  it('are ticked on one page, and the counter and the estimates propose only these', async () => {
    const clerk = await signIn(office, 'saensuk.budget')
    expect((await clerk.open(paths.types)).text).toContain(text.all)
    await clerk.open(paths.typesEdit)
    await clerk.post(paths.typesEdit, { version: none, 'use.411000': '41100009', 'use.deposits': 'DP13' })
    expect([...await chosen()].sort()).toEqual(['41100009', 'DP13'])
    expect((await clerk.open(paths.types)).text).toContain(text.some)
    const counter = (await (await signIn(office, 'saensuk.revenue')).open('/receipts/counter')).html
    expect(counter).toContain('value="41100009 ')
    expect(counter).toContain('value="DP13 ')
    expect(counter).not.toContain('value="41100003 ')
    expect(counter).toContain(text.hint)
    const rules = await saensuk.clerk.read((read) => findRevenueRules(read, { fiscalYear: saensuk.fiscalYear, kind: 'annual', enterpriseId: null }))
    expect(inUseOf(rules.codes, rules.inUse).map(({ code }) => code)).toEqual(['41100009'])
    // What is not proposed is known all the same: whoever types it is not refused.
    expect(rules.codes.some(({ code, isActive, isOurs }) => code === '41100003' && isActive && isOurs)).toBe(true)
  })

  it('nothing ticked is everything again; an old page does not undo what another chose, a strange code is refused', async () => {
    const version = versionOf(await chosen())
    await expect(choose(['41100009'], none)).rejects.toThrow(Conflict)
    await expect(choose(['99999999'], version)).rejects.toThrow(RuleBroken)
    expect((await chosen()).size).toBe(2)
    await choose([], version)
    expect((await chosen()).size).toBe(0)
    const types = await saensuk.clerk.read(findRevenueTypes)
    expect(inUseOf(types, await chosen())).toEqual(types)
    expect(types.map(({ code }) => code)).not.toContain('41100001')
  })

  it('the head of finance looks and ticks nothing; a reader of receipts does neither', async () => {
    const [head, teller] = [await signIn(office, 'saensuk.head'), await signIn(office, 'saensuk.revenue')]
    expect((await head.open(paths.types)).status).toBe(200)
    expect((await head.peek(paths.typesEdit)).status).toBe(403)
    expect((await teller.peek(paths.types)).status).toBe(403)
  })
})
