// An office that pays, for tests: finance beside the people of its claims, a current and a savings account with money on them.
import { randomUUID } from 'node:crypto'
import { bouncePayment } from '../../../src/expenditure/bounce/bounce.service.ts'
import { createBook } from '../../../src/expenditure/cheque-book/cheque-book.service.ts'
import { approveReport, createReport, getReport, issueReport } from '../../../src/expenditure/cheque-report/cheque-report.service.ts'
import { type ChequeReport } from '../../../src/expenditure/cheque-report/cheque-report.ts'
import { writeCheque } from '../../../src/expenditure/cheque/cheque.service.ts'
import { type NewClaim } from '../../../src/expenditure/claim/claim.ts'
import { recordPayment } from '../../../src/expenditure/payment/payment.service.ts'
import { postPayment } from '../../../src/expenditure/payment-post/payment-post.service.ts'
import { type PayeeKind } from '../../../src/expenditure/deduction/deduction.ts'
import { getPayment } from '../../../src/expenditure/payment/payment.repository.ts'
import { type Payment, type PaymentCommand } from '../../../src/expenditure/payment/payment.ts'
import { postLines } from '../../../src/ledger/index.ts'
import { calendarDate, compareDates, type CalendarDate, type FiscalYear } from '../../../src/platform/dates.ts'
import { RuleBroken } from '../../../src/platform/errors.ts'
import { baht } from '../../../src/platform/money.ts'
import { createBankAccount, createSignatory, findSignatories, type BankAccountKind } from '../../../src/registers/index.ts'
import { type Person } from '../../budget/world.ts'
import { type TestDatabase } from '../../support/database.ts'
import { anOfficer, asOfficer, organisation } from '../../support/world.ts'
import { aPayee, aSpendingOffice, carriedThrough, drafted, lineOf, type SpendingOffice } from '../world.ts'

export interface PayingOffice extends SpendingOffice {
  /** LAO_FINANCE: records payments. */
  readonly finance: Person
  readonly current: string
  readonly savings: string
}

const sequence = { next: 1 }
const accountCodes = { current: '1101030101.001', savings: '1101030102.001', fixed: '1101030199.001' } as const

export async function aPayingOffice(db: TestDatabase, given: { readonly code?: string; readonly year?: FiscalYear; readonly money?: string | null; readonly on: CalendarDate }): Promise<PayingOffice> {
  const office = await aSpendingOffice(db, given)
  const { code } = await db.owner('organisations').where({ id: office.organisationId }).first('code')
  const officer = await anOfficer(db, { at: await organisation(db, code), groups: ['LAO_FINANCE'] })
  const finance = { officer, ...asOfficer(db, officer) }
  const accounts = { current: await aBankAccount(finance, 'current'), savings: await aBankAccount(finance, 'savings') }
  const { money = '1000000.00', on } = given
  if (money !== null) for (const kind of ['current', 'savings'] as const) await fund(office, { kind, id: accounts[kind], amount: money, on })
  for (const first of ['1', '2', '777']) await aBook(finance, accounts.current, first.padEnd(8, '0'))
  await someSignatories(office)
  return { ...office, finance, ...accounts }
}

/** The executive, the clerk of the office and the head of its finance. */
async function someSignatories(office: SpendingOffice): Promise<void> {
  const more = { actingFor: '', orderNumber: '1/2567', validFrom: calendarDate('2023-10-01'), validUntil: null }
  const people = [
    { role: 'executive', name: 'นายณรงค์ชัย คุณปลื้ม', position: 'นายกเทศมนตรี' }, { role: 'clerk', name: 'นางสมจิตร พันธุ์สุวรรณ', position: 'ปลัดเทศบาล' },
    { role: 'head_of_finance', name: 'นางอรทัย จิระศิริ', position: 'ผู้อำนวยการกองคลัง' },
  ] as const
  for (const person of people) await office.head.work((work) => createSignatory(work, { ...person, ...more }))
}

/** A thousand leaves. */
async function aBook(finance: Person, bankAccountId: string, firstNumber: string): Promise<void> {
  await finance.work((work) => createBook(work, {
    formKey: randomUUID(), bankAccountId, book: firstNumber.slice(0, 3), firstNumber, lastNumber: String(Number(firstNumber) + 999), receivedOn: calendarDate('2024-10-01'), remark: '',
  }))
}

function aBankAccount(finance: Person, kind: BankAccountKind): Promise<string> {
  const accountNumber = String(sequence.next++).padStart(10, '3')
  return finance.work((work) => createBankAccount(work, { bankName: 'ธนาคารกรุงไทย', branch: 'แสนสุข', accountNumber, accountName: 'เทศบาล', kind }))
}

async function fund(office: SpendingOffice, given: { kind: 'current' | 'savings'; id: string; amount: string; on: CalendarDate }): Promise<void> {
  const line = { amount: baht(given.amount) }
  await office.head.work((work) => postLines(work, {
    type: 'JV', event: 'journal.posted', documentDate: given.on, source: { kind: 'given', id: given.id }, description: 'เงินฝาก', preparedBy: office.accountant.officer.userId,
    lines: [{ ...line, side: 'D', accountCode: accountCodes[given.kind], subKey: given.id }, { ...line, side: 'C', accountCode: office.head.officer.organisationKind === 'LAO' ? '3102010101.001' : '3102010101.003' }],
  }))
}

