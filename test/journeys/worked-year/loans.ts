// Money lent to staff, from the granted contract to what came back.
import { randomUUID } from 'node:crypto'
import { approveClearing, createClearing } from '../../../src/expenditure/clearing/clearing.service.ts'
import { claimLoan } from '../../../src/expenditure/loan/loan.service.ts'
import { findClaimsOf } from '../../../src/expenditure/claim/claim.repository.ts'
import { type CalendarDate } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'
import { aGrantedLoan, loanNow } from '../../expenditure/loan/loans.ts'
import { carriedThrough } from '../../expenditure/world.ts'
import { keep, kept, paid } from './claims.ts'
import { lineOfItem, payeeOf, type World } from './world.ts'

export interface AskedLoan {
  readonly label: string
  readonly borrower: string
  readonly item: string
  readonly amount: string
  readonly kind: 'training' | 'travel'
  readonly returnDate?: CalendarDate
}

export async function lent(world: World, on: CalendarDate, { label, borrower, item, amount, kind, returnDate = on }: AskedLoan): Promise<void> {
  const { lao, books } = world
  const id = await aGrantedLoan(lao, [{ budgetLineId: lineOfItem(world, item).id, description: 'ประมาณการค่าใช้จ่าย', amount: baht(amount) }], {
    payeeId: await payeeOf(world, borrower, { kind: 'individual' }), loanDate: on, kind, ...(kind === 'travel' && { returnDate }) })
  keep(world, label, id)
  const { version } = await loanNow(lao, id)
  await lao.preparer.work((work) => claimLoan(work, id, version))
  const [claim] = await lao.head.read((read) => findClaimsOf(read, { kind: 'loan', id }))
  books.name('LAO01', { kind: 'loan_contract', key: `LON${id}` }, label)
  await paid(world, on, { by: 'current', claims: [await carriedThrough(lao, claim?.id ?? '')] })
}

/** Vouchers handed in, and approved. */
export async function cleared(world: World, on: CalendarDate, { label, item, account, amount }: { readonly label: string; readonly item: string; readonly account: string; readonly amount: string }): Promise<void> {
  const { lao } = world
  const id = await lao.preparer.work((work) => createClearing(work, {
    loanId: kept(world, label), clearingDate: on, receiptReference: '', remark: '', formKey: randomUUID(),
    lines: [{ budgetLineId: lineOfItem(world, item).id, accountCode: account, description: 'บก.1/2568', amount: baht(amount) }],
  }))
  await lao.head.work((work) => approveClearing(work, id, 1))
}
