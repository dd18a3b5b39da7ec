// A claim as it is keyed and edited: whose draft it is, and what may be withheld from whom.
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { documentsText } from '../../../src/documents/index.ts'
import { blankBoxes, type ClaimInput } from '../../../src/expenditure/claim-form/claim-form.schema.ts'
import { createClaim, editClaim } from '../../../src/expenditure/claim-form/claim-form.service.ts'
import { rowOf } from '../../../src/expenditure/claim-lines/claim-lines.ts'
import { approveClaim } from '../../../src/expenditure/claim-step/claim-step.service.ts'
import { attachToClaim } from '../../../src/expenditure/claim/claim.service.ts'
import { calendarDate, fiscalYear, instant } from '../../../src/platform/dates.ts'
import { RuleBroken } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import { anOfficer, asOfficer, organisation } from '../../support/world.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { aPayee, aSpendingOffice, checked, claimNow, drafted, endorsed, lineOf, submitted } from '../world.ts'

const db = await testDatabase(instant('2026-11-30T05:00:00.000Z'))
const today = calendarDate('2026-11-30')
const office = await aSpendingOffice(db, { code: '4200103', year: fiscalYear(2570) })
const [hire = ''] = await anEnactedBudget(office, [{ code: '5320100', amount: '500000.00' }])
const company = await aPayee(office, 'บริษัท จ้างดี จำกัด', 'juristic')
/** May edit, check and approve. */
const both = asOfficer(db, await anOfficer(db, { at: await organisation(db, '4200103'), groups: ['LAO_DEPT_CLERK', 'LAO_FIN_HEAD'] }))
const hireLine = String((await db.owner('budget_lines').where({ id: hire }).first('number')).number)

const inputOf = (changes: Partial<ClaimInput> = {}): ClaimInput => ({
  ...blankBoxes, kind: 'C1', department: office.departmentId, documentDate: '30/11/2569', payee: 'บริษัท จ้างดี จำกัด', title: 'ค่าจ้าง', vat: 'included', rows: [rowOf({ line: hireLine, amount: '10700.00' })],
  deductions: [], pasted: '', formKey: randomUUID(), version: '', ...changes,
})
const keyed = (changes: Partial<ClaimInput> = {}) => {
  const input = inputOf(changes)
  return office.preparer.work((work) => createClaim(work, input, { formKey: input.formKey, isSubmitted: false }))
}

describe('a draft (E_SOD)', () => {
  it('that was keyed is edited by nobody but who keyed it', async () => {
    const id = await keyed()
    const form = { input: inputOf({ rows: [rowOf({ line: hireLine, amount: '99000.00' })] }), version: 1, isSubmitted: false }
    await expect(both.work((work) => editClaim(work, id, form))).rejects.toThrow(new RuleBroken(documentsText.notYours))
    await expect(both.work((work) => attachToClaim(work, id, []))).rejects.toThrow(new RuleBroken(documentsText.notYours))
    expect(await claimNow(office, id)).toMatchObject({ version: 1, gross: baht('10700') })
    await office.preparer.work((work) => editClaim(work, id, form))
    expect(await claimNow(office, id)).toMatchObject({ version: 2, gross: baht('99000') })
  })

  it('that another desk made is completed by whoever hands it in, who is its author from then on', async () => {
    const id = await drafted(office, {
      kind: 'C1', claimDate: today, title: 'จ้าง', departmentId: office.departmentId, payeeId: company, lines: [lineOf(hire, '5104010112.001', '5000.00')], origin: { kind: 'scenario', id: '1' },
    })
    await both.work((work) => editClaim(work, id, { input: inputOf({ title: 'ค่าจ้างงวดที่ 1' }), version: 1, isSubmitted: false }))
    await checked(office, await endorsed(office, await submitted(office, id)))
    const { version, gross } = await claimNow(office, id)
    expect(gross).toEqual(baht('5000'))
    await expect(both.work((work) => approveClaim(work, id, version))).rejects.toThrow(new RuleBroken(documentsText.samePerson))
  })
})
