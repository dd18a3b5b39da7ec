// How an office handles its claims: changed by its head of finance, and what follows from it at the desks.
import { describe, expect, it } from 'vitest'
import { claimText } from '../../../src/expenditure/claim.text.ts'
import { claimCheckPaths, claimSettingsPaths as paths } from '../../../src/expenditure/expenditure.paths.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { testOffice } from '../../support/app.ts'
import { signIn } from '../../support/sign-in.ts'
import { aPayee, aSpendingOffice, checked, claimNow, drafted, lineOf, submitted } from '../world.ts'

const office = await testOffice()
const town = await aSpendingOffice(office, { code: '4200103' })
const [line = ''] = await anEnactedBudget(town, [{ code: '5320100', amount: '200000.00' }])
const payee = await aPayee(town, 'บริษัท สาม จำกัด', 'juristic')
const [head, checker] = [await signIn(office, 'saensuk.head'), await signIn(office, 'saensuk.check')]
const text = claimText.settings
const make = (id: string) => drafted(town, {
  kind: 'C1', claimDate: calendarDate('2026-11-20'), title: 'จ้าง', payeeId: payee, departmentId: town.departmentId, lines: [lineOf(line, '5104010112.001', '10.00')], origin: { kind: 'test', id },
})

describe('the settings of claims', () => {
  it('are found from the desk of the checker by whoever may see them, and by nobody else', async () => {
    expect((await head.open(claimCheckPaths.list)).html).toContain(`href="${paths.edit}"`)
    expect((await checker.open(claimCheckPaths.list)).html).not.toContain(`href="${paths.edit}"`)
    expect((await checker.open(paths.edit)).status).toBe(403)
  })

  it('skip the head of the department and set up the debt at the check, and are told in the trail', async () => {
    await head.open(paths.edit)
    const page = await head.submit({ endorsed: 'no', debtAt: 'checked' }, paths.edit)
    expect(page.text).toContain(text.saved)
    expect(page.text).toContain(text.endorsed.no)
    const id = await submitted(town, await make('1'))
    expect((await claimNow(town, id)).state).toBe('endorsed')
    await checked(town, id)
    expect((await claimNow(town, id)).payableVoucherId).not.toBeNull()
  })

  it('refuse a stale page and an answer that is none, and keep what was chosen', async () => {
    await head.open(paths.edit)
    expect((await head.submit({ endorsed: 'yes', debtAt: 'approved', version: '0' }, paths.edit)).text).toContain(text.errors.changed)
    const page = await head.open(paths.edit)
    const refused = await head.submit({ endorsed: 'perhaps', debtAt: 'approved', version: /name="version" value="([0-9]+)"/.exec(page.html)?.[1] ?? '' }, paths.edit)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(text.errors.endorsed)
    expect(refused.html).toMatch(/value="approved" selected/)
  })

  it('say kind by kind which papers the checker asks for', async () => {
    const before = await head.open(paths.papersOf('C1'))
    const [code = ''] = /name="papers\.0\.code" value="([^"]+)"/.exec(before.html)?.slice(1) ?? []
    expect(code).not.toBe('')
    const after = await head.submit({ kind: 'C1', 'papers.0.code': code, 'papers.0.need': 'none' }, paths.papers)
    expect(after.text).toContain(text.saved)
    expect(after.html).toMatch(/<select id="papers\.0\.need"[\s\S]*?value="none" selected/)
    expect(await office.owner('claim_document_choices').where({ organisation_id: town.organisationId }).select('kind', 'code', 'need')).toEqual([{ kind: 'C1', code, need: 'none' }])
  })
})
