// An LAO with the people of its counter, and what their receipts name: keys of registers, notices of subsidies.
import { randomUUID } from 'node:crypto'
import { postLines, type PostingLine } from '../../src/ledger/index.ts'
import { baht } from '../../src/platform/money.ts'
import { saveSubLedgerKey } from '../../src/registers/index.ts'
import { issueReceipt } from '../../src/receipts/counter/counter.service.ts'
import { type NewIssued } from '../../src/receipts/counter/counter.ts'
import { getDeposit } from '../../src/receipts/deposit/deposit.repository.ts'
import { createDeposit } from '../../src/receipts/deposit/deposit.service.ts'
import { type NewLine } from '../../src/receipts/income-line/income-line.ts'
import { type NewPayment, type PayerFacts } from '../../src/receipts/receipt/receipt.ts'
import { type TestDatabase } from '../support/database.ts'
import { anOpenOffice, organisation, type Organisation } from '../support/world.ts'
import { aPerson, today, type Person, type School } from './school.ts'

/** The collector issues and remits, finance receives and sums up, the head confirms. */
export async function aCounter(db: TestDatabase, at?: Organisation): Promise<School> {
  const office = at ?? await aTown(db)
  const { officer, bankAccountId, ...acting } = await anOpenOffice(db, { at: office, groups: ['LAO_FINANCE'] })
  return {
    organisation: office, lao: office, bankAccountId, finance: { ...acting, officer }, clerk: await aPerson(db, office, ['LAO_REVENUE']),
    head: await aPerson(db, office, ['LAO_FIN_HEAD']),
  }
}

const towns = { next: 0 }

/** เทศบาลตำบล: it collects signboard tax, and no tax of a province. Another one for each call. */
async function aTown(db: TestDatabase): Promise<Organisation> {
  const row = await db.owner('organisations').where({ lao_kind: 'SUBDISTRICT_MUNI' }).orderBy('code').offset(towns.next++).first('code')
  return organisation(db, row.code)
}

export const waste = '41210008'
export const signboard = '41100003'

/** A tax id whose last digit is right. */
export const aNumber = '0205560000001'

export interface Given {
  readonly lines?: readonly (Partial<NewLine> & { readonly amount: NewLine['amount'] })[]
  readonly payments?: readonly NewPayment[]
  readonly payer?: string
  readonly payerFacts?: PayerFacts
  readonly formKey?: string
}

/** In cash, unless payments are given. */
export function issuing({ lines = [{ amount: baht('100') }], payments, payer = 'นางสมศรี มีสุข', payerFacts = { kind: 'person', number: '', address: '' }, formKey = randomUUID() }: Given = {}): NewIssued {
  const rows = lines.map((line, row) => ({ row, incomeCode: waste, description: '', ...line }))
  const inCash: NewPayment[] = rows.map(({ amount }) => ({ row: 0, means: 'cash', bankAccountId: null, reference: '', amount }))
  return { formKey, payer, remark: '', payerFacts, lines: rows, payments: payments ?? inCash }
}

export function issue(who: Person, given: Given = {}): Promise<string> {
  return who.work((work) => issueReceipt(work, issuing(given)))
}

/** One line. */
export function issueFor(who: Person, incomeCode: string, given: { amount: string; key?: string }): Promise<string> {
  return issue(who, { lines: [{ incomeCode, amount: baht(given.amount), key: given.key }] })
}

export async function aKey(who: Person, kind: string, key: string): Promise<string> {
  await who.work((work) => saveSubLedgerKey(work, { kind, key, name: `ชื่อ ${key}`, registerId: null, isOpen: true }))
  return key
}

/** An item of เงินรับฝาก of this kind: its key. */
export async function anItem(who: Person, kindCode: string): Promise<string> {
  const id = await who.work((work) => createDeposit(work, { formKey: randomUUID(), kindCode, depositor: 'หจก.ยื่นซอง', depositorNumber: '', reference: 'ประกวดราคา 3/2570', dueDate: null, remark: '' }))
  return (await who.read((read) => getDeposit(read, who.officer.organisationId, id))).key
}

/** So much is owed under the key: as a closing of a year would have set it up. */
export async function owed(db: TestDatabase, at: School, place: { account: string; key: string; amount: string }): Promise<void> {
  const amount = baht(place.amount)
  const lines: PostingLine[] = [
    { side: 'D', accountCode: place.account, subKey: place.key, amount }, { side: 'C', accountCode: '3102010101.001', amount },
  ]
  const maker = await aPerson(db, at.organisation, [])
  await at.head.work((work) => postLines(work, {
    lines, type: 'JV', documentDate: today, description: 'ตั้งลูกหนี้', event: 'owed', source: { kind: 'test', id: String(keys.next++) }, preparedBy: maker.officer.userId,
  }))
}

const keys = { next: 1 }

/** A notice of a subsidy that stands, with its key in the books. */
export async function aNotice(db: TestDatabase, at: School): Promise<{ readonly id: string; readonly number: string }> {
  const number = keys.next++
  const [row] = await db.owner('budget_documents').insert({
    organisation_id: at.organisation.id, kind: 'grant', state: 'notified', fiscal_year: 2570, series: 'GRN', number, document_date: today, title: 'ก่อสร้างถนน',
    source_code: '3002', total: '500000.00', prepared_by: at.clerk.officer.userId, prepared_at: db.clock.now(),
  }).returning('id')
  const name = `GRN-${String(number).padStart(5, '0')}/70`
  await at.head.work((work) => saveSubLedgerKey(work, { kind: 'grant', key: name, name: 'ก่อสร้างถนน', registerId: row.id, isOpen: true }))
  return { id: row.id, number: name }
}
