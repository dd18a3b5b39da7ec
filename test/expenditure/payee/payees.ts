// Payees for tests, with a bank account that a second person has verified.
import { randomUUID } from 'node:crypto'
import { requestAccount, verifyAccount } from '../../../src/expenditure/payee-account/payee-account.service.ts'
import { createPayee } from '../../../src/expenditure/payee/payee.service.ts'
import { type PayeeCommand } from '../../../src/expenditure/payee/payee.ts'
import { pdf } from '../../documents/files.ts'
import { type TestDatabase } from '../../support/database.ts'
import { aLao, type Organisation } from '../../support/world.ts'
import { aPerson, type Person } from '../../receipts/school.ts'

export interface PayeeOffice {
  readonly organisation: Organisation
  /** Keeps the register. */
  readonly clerk: Person
  readonly head: Person
}

export async function aPayeeOffice(db: TestDatabase): Promise<PayeeOffice> {
  const organisation = await aLao(db)
  return { organisation, clerk: await aPerson(db, organisation, ['LAO_PROCURE']), head: await aPerson(db, organisation, ['LAO_FIN_HEAD']) }
}

/** Twelve digits and the one that checks them. */
export function taxIdOf(number: number): string {
  const digits = `0${String(105500000000 + number).slice(1)}`.padStart(12, '0').slice(0, 12)
  const total = Array.from(digits, (digit, index) => Number(digit) * (13 - index)).reduce((sum, part) => sum + part, 0)
  return `${digits}${(11 - (total % 11)) % 10}`
}

const sequence = { next: 1 }

export function aCommand(given: Partial<PayeeCommand> = {}): PayeeCommand {
  return {
    kind: 'juristic', taxId: taxIdOf(sequence.next++), branch: '00000', name: 'บริษัท วัสดุดี จำกัด', englishName: 'WASADU DEE CO LTD', address: '99 หมู่ 1', subdistrict: 'แสนสุข',
    district: 'เมืองชลบุรี', province: 'ชลบุรี', postcode: '20130', phone: '', email: '', isVatRegistered: true, isStaff: false, ...given,
  }
}

export function aPayee(clerk: Person, given: Partial<PayeeCommand> = {}): Promise<string> {
  return clerk.work((work) => createPayee(work, aCommand(given)))
}

export interface NewAccount {
  readonly number?: string
  readonly replacesId?: string
  readonly formKey?: string
}

export function askForAccount(clerk: Person, payeeId: string, given: NewAccount = {}): Promise<string> {
  return clerk.work((work) => requestAccount(work, {
    payeeId, bankCode: '006', branch: 'แสนสุข', accountNumber: given.number ?? '2060000001', accountName: 'บริษัท วัสดุดี จำกัด', replacesId: given.replacesId ?? null,
    reason: given.replacesId === undefined ? '' : 'เปลี่ยนธนาคาร', formKey: given.formKey ?? randomUUID(), files: [{ field: 'files', name: 'passbook.pdf', bytes: pdf }],
  }))
}

export async function aVerifiedAccount({ clerk, head }: Pick<PayeeOffice, 'clerk' | 'head'>, payeeId: string, given: NewAccount = {}): Promise<string> {
  const id = await askForAccount(clerk, payeeId, given)
  await head.work((work) => verifyAccount(work, id))
  return id
}
