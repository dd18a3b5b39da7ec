// A claim as it is keyed and edited: whose draft it is, and what may be withheld from whom.
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { documentsText } from '../../../src/documents/index.ts'
import { blankBoxes, type ClaimInput } from '../../../src/expenditure/claim-form/claim-form.schema.ts'
import { createClaim, editClaim } from '../../../src/expenditure/claim-form/claim-form.service.ts'
import { rowOf } from '../../../src/expenditure/claim-lines/claim-lines.ts'
import { approveClaim } from '../../../src/expenditure/claim-step/claim-step.service.ts'
import { claimText } from '../../../src/expenditure/claim.text.ts'
import { findUsableAccounts } from '../../../src/expenditure/payee-account/payee-account.service.ts'
import { payeeText } from '../../../src/expenditure/payee.text.ts'
import { attachToClaim } from '../../../src/expenditure/claim/claim.service.ts'
import { calendarDate, fiscalYear, instant } from '../../../src/platform/dates.ts'
import { RuleBroken } from '../../../src/platform/errors.ts'
import { baht, formatMoney } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import { anOfficer, asOfficer, organisation } from '../../support/world.ts'
import { anEnactedBudget } from '../../budget/world.ts'
import { anotherAccount, aTransferPayee } from '../payment/paying.ts'
import { aGrantedLoan, claimed } from '../loan/loans.ts'
import { aClaimOf, anAcceptedDelivery, aPurchasingOffice, aSignedContract } from '../procurement-world.ts'
import { aPayee, aSpendingOffice, checked, claimNow, drafted, endorsed, lineOf, submitted } from '../world.ts'

const db = await testDatabase(instant('2026-11-30T05:00:00.000Z'))
const today = calendarDate('2026-11-30')
const office = await aSpendingOffice(db, { code: '4200103', year: fiscalYear(2570) })
const [hire = '', toUnits = '', subsidy = ''] = await anEnactedBudget(office, [
  { code: '5320100', amount: '500000.00' }, { code: '5110600', amount: '50000.00' }, { code: '5610200', amount: '50000.00' },
])
const company = await aPayee(office, 'บริษัท จ้างดี จำกัด', 'juristic')
/** May edit, check and approve. */
const both = asOfficer(db, await anOfficer(db, { at: await organisation(db, '4200103'), groups: ['LAO_DEPT_CLERK', 'LAO_FIN_HEAD'] }))
const lineNumber = async (id: string) => String((await db.owner('budget_lines').where({ id }).first('number')).number)
const hireLine = await lineNumber(hire)
const { errors } = payeeText.account
const said = (act: Promise<unknown>) => act.then(() => ({}), (error: unknown) => { if (error instanceof RuleBroken) return error.errors; throw error })

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

describe('tax of the people of a batch (INV-16)', () => {
  const batch = (changes: Partial<ClaimInput>) => ({ kind: 'C5', payee: '', vat: 'none' as const, rows: [rowOf({ line: hireLine, amount: '3000.00' })], ...changes })
  const people = (first: string, second: string) => [`นายหนึ่ง ดี\t\t\t\t1000.00\t${first}\t${first}`, `นายสอง ดี\t\t\t\t2000.00\t${second}\t${second}`].join('\n')

  it('was reckoned elsewhere and is typed: a progressive rule with the sum, and what each leaves', async () => {
    const id = await keyed(batch({ rule: 'W1-FEE', typedTax: '150.00', pasted: people('50.00', '100.00') }))
    const claim = await claimNow(office, id)
    expect(claim.deductions.map(({ ruleCode, amount }) => [ruleCode, formatMoney(amount)])).toEqual([['W1-FEE', '150.00']])
    expect(claim.payees.map(({ tax }) => tax)).toEqual([baht('50'), baht('100')])
  })

  it('that is not their sum, or by a rule with a rate, is refused', async () => {
    expect(Object.keys(await said(keyed(batch({ rule: 'W1-FEE', typedTax: '151.00', pasted: people('50.00', '100.00') }))))).toContain('pasted')
    expect(await said(keyed(batch({ rule: 'W3-GOV', pasted: people('0.00', '0.00') })))).toMatchObject({ rule: claimText.errors.rule })
  })
})

describe('tax of a person (§1.5)', () => {
  const taxOf = async (changes: Partial<ClaimInput>) => (await claimNow(office, await keyed({ vat: 'none', rows: [rowOf({ line: hireLine, amount: '10700.00' })], ...changes }))).deductions.map(({ ruleCode, amount }) => [ruleCode, formatMoney(amount)])

  it('is withheld by the usual rule from who works for the office, and from no staff and no pensioner unless a rule is chosen', async () => {
    await aPayee(office, 'นายรับจ้าง ทำงาน', 'individual')
    const staff = await aPayee(office, 'นางสาวข้าราชการ ดี', 'individual')
    await db.owner('payees').where({ id: staff }).update({ is_staff: true })
    expect(await taxOf({ payee: 'นายรับจ้าง ทำงาน' })).toEqual([['W3-GOV', '107.00']])
    expect(await taxOf({ payee: 'นายรับจ้าง ทำงาน', rule: 'W0-REFUND' })).toEqual([])
    expect(await taxOf({ payee: 'นายรับจ้าง ทำงาน', kind: 'C4' })).toEqual([])
    expect(await taxOf({ payee: 'นางสาวข้าราชการ ดี' })).toEqual([])
    expect(await taxOf({ payee: 'นางสาวข้าราชการ ดี', rule: 'W1-FEE', typedTax: '250.00' })).toEqual([['W1-FEE', '250.00']])
  })
})

