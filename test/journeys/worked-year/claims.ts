// Money out without a commitment: a claim keyed by the department, carried to its approval by the people it takes, and its payment.
import { randomUUID } from 'node:crypto'
import { blankBoxes, type ClaimInput } from '../../../src/expenditure/claim-form/claim-form.schema.ts'
import { createClaim } from '../../../src/expenditure/claim-form/claim-form.service.ts'
import { rowOf, type TypedRow } from '../../../src/expenditure/claim-lines/claim-lines.ts'
import { type PayeeKind } from '../../../src/expenditure/deduction/deduction.ts'
import { addPayCreditor } from '../../../src/expenditure/pay-creditor/pay-creditor.service.ts'
import { findPayCreditors } from '../../../src/expenditure/pay-creditor/pay-creditor.repository.ts'
import { draftRemittance } from '../../../src/expenditure/tax-remittance/tax-remittance.service.ts'
import { claimWithheld } from '../../../src/expenditure/withheld-money/withheld-money.service.ts'
import { calendarDate, formatThaiDateField, type CalendarDate } from '../../../src/platform/dates.ts'
import { posted } from '../../expenditure/payment/paying.ts'
import { carriedThrough } from '../../expenditure/world.ts'
import { type Entity } from './books.ts'
import { payeeOf, type World } from './world.ts'

export interface Asked {
  readonly kind: 'C1' | 'C3' | 'C5' | 'C8' | 'C9' | 'C11' | 'C13'
  readonly title: string
  readonly payee?: readonly [name: string, kind: PayeeKind]
  readonly vat?: 'included'
  readonly rows: readonly Partial<TypedRow>[]
  readonly pasted?: string
  readonly receipt?: string
  /** Default: the LAO. */
  readonly at?: Entity
}

/** Keyed at the form, handed in, endorsed, checked and approved on the day: its id. */
export async function claimed(world: World, on: CalendarDate, { kind, title, payee, vat, rows, pasted = '', receipt = '', at = 'LAO01' }: Asked): Promise<string> {
  const office = world.spending[at]
  if (payee) await payeeOf(world, payee[0], { kind: payee[1], at })
  const input: ClaimInput = {
    ...blankBoxes, kind, title, department: office.departmentId, documentDate: formatThaiDateField(on), payee: payee?.[0] ?? '', vat: vat ?? 'none', receipt,
    rows: rows.map(rowOf), deductions: [], pasted, formKey: randomUUID(), version: '',
  }
  return carriedThrough(office, await office.preparer.work((work) => createClaim(work, input, { formKey: input.formKey, isSubmitted: false })))
}

/** Out of the story: by a cheque of this number, by transfer from the current or the savings account. */
export type Way = 'current' | 'savings' | { readonly cheque: number }

interface AskedPayment {
  /** Each by a paper of its own. */
  readonly claims: readonly string[]
  readonly by: Way
  /** Default: the LAO. */
  readonly at?: Entity
}

/** The id of the last payment. A unit keeps the report of its cheques and transfers on paper. */
export async function paid(world: World, on: CalendarDate, { claims, by, at = 'LAO01' }: AskedPayment): Promise<string> {
  const payments: string[] = []
  for (const id of claims) payments.push(await paidTogether(world, on, { claims: [id], by, at }))
  return payments.at(-1) ?? ''
}

/** Several claims of one payee by one paper. */
export async function paidTogether({ spending }: World, on: CalendarDate, { claims, by, at = 'LAO01' }: AskedPayment): Promise<string> {
  const office = spending[at]
  const how = typeof by === 'string' ? { channel: 'transfer' as const, bankAccountId: office[by] } : { channel: 'cheque' as const, chequeNumber: String(10_000_000 + by.cheque) }
  return posted(office, claims, { paymentDate: on, ...how, ...(at !== 'LAO01' && { paperNumber: '1/2568', paperDate: on }) })
}

/** Kept for what the story does later. */
export function keep(world: World, name: string, id: string): void {
  world.made.set(name, id)
}

export function kept(world: Pick<World, 'made'>, name: string): string {
  const id = world.made.get(name)
  if (id === undefined) throw new Error(`the story made no ${name} yet`)
  return id
}

/** Who gets what is kept back of pay; his key in the register of deposits is called by the code. */
export async function creditor(world: World, code: 'SSO' | 'COOP' | 'KYS', name: string): Promise<string> {
  const { lao, books } = world
  await payeeOf(world, name, { kind: 'state_body' })
  await lao.payroll.work((work) => addPayCreditor(work, { code, payee: name }))
  const id = (await lao.payroll.read(findPayCreditors)).find((each) => each.code === code && each.name === name)?.id ?? ''
  books.name('LAO01', { kind: 'deposit', key: `DED${id}` }, code)
  keep(world, code, id)
  return id
}

/** The claim of everything that is held for the creditor. */
export async function remitted(world: World, code: 'SSO' | 'COOP' | 'KYS'): Promise<string> {
  return carriedThrough(world.lao, await world.lao.payroll.work((work) => claimWithheld(work, kept(world, code))))
}

/** The claim of all tax of these months that is not handed on yet. */
export async function taxRemitted(world: World, months: readonly string[], at: Entity = 'LAO01'): Promise<string[]> {
  const office = world.spending[at]
  const payeeId = await payeeOf(world, revenueDepartment, { kind: 'state_body', at })
  const claims: string[] = []
  for (const month of months) {
    const id = await office.finance.work((work) => draftRemittance(work, { month: calendarDate(`${month}-01`), payeeId, departmentId: office.departmentId, title: 'นำส่งภาษีหัก ณ ที่จ่าย' }))
    claims.push(await carriedThrough(office, id))
  }
  return claims
}

export const revenueDepartment = 'กรมสรรพากร'

/** A row of a batch, paid into the person's own account. */
export async function personRow(world: World, name: string, { amount, at = 'LAO01' }: { readonly amount: string; readonly at?: Entity }): Promise<string> {
  const { organisationId } = world.spending[at]
  const id = await payeeOf(world, name, { kind: 'individual', at })
  const { tax_id: taxId } = await world.db.owner('payees').where({ organisation_id: organisationId, id }).first('tax_id')
  const account = await world.db.owner('payee_accounts').where({ organisation_id: organisationId, payee_id: id }).first('bank_code', 'account_number')
  return [name, taxId, account.bank_code, account.account_number, amount, ''].join('\t')
}
