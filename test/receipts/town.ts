// A town with its people, ready for money held for others: revenue and finance officers, head of finance, one bank account, an open year.
import { postVoucher } from '../../src/ledger/index.ts'
import { type CalendarDate } from '../../src/platform/dates.ts'
import { baht, zero } from '../../src/platform/money.ts'
import { receiptsPosting } from '../../src/receipts/receipts.posting.ts'
import { type TestDatabase } from '../support/database.ts'
import { anOpenOffice, organisation } from '../support/world.ts'
import { aPerson, today, type School } from './school.ts'

const towns = { next: 0 }

/** The names of a school, for an LAO: another subdistrict municipality for each call. */
export async function aTown(db: TestDatabase): Promise<School> {
  const { code } = await db.owner('organisations').where({ lao_kind: 'SUBDISTRICT_MUNI' }).orderBy('code').offset(towns.next++).first('code')
  const at = await organisation(db, code)
  const { officer, bankAccountId, ...acting } = await anOpenOffice(db, { at, groups: ['LAO_FINANCE'] })
  return {
    organisation: at, lao: at, bankAccountId, finance: { ...acting, officer }, clerk: await aPerson(db, at, ['LAO_REVENUE']), head: await aPerson(db, at, ['LAO_FIN_HEAD', 'LAO_ACCOUNT']),
  }
}

export interface MoneyIn {
  readonly account: string
  readonly key?: string
  readonly amount: string
  readonly date?: CalendarDate
  readonly kept?: boolean
  readonly revenueCode?: string
}

const sequence = { next: 900_000 }

/** Money in the books as a day's summary brings it there. */
export async function moneyIn({ head, finance, bankAccountId }: School, given: MoneyIn): Promise<void> {
  const amount = baht(given.amount)
  await head.work((work) => postVoucher(work, {
    rules: receiptsPosting, event: 'remittance-summary.confirmed', type: 'RV', documentDate: given.date ?? today, source: { kind: 'remittance-summary', id: String(sequence.next++) },
    description: 'รับเงิน', preparedBy: finance.officer.userId, facts: {
      amounts: { kept: given.kept ? amount : zero },
      lists: {
        banks: given.kept ? [] : [{ accountCode: '1101030102.001', bankAccountId, amount }],
        incomes: [{ accountCode: given.account, subKey: given.key, revenueCode: given.revenueCode, amount }],
      },
    },
  }))
}