export function commandOf(office: PayingOffice, claimIds: readonly string[], given: Partial<PaymentCommand> & { readonly paymentDate: CalendarDate }): PaymentCommand & { formKey: string } {
  const channel = given.channel ?? 'withdrawal'
  return {
    claimIds, channel, reportRowId: null, bankAccountId: channel === 'cash' ? null : channel === 'cheque' ? office.current : office.savings, chequeNumber: channel === 'cheque' ? String(10_000_000 + sequence.next++) : '',
    chequeDate: channel === 'cheque' ? given.paymentDate : null, handedTo: channel === 'cheque' ? 'นายมานะ ใจดี' : '', receiverId: '', paperNumber: '', paperDate: null, reference: '', remark: '',
    formKey: randomUUID(), ...given,
  }
}

/** Recorded by finance: cheques and slips of an LAO by way of a report that was approved and signed. */
export async function recorded(office: PayingOffice, claimIds: readonly string[], given: Parameters<typeof commandOf>[2]): Promise<string> {
  const command = commandOf(office, claimIds, given)
  const isReported = command.channel === 'cheque' || command.channel === 'withdrawal'
  const reportRowId = isReported ? await anIssuedRow(office, command) : null
  return office.finance.work((work) => recordPayment(work, { ...command, reportRowId }))
}

/** One paper for these claims, in a report of its own. */
export async function anIssuedRow(office: PayingOffice, command: PaymentCommand): Promise<string> {
  const id = await aDraftReport(office, command)
  await office.head.work((work) => approveReport(work, id, 1))
  await office.finance.work((work) => issueReport(work, id, 2))
  const [row] = (await reportNow(office, id)).rows
  return row?.id ?? ''
}

export async function aDraftReport(office: PayingOffice, { claimIds, channel, bankAccountId, chequeNumber, paymentDate }: PaymentCommand): Promise<string> {
  const [today, signatories] = await office.head.read(async (read) => [read.today, await findSignatories(read, read.today)] as const)
  if (channel === 'cash') throw new RangeError('cash needs no report')
  return office.finance.work((work) => createReport(work, {
    formKey: randomUUID(), reportDate: compareDates(paymentDate, today) > 0 ? today : paymentDate, bankAccountId: bankAccountId ?? '', remark: '', signatoryIds: signatories.map(({ id }) => id),
    chosen: claimIds.map((claimId, index) => ({ claimId, channel, documentNumber: channel === 'cheque' ? chequeNumber : channel === 'withdrawal' ? `ถ.${claimIds[0] ?? index}` : '' })),
  }))
}

export function reportNow(office: PayingOffice, id: string): Promise<ChequeReport> {
  return office.head.read((read) => getReport(read, office.organisationId, id))
}

export async function posted(office: PayingOffice, claimIds: readonly string[], given: Parameters<typeof commandOf>[2]): Promise<string> {
  const id = await recorded(office, claimIds, given)
  await office.head.work((work) => postPayment(work, id, 1))
  return id
}

/** Its money came back on that day. */
export async function bounced(office: PayingOffice, id: string, on: CalendarDate): Promise<void> {
  await office.head.work(async (work) => bouncePayment(work, id, { version: (await getPayment(work, office.organisationId, id)).version, reason: 'บัญชีปิด', bouncedOn: on }))
}

export function paymentNow(office: PayingOffice, id: string): Promise<Payment> {
  return office.head.read((read) => getPayment(read, office.organisationId, id))
}

/** An approved claim of a payee of its own on this control line. */
export async function anApprovedClaim(office: PayingOffice, budgetLineId: string, amount: string, given: Partial<NewClaim> = {}): Promise<string> {
  const number = String(sequence.next++)
  const payeeId = given.payeeId ?? await aPayee(office, `ผู้รับเงิน ${number}`, 'juristic')
  const claimDate = await office.head.read(async (read) => read.today)
  return carriedThrough(office, await drafted(office, {
    kind: 'C1', claimDate, title: 'ค่าใช้จ่าย', departmentId: office.departmentId, lines: [lineOf(budgetLineId, '5104010112.001', amount)], origin: { kind: 'scenario', id: number }, ...given, payeeId,
  }))
}

/** A cheque with nothing behind it. */
export function aWrittenCheque(office: PayingOffice, amount = '100.00'): Promise<string> {
  const number = String(10_000_000 + sequence.next++)
  return office.finance.work((work) => writeCheque(work, { bankAccountId: office.current, number, chequeDate: work.today, payeeName: `ร้าน ${number}`, amount: baht(amount) }, 'number'))
}

/** What a refusal says; 'nothing' where it was done. */
export function saidBy(act: Promise<unknown>): Promise<string> {
  return act.then(() => 'nothing', (error: unknown) => (error instanceof RuleBroken ? Object.values(error.errors).join(' ') : String(error)))
}

/** Whom the office can transfer to, as if verified long ago. */
export async function aTransferPayee(office: SpendingOffice, name: string, kind: PayeeKind = 'juristic'): Promise<string> {
  const id = await aPayee(office, name, kind)
  await office.db.owner('payees').where({ organisation_id: office.organisationId, id }).update({ english_name: 'PAYEE CO LTD' })
  await anotherAccount(office, id, id.padStart(10, '8'))
  return id
}

/** Of this payee, as if verified long ago; it may take the place of one. */
export async function anotherAccount(office: SpendingOffice, payeeId: string, accountNumber: string, replacesId: string | null = null): Promise<string> {
  const [row] = await office.db.owner('payee_accounts').insert({
    organisation_id: office.organisationId, payee_id: payeeId, bank_code: '006', branch: 'แสนสุข', account_number: accountNumber, account_name: 'เจ้าของบัญชี', state: 'verified', requested_by: office.preparer.officer.userId,
    requested_at: '2023-10-01T00:00:00Z', decided_by: office.head.officer.userId, decided_at: '2023-10-02T00:00:00Z', usable_from: '2023-10-02T00:00:00Z', replaces_id: replacesId, reason: replacesId === null ? '' : 'เปลี่ยนธนาคาร',
  }).returning('id')
  return row.id
}
