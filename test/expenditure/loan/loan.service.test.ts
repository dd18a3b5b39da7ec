// One person prepares and signs only where the unit was declared small, and it stays marked (access-admin-oversight §4.2).
import { describe, expect, it } from 'vitest'
import { documentsText, findTrail } from '../../../src/documents/index.ts'
import { getClearing } from '../../../src/expenditure/clearing/clearing.repository.ts'
import { approveClearing, createClearing } from '../../../src/expenditure/clearing/clearing.service.ts'
import { loanRoutes } from '../../../src/expenditure/loan/loan.routes.ts'
import { approveLoan, createLoan, submitLoan } from '../../../src/expenditure/loan/loan.service.ts'
import { findLoanWork } from '../../../src/expenditure/loan-work/loan-work.service.ts'
import { loanPaths } from '../../../src/expenditure/loan.paths.ts'
import { approveFloat, askForFloat } from '../../../src/expenditure/petty-cash/petty-cash.service.ts'
import { Forbidden } from '../../../src/platform/errors.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { testDatabase } from '../../support/database.ts'
import { atDesk } from '../../support/desk.ts'
import { anOfficer, asOfficer, declareSmall, organisation } from '../../support/world.ts'
import { aPayingOffice, saidBy } from '../payment/paying.ts'
import { aPayee } from '../world.ts'
import { aGrantedLoan, claimed, loanNow, paidOut } from './loans.ts'

const db = await testDatabase()
const day = calendarDate('2026-11-05')

/** With one person who asks for loans, keeps their vouchers and grants them. */
async function anOffice() {
  const office = await aPayingOffice(db, { on: calendarDate('2026-11-02') })
  const { code } = await db.owner('organisations').where({ id: office.organisationId }).first('code')
  const officer = await anOfficer(db, { at: await organisation(db, code), groups: ['LAO_DEPT_CLERK', 'LAO_FINANCE', 'LAO_FIN_HEAD'] })
  const [line = ''] = await anEnactedBudget(office, [{ code: '5320300', amount: '100000.00' }])
  return { ...office, line, alone: { officer, ...asOfficer(db, officer) }, lines: [{ budgetLineId: line, description: 'โครงการ', amount: baht('1000.00') }] }
}
type Office = Awaited<ReturnType<typeof anOffice>>

async function ownLoan({ alone, lines, departmentId, ...office }: Office): Promise<string> {
  const payeeId = await aPayee({ ...office, departmentId }, 'นายยืม', 'individual')
  return alone.work(async (work) => {
    const id = await createLoan(work, {
      loanDate: day, kind: 'training', source: 'budget', departmentId, payeeId, position: '', purpose: 'อบรม', returnDate: null, consents: true, approvalReference: '', lines, formKey: crypto.randomUUID(),
    })
    await submitLoan(work, id, 1)
    return id
  })
}

async function ownClearing(office: Office): Promise<string> {
  const loanId = await aGrantedLoan(office, office.lines, { payeeId: await aPayee(office, 'นางยืม', 'individual'), loanDate: day })
  await paidOut(office, await claimed(office, loanId), day)
  const vouchers = [{ budgetLineId: office.line, accountCode: '5102010199.001', description: 'ค่าอาหาร', amount: baht('700.00') }]
  return office.alone.work((work) => createClearing(work, { loanId, clearingDate: day, receiptReference: '', remark: '', lines: vouchers, formKey: crypto.randomUUID() }))
}

async function ownFloat({ alone, departmentId, ...office }: Office): Promise<string> {
  const payeeId = await aPayee({ ...office, departmentId }, 'นางเก็บ', 'individual')
  return alone.work((work) => askForFloat(work, { departmentId, payeeId, purpose: 'ค่าใช้จ่ายเล็กน้อย', amount: baht('5000.00'), mostEach: baht('500.00'), formKey: crypto.randomUUID() }))
}

const marks = async ({ alone, organisationId }: Office, kind: string, id: string) => (
  (await alone.read((read) => findTrail(read, organisationId, { kind, id }))).filter(({ code }) => code === 'DOC_APPROVE').map(({ after }) => after !== null && 'signedAlone' in after))

describe('loan, clearing and float of one and the same person', () => {
  it('are refused in a unit of two: the button is not there either', async () => {
    const office = await anOffice()
    const [loan, clearing, float] = [await ownLoan(office), await ownClearing(office), await ownFloat(office)]
    const refused = documentsText.samePerson
    expect(await saidBy(office.alone.work((work) => approveLoan(work, loan, 2)))).toBe(refused)
    expect(await saidBy(office.alone.work((work) => approveClearing(work, clearing, 1)))).toBe(refused)
    expect(await saidBy(office.alone.work((work) => approveFloat(work, float, 1)))).toBe(refused)
    expect((await atDesk(db, office.alone.officer, loanRoutes).get(loanPaths.show(loan))).html).not.toContain(loanPaths.step(loan, 'approve'))
    expect((await office.alone.read(findLoanWork)).map(({ key }) => key)).not.toContain('approve')
    await office.head.work((work) => approveLoan(work, loan, 2))
    expect(await marks(office, 'loan', loan)).toEqual([false])
  })

  it('are signed by the only person of a small unit, and marked in trail and voucher', async () => {
    const office = await anOffice()
    const [loan, clearing, float] = [await ownLoan(office), await ownClearing(office), await ownFloat(office)]
    await declareSmall(db, office.alone.officer)
    expect((await office.alone.read(findLoanWork)).filter(({ key }) => ['approve', 'clear', 'float'].includes(key)).map(({ key, count }) => [key, count])).toEqual([['approve', 1], ['clear', 1], ['float', 1]])
    const desk = atDesk(db, office.alone.officer, loanRoutes)
    expect((await desk.get(loanPaths.show(loan))).html).toContain(loanPaths.step(loan, 'approve'))
    await office.alone.work((work) => approveLoan(work, loan, 2))
    await office.alone.work((work) => approveClearing(work, clearing, 1))
    await office.alone.work((work) => approveFloat(work, float, 1))
    expect((await loanNow(office, loan)).state).toBe('approved')
    for (const [kind, id] of [['loan', loan], ['clearing', clearing], ['petty-cash', float]] as const) expect(await marks(office, kind, id)).toEqual([true])
    expect((await desk.get(loanPaths.show(loan))).html).toContain(documentsText.trail.alone)
    const { voucherId } = await office.head.read((read) => getClearing(read, office.organisationId, clearing))
    expect(await db.owner('vouchers').where({ organisation_id: office.organisationId, id: voucherId }).first('same_person')).toEqual({ same_person: 'small-unit' })
  })

  it('of a provisional officer wait all the same', async () => {
    const office = await anOffice()
    const loan = await ownLoan(office)
    await declareSmall(db, office.alone.officer)
    const provisional = asOfficer(db, { ...office.alone.officer, provisional: true })
    await expect(provisional.work((work) => approveLoan(work, loan, 2))).rejects.toThrow(Forbidden)
  })
})