describe('money to own units (§3.9)', () => {
  it('is claimed by no kind but the one that names the unit', async () => {
    const rows = async (id: string, account: string) => ({ rows: [rowOf({ line: await lineNumber(id), account, amount: '100.00' })] })
    expect(await said(keyed(await rows(toUnits, '')))).toEqual({ 'lines.0.account': claimText.errors.pairedItem })
    expect(await said(keyed(await rows(toUnits, '5210010121.004')))).toEqual({ 'lines.0.account': claimText.errors.pairedItem })
    const fault = await said(keyed(await rows(subsidy, '5210010121.005')))
    expect(Object.entries(fault)).toEqual([['lines.0.account', expect.stringContaining(claimText.errors.pairedItem)]])
    expect((await claimNow(office, await keyed(await rows(subsidy, '')))).lines).toMatchObject([{ accountCode: '5107010101.001' }])
  })
})

describe('the day of a claim from another document (INV-14)', () => {
  it('is in the year of that document, also before it has a number', async () => {
    const id = await drafted(office, {
      kind: 'C1', claimDate: today, title: 'จ้าง', departmentId: office.departmentId, payeeId: company, lines: [lineOf(hire, '5104010112.001', '100.00')], origin: { kind: 'scenario', id: '2' },
    })
    const edit = (documentDate: string) => said(office.preparer.work((work) => editClaim(work, id, { input: inputOf({ documentDate }), version: 1, isSubmitted: false })))
    expect(await edit('30/09/2569')).toEqual({ documentDate: claimText.errors.originYear('2570') })
    expect(await edit('01/10/2569')).toEqual({})
  })
})

describe('the day of a claim upon a delivery, a contract, a loan (INV-14)', () => {
  it('is not before theirs: neither edited to it nor handed in with it', async () => {
    const buying = await aPurchasingOffice(db, [{ code: '5330100', amount: '180000.00', title: 'วัสดุ' }], { year: fiscalYear(2570), on: calendarDate('2026-10-01') })
    await aPayee(buying, 'บริษัท พัสดุดี จำกัด', 'juristic')
    const contract = await aSignedContract(buying, { payee: 'บริษัท พัสดุดี จำกัด' })
    const id = await aClaimOf(buying, await anAcceptedDelivery(buying, { contract, amount: '53500.00', deliveredOn: '15/11/2569' }))
    const edit = (documentDate: string) => said(buying.preparer.work((work) => editClaim(work, id, { input: inputOf({ department: buying.departmentId, documentDate }), version: 1, isSubmitted: false })))
    const before = { documentDate: claimText.errors.beforeOrigin('15 พฤศจิกายน 2569') }
    expect(await edit('14/11/2569')).toEqual(before)
    await db.owner('claims').where({ organisation_id: buying.organisationId, id }).update({ claim_date: calendarDate('2026-11-14') })
    expect(await said(submitted(buying, id))).toEqual(before)
    expect(await edit('15/11/2569')).toEqual({})
    await submitted(buying, id)
  })

  it('is not before the loan', async () => {
    const borrower = await aPayee(office, 'นายยืม เงิน', 'individual')
    await db.owner('payees').where({ id: borrower }).update({ is_staff: true })
    const loan = await aGrantedLoan(office, [{ budgetLineId: hire, description: 'ค่าลงทะเบียน', amount: baht('1000') }], { payeeId: borrower, loanDate: calendarDate('2026-11-20') })
    const id = await claimed(office, loan)
    await db.owner('claims').where({ organisation_id: office.organisationId, id }).update({ claim_date: calendarDate('2026-11-19') })
    expect(await said(submitted(office, id))).toEqual({ documentDate: claimText.errors.beforeOrigin('20 พฤศจิกายน 2569') })
  })
})

describe('the account a claim is paid into (§1.2, PA-8)', () => {
  const sent = (changes: Partial<ClaimInput>) => keyed({ payee: 'บริษัท โอนเงิน จำกัด', channel: 'transfer', ...changes })

  it('is the only one of the payee, or is chosen among those that may be used', async () => {
    const payee = await aTransferPayee(office, 'บริษัท โอนเงิน จำกัด')
    const [only] = await office.preparer.read((read) => findUsableAccounts(read, payee))
    expect(await claimNow(office, await sent({}))).toMatchObject({ payeeAccountId: only?.id, payeeAccountName: expect.stringContaining(only?.accountNumber ?? '-') })
    const other = await anotherAccount(office, payee, '7770000001')
    expect(await said(sent({}))).toEqual({ payeeAccount: errors.choose })
    expect((await claimNow(office, await sent({ payeeAccount: other }))).payeeAccountId).toBe(other)
    expect((await claimNow(office, await sent({ channel: 'cheque' }))).payeeAccountId).toBeNull()
    await db.owner('payee_accounts').where({ id: other }).update({ usable_from: '2026-12-01T00:00:00Z' })
    expect(await said(sent({ payeeAccount: other }))).toEqual({ payeeAccount: errors.notTheirs })
    expect(await said(sent({ payeeAccount: only?.id ?? '', payee: 'บริษัท จ้างดี จำกัด' }))).toEqual({ payeeAccount: errors.notTheirs })
    expect(await said(sent({ payeeAccount: '99' }))).toEqual({ payeeAccount: errors.notTheirs })
  })

  it('belongs to its payee also in the database', async () => {
    const [account] = await office.preparer.read(async (read) => findUsableAccounts(read, await aTransferPayee(office, 'บริษัท สาม จำกัด')))
    await expect(db.owner('claims').where({ id: await keyed() }).update({ payee_account_id: account?.id })).rejects.toThrow(/claims_account_of_payee/)
  })
})
