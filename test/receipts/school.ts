// A school with its people, ready for a day's receipts: clerk, finance officer, head of finance, one bank account, an open year.
import { randomUUID } from 'node:crypto'
import { calendarDate, type CalendarDate } from '../../src/platform/dates.ts'
import { baht } from '../../src/platform/money.ts'
import { type Officer } from '../../src/platform/database/work.ts'
import { type UploadedFile } from '../../src/platform/http/request.ts'
import { type CancelForm, type NewReceipt } from '../../src/receipts/receipt/receipt.ts'
import { cancelReceipt, confirmCancel, recordReceipt } from '../../src/receipts/receipt/receipt.service.ts'
import { confirmSummary, prepareSummary } from '../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { createRemittance, receiveRemittance, submitRemittance } from '../../src/receipts/remittance/remittance.service.ts'
import { pdf } from '../documents/files.ts'
import { type TestDatabase } from '../support/database.ts'
import { aLao, anOfficer, anOpenOffice, asOfficer, aSubUnit, type Acting, type Organisation } from '../support/world.ts'

export const tuition = '4404050101.001'
export const rent = '4404050107.001'
export const savings = '1101030102.001'
export const cashOnHand = '1101010101.001'

/** testNow is noon of 20 November 2026. */
export const today = calendarDate('2026-11-20')
export const yesterday = calendarDate('2026-11-19')

export type Person = Acting & { readonly officer: Officer }

export interface School {
  readonly organisation: Organisation
  readonly lao: Organisation
  readonly clerk: Person
  readonly finance: Person
  readonly head: Person
  readonly bankAccountId: string
}

export async function aSchool(db: TestDatabase, kind = '05', parent?: Organisation): Promise<School> {
  const lao = parent ?? await aLao(db)
  const at = await aSubUnit(db, { lao, kind })
  const { officer, bankAccountId, ...acting } = await anOpenOffice(db, { at, groups: ['SUB_FINANCE'] })
  return {
    organisation: at, lao, bankAccountId, finance: { ...acting, officer },
    clerk: await aPerson(db, at, ['SUB_CLERK']), head: await aPerson(db, at, ['SUB_FIN_HEAD']),
  }
}

export async function aPerson(db: TestDatabase, at: Organisation, groups: readonly string[]): Promise<Person> {
  const officer = await anOfficer(db, { at, groups })
  return { ...asOfficer(db, officer), officer }
}

export interface Given {
  readonly amount?: string
  readonly book?: string
  readonly sheet?: number
  readonly date?: CalendarDate
  readonly income?: string
  /** What of the register of its account it names. */
  readonly key?: string
  /** Into this bank account instead of cash. */
  readonly transferTo?: string
  readonly formKey?: string
}

const sheets = { next: 1 }

export function aReceipt(given: Given = {}): NewReceipt {
  const amount = baht(given.amount ?? '100.00')
  const means = given.transferTo === undefined ? { means: 'cash' as const, bankAccountId: null } : { means: 'transfer' as const, bankAccountId: given.transferTo }
  return {
    formKey: given.formKey ?? randomUUID(), receiptDate: given.date ?? today, payer: 'นางสมศรี มีสุข', remark: '',
    paper: { kind: 'handwritten', book: given.book ?? '900', sheet: given.sheet ?? sheets.next++ },
    lines: [{ row: 0, incomeCode: given.income ?? tuition, key: given.key, description: '', amount }],
    payments: [{ row: 0, ...means, reference: '', amount }],
  }
}

export const aFile: UploadedFile = { field: 'files', name: 'รายงานประจำวัน.pdf', bytes: pdf }

export function anEvidence(given: Given = {}): NewReceipt {
  return { ...aReceipt(given), paper: { kind: 'evidence', evidenceKind: 'program-report', reference: '' } }
}

export function record(who: Person, given: Given = {}): Promise<string> {
  return who.work((work) => recordReceipt(work, aReceipt(given)))
}

export interface SlipOf {
  readonly receiptIds: readonly string[]
  readonly date?: CalendarDate
  /** null: in the safe. */
  readonly bank?: string | null
  readonly formKey?: string
  /** With what colleagues recorded. */
  readonly isForAll?: boolean
}

export function cancel(who: Person, id: string, form: Partial<CancelForm> = {}): Promise<void> {
  return who.work((work) => cancelReceipt(work, id, { version: 1, cause: 'paper', reason: 'เขียนผิด', ...form }))
}

/** Asked for by who keyed it, confirmed by the head. */
export async function cancelPaper(school: Pick<School, 'clerk' | 'head'>, id: string, version = 1): Promise<void> {
  await cancel(school.clerk, id, { version })
  await school.head.work((work) => confirmCancel(work, id, version + 1))
}

export function draftSlip(who: Person, given: SlipOf): Promise<string> {
  const { receiptIds, date = today, bank = null, formKey = randomUUID(), isForAll = false } = given
  return who.work((work) => createRemittance(work, { receiptIds, slipDate: date, cashBankAccountId: bank, isCashPlaced: true, isForAll, remark: '', formKey }))
}

/** Submitted by the clerk and received by finance. */
export async function receivedSlip(school: School, given: SlipOf): Promise<string> {
  const id = await draftSlip(school.clerk, given)
  await school.clerk.work((work) => submitRemittance(work, id, 1))
  await school.finance.work((work) => receiveRemittance(work, id, 2))
  return id
}

export function prepare(who: Person, date: CalendarDate = today, formKey: string = randomUUID()): Promise<string> {
  return who.work((work) => prepareSummary(work, { summaryDate: date, remark: '', formKey }))
}

/** One receipt all the way to its voucher. */
export async function aConfirmedDay(school: School, given: Given & { bank?: string | null } = {}): Promise<{ receipt: string; slip: string; summary: string }> {
  const receipt = await record(school.clerk, given)
  const slip = await receivedSlip(school, { receiptIds: [receipt], date: given.date ?? today, bank: given.bank ?? null })
  const summary = await prepare(school.finance, given.date)
  await school.head.work((work) => confirmSummary(work, summary, 1))
  return { receipt, slip, summary }
}
