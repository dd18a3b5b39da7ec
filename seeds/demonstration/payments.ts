// What the town needs before its first claim: payees, a current account with money and a cheque book, who signs. Through the services.
import { randomUUID } from 'node:crypto'
import { type Knex } from 'knex'
import { createBook, createPayee, type PayeeCommand } from '../../src/expenditure/index.ts'
import { approveJournal, createJournal, journalBooks } from '../../src/ledger/index.ts'
import { createBankAccount, createSignatory, findBankAccounts, type SignatoryRole } from '../../src/registers/index.ts'
import { fiscalYearOf, fiscalYearPeriod } from '../../src/platform/dates.ts'
import { ownOrigin, type Database, type Officer } from '../../src/platform/database/work.ts'

export interface PayingPeople {
  /** LAO_FINANCE */
  readonly finance: Officer
  /** LAO_FIN_HEAD */
  readonly head: Officer
  /** LAO_ACCOUNT */
  readonly accountant: Officer
}

const [current, savings] = ['1101030101.001', '1101030102.001']
const place = { branch: '00000', englishName: '', subdistrict: 'แสนสุข', district: 'เมืองชลบุรี', province: 'ชลบุรี', postcode: '20130', phone: '', email: '', isStaff: false } as const

const payees: readonly PayeeCommand[] = [
  { ...place, kind: 'state_body', taxId: null, name: 'การไฟฟ้าส่วนภูมิภาค สาขาบางแสน', address: '1 ถนนลงหาดบางแสน', isVatRegistered: true },
  { ...place, kind: 'juristic', taxId: '0205560000001', name: 'บริษัท บางแสนบริการสะอาด จำกัด', address: '99/1 ถนนสุขุมวิท', isVatRegistered: true },
  { ...place, kind: 'individual', taxId: '3200100123450', name: 'นายประเสริฐ ทะเลทอง', address: '12 หมู่ 3', isVatRegistered: false },
]

const signers: readonly { readonly role: SignatoryRole; readonly name: string; readonly position: string }[] = [
  { role: 'head_of_finance', name: 'นายสมชาย ใจดี', position: 'ผู้อำนวยการกองคลัง' }, { role: 'clerk', name: 'นางวรรณา สุขใจ', position: 'ปลัดเทศบาล' },
  { role: 'executive', name: 'นางสาวสมหญิง รักษ์ไทย', position: 'นายกเทศมนตรี' },
]

/** Once: an office that has a payee keeps what it has. */
export async function preparePayments(owner: Knex, database: Database, { finance, head, accountant }: PayingPeople): Promise<void> {
  const made = await owner('payees').where({ organisation_id: finance.organisationId }).first('id')
  if (made) return
  await database.work(finance, ownOrigin, async (work) => {
    for (const payee of payees) await createPayee(work, payee)
  })
  const bankAccountId = await database.work(head, ownOrigin, async (work) => {
    const { from: validFrom } = fiscalYearPeriod(fiscalYearOf(work.today))
    for (const signer of signers) await createSignatory(work, { ...signer, actingFor: '', orderNumber: '', validFrom, validUntil: null })
    return createBankAccount(work, { bankName: 'ธนาคารกรุงไทย', branch: 'บางแสน', accountNumber: '2300000017', accountName: head.organisationName, kind: 'current' })
  })
  await fundAccount(database, { maker: accountant, head, bankAccountId })
  await database.work(finance, ownOrigin, (work) => createBook(work, {
    formKey: randomUUID(), bankAccountId, book: '1', firstNumber: '20570001', lastNumber: '20570025', receivedOn: work.today, remark: '',
  }))
}

/** From the savings account, so that cheques have something to stand on. */
async function fundAccount(database: Database, { maker, head, bankAccountId }: { readonly maker: Officer; readonly head: Officer; readonly bankAccountId: string }): Promise<void> {
  const book = journalBooks.journal
  const id = await database.work(maker, ownOrigin, async (work) => {
    const from = (await findBankAccounts(work, { activeOnly: true })).find((account) => account.accountCode === savings)
    const row = { counterparty: '', memo: '' }
    return createJournal(work, book, {
      type: 'JV', documentDate: work.today, description: 'โอนเงินเข้าบัญชีกระแสรายวันเพื่อจ่ายเช็ค', reference: '', isSubmitted: true, formKey: randomUUID(), rows: [
        { ...row, account: current, key: bankAccountId, debit: '2,000,000.00', credit: '' }, { ...row, account: savings, key: from?.id ?? '', debit: '', credit: '2,000,000.00' },
      ],
    })
  })
  await database.work(head, ownOrigin, (work) => approveJournal(work, { book, id }, 2))
}
