import { findOffices, getOffice, reportRoutes, type Report } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { type Route } from '../../platform/http/route.ts'
import { creditorText as text } from '../creditor.text.ts'
import { creditorPaths as paths, reportPaths } from '../expenditure.paths.ts'
import { reportText } from '../report.text.ts'
import { findCreditorLines, findPayableAccounts, sumPayables } from './creditor.repository.ts'
import { askedCreditors } from './creditor.schema.ts'
import { creditorsOf, openDebts, type Creditor, type Debt } from './creditor.ts'
import { creditorsReport, debtsReport, type FoundCreditors } from './creditor.view.ts'

const rights = { viewRight: 'expense.payable:view', printRight: 'expense.payable:print', menu: { under: 'expense.payable' } } as const

export const creditorRoutes: readonly Route[] = [
  ...reportRoutes({ ...rights, path: paths.list, index: { text: reportText.title, href: reportPaths.list }, find: async (read, query, most) => creditorsReport(await creditorsIn(read, query, most)) }),
  ...reportRoutes({ ...rights, path: paths.debts, index: { text: text.listTitle, href: paths.list }, find: async (read, query, most): Promise<Report> => debtsReport(await debtsIn(read, query, most)) }),
]

type Query = FormRequest['query']

async function creditorsIn(read: OfficerRead, query: Query, most: number): Promise<FoundCreditors<Creditor>> {
  const { found, debts } = await foundIn(read, query)
  return { ...found, debts, ...pageOf(creditorsOf(debts, found.asked.day), found.asked.after, { most, name: ({ accountCode, key }) => `${accountCode}_${key}` }) }
}

async function debtsIn(read: OfficerRead, query: Query, most: number): Promise<FoundCreditors<Debt>> {
  const { found, debts } = await foundIn(read, query)
  return { ...found, debts, ...pageOf(debts, found.asked.after, { most, name: ({ accountCode, key, voucher }) => `${accountCode}_${key}_${voucher.id}` }) }
}

async function foundIn(read: OfficerRead, query: Query) {
  const own = read.actor.organisationId
  const asked = askedCreditors(query, own, read.today)
  const office = await getOffice(read, asked.organisationId)
  const debts = openDebts(await findCreditorLines(read, asked)).filter((debt) => isAsked(debt, asked))
  const isWhole = asked.search === '' && asked.key === undefined
  const found = {
    asked, office, own, offices: await findOffices(read), accounts: await findPayableAccounts(read), permissions: read.actor.permissions,
    ledger: isWhole ? await sumPayables(read, { organisationId: asked.organisationId, day: asked.day, accountCode: asked.accountCode }) : undefined,
  }
  return { found, debts }
}

function isAsked(debt: Debt, { accountCode, key, search }: ReturnType<typeof askedCreditors>): boolean {
  return (accountCode === undefined || debt.accountCode === accountCode) && (key === undefined || debt.key === key) && (search === '' || debt.name.includes(search) || debt.taxId === search)
}

/** The rows after the one that is named. */
function pageOf<T>(all: readonly T[], after: string | undefined, { most, name }: { readonly most: number; name(item: T): string }) {
  const from = after === undefined ? 0 : all.findIndex((item) => name(item) === after) + 1
  const items = all.slice(from, from + most)
  const last = items.at(-1)
  return { items, all: all.length, after: from + most < all.length && last !== undefined ? name(last) : undefined }
}
