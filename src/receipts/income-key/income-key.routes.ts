// Proposals for the box of a line's register while one types: the keys that the account of the chosen income may name.
import { getOffice } from '../../documents/index.ts'
import { findUnits, searchKeys } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearOf } from '../../platform/dates.ts'
import { json } from '../../platform/http/reply.ts'
import { get, type Permission, type Route } from '../../platform/http/route.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { findItemKinds, searchItems } from '../deposit/deposit.repository.ts'
import { findIncomeItems } from '../income-item/income-item.repository.ts'
import { contractSecurity, isDeposit, itemIn, refundKind, type IncomeItem } from '../income-item/income-item.ts'
import { findNamedRefunds } from '../income-line/income-line.service.ts'
import { incomePaths as paths } from '../receipts.paths.ts'

const mostProposed = 20

export const incomeKeyRoutes: readonly Route[] = keyRoutes(paths.keys, 'revenue.receipt:create', 'incomeCode')

/** `column`: the cell of the form that holds the income. */
export function keyRoutes(path: string, right: Permission, column: string): Route[] {
  return [get(path, right, async (read, { query }) => {
    const office = await getOffice(read, read.actor.organisationId)
    const item = itemIn(await findIncomeItems(read, office, fiscalYearOf(read.today)), normalizeThai(query[column] ?? ''))
    const search = normalizeThai(query.q ?? '').slice(0, 100)
    const found = item === undefined || item === 'ambiguous' ? [] : await findProposals(read, item, search)
    return json({ found: found.slice(0, mostProposed) })
  })]
}

async function findProposals(read: OfficerRead, item: IncomeItem, search: string): Promise<string[]> {
  if (item.code === refundKind) return (await findNamedRefunds(read, { search, on: read.today })).map(({ name }) => name)
  if (item.isPaired || item.unitAccount !== undefined) {
    const units = (await findUnits(read)).map(({ code, name }) => `${code} ${name}`)
    return units.filter((unit) => unit.includes(search))
  }
  if (isDeposit(item)) return (await findHolders(read, item, search)).map(({ key, name }) => `${key} ${name}`)
  return item.register === null ? [] : (await searchKeys(read, item.register.kind, search)).map(({ key, name }) => `${key} ${name}`)
}

/** Items of this kind; for the security of a contract the contracts too. */
async function findHolders(read: OfficerRead, item: IncomeItem, search: string) {
  const items = await searchItems(read, item.code, search)
  if (item.code !== contractSecurity || item.register === null) return items
  const keys = await searchKeys(read, item.register.kind, search)
  const kinds = await findItemKinds(read, keys.map(({ key }) => key))
  return [...items, ...keys.filter(({ key }) => !kinds.has(key))]
}
