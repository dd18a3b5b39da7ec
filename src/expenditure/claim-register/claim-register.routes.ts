import { exportPaths, exportRoutes, findOffices, getOffice, mostExported, mostPrinted, mustFit } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { page, printPage } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { findDepartments } from '../../registers/index.ts'
import { countClaims, findClaims } from '../claim/claim.repository.ts'
import { askedClaims } from '../claim/claim.schema.ts'
import { claimRegisterPaths as paths } from '../expenditure.paths.ts'
import { findClaimVouchers } from './claim-register.repository.ts'
import { registerPage, registerPaper, registerTable, type ListedClaims } from './claim-register.view.ts'

const rights = { view: 'expense.report:view', print: 'expense.report:print' } as const

export const claimRegisterRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read, request) => {
    const own = read.actor.organisationId
    const asked = askedNumbered(request, own)
    const { organisationId } = asked.filter
    await getOffice(read, organisationId)
    const found = await findClaims(read, asked.filter)
    return page('documents/list', registerPage(asked, {
      ...found, count: await countClaims(read, asked.filter), offices: await findOffices(read), own, departments: await findDepartments(read, organisationId), mayCreate: false,
      mayPrint: read.actor.permissions.has(rights.print), vouchers: await findClaimVouchers(read, organisationId, found.items.map(({ id }) => id)),
    }))
  }, under: 'expense.report' }),
  ...exportRoutes(paths.list, rights.print, async (read, request) => registerTable(await listed(read, request, mostExported))),
  get(exportPaths(paths.list).print, rights.print, async (read, request) => (
    printPage('documents/register', registerPaper(await listed(read, request, mostPrinted))))),
]

/** A draft without a number is in no register. */
function askedNumbered({ query }: FormRequest, own: string) {
  const asked = askedClaims(query, own)
  return { ...asked, filter: { ...asked.filter, isNumbered: true } }
}

async function listed(read: OfficerRead, request: FormRequest, most: number): Promise<ListedClaims> {
  const { filter } = askedNumbered(request, read.actor.organisationId)
  const office = await getOffice(read, filter.organisationId)
  const { items, hasMore } = await findClaims(read, { ...filter, after: undefined }, most)
  mustFit(items.length + (hasMore ? 1 : 0), most)
  const claims = items.toSorted((a, b) => a.fiscalYear - b.fiscalYear || (a.number ?? 0) - (b.number ?? 0))
  return { office: office.name, claims, vouchers: await findClaimVouchers(read, filter.organisationId, claims.map(({ id }) => id)), today: read.today }
}
