// Routes that the registers of procurement share: the register with its paper and files.
import { daysLine, exportRoutes, findOffices, getOffice, mostExported, mostPrinted, mustFit } from '../../documents/index.ts'
import { type FoundPage } from '../../platform/database/heads.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type PageHeader } from '../../platform/http/components.ts'
import { page, printPage } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, type Permission, type Route } from '../../platform/http/route.ts'
import { askedPurchases } from './purchase-desk.schema.ts'
import { type PurchaseFilter } from './purchase-desk.ts'
import { exportTable, registerPage, registerPaper, type ListedPurchases, type RegisterColumn, type RegisterWords } from './purchase-desk.view.ts'

export type PurchaseLeaf = 'expense.request' | 'expense.contract' | 'expense.accept' | 'expense.guarantee' | 'expense.egp' | 'expense.cheque' | 'expense.pay' | 'expense.voucherreq'

export function rightsOf<L extends PurchaseLeaf>(leaf: L) {
  const right = <A extends 'view' | 'create' | 'edit' | 'print'>(action: A): Permission => `${leaf}:${action}`
  return { view: right('view'), create: right('create'), edit: right('edit'), print: right('print') }
}

export interface RegisterDesk<T extends { readonly id: string }, S extends string> extends Omit<RegisterWords<T, S>, 'columns'> {
  readonly leaf: PurchaseLeaf
  /** The leaf of the menu that leads here; a further register stands under it. */
  readonly menu: { readonly menu: string } | { readonly under: string }
  readonly states: readonly S[]
  /** Whether a new one begins at the register itself. */
  readonly hasNew: boolean
  /** For whoever looks. */
  columns(read: OfficerRead): readonly RegisterColumn<T>[] | Promise<readonly RegisterColumn<T>[]>
  find(read: OfficerRead, filter: PurchaseFilter<S>, most?: number): Promise<FoundPage<T>>
  /** Further buttons above the register. */
  readonly links?: NonNullable<PageHeader['actions']>
  /** What the register warns of. */
  notices?(read: OfficerRead): Promise<readonly string[]>
}

export function registerRoutes<T extends { readonly id: string }, S extends string>(desk: RegisterDesk<T, S>): Route[] {
  const { paths, leaf } = desk
  const rights = rightsOf(leaf)
  const words = async (read: OfficerRead): Promise<RegisterWords<T, S>> => ({ text: desk.text, paths, columns: await desk.columns(read), ...(desk.counts && { counts: desk.counts }) })
  return [
    get(paths.list, rights.view, { handle: async (read, request) => {
      const own = read.actor.organisationId
      const asked = askedPurchases(request.query, own, desk.states)
      await getOffice(read, asked.filter.organisationId)
      const { permissions } = read.actor
      const found = {
        ...await desk.find(read, asked.filter), offices: await findOffices(read), mayCreate: desk.hasNew && permissions.has(rights.create), mayPrint: permissions.has(rights.print),
      }
      const list = registerPage(await words(read), asked, found)
      const pageHeader = { ...list.pageHeader, actions: [...list.pageHeader.actions ?? [], ...desk.links ?? []] }
      return page('expenditure/purchase-desk/list', { ...list, pageHeader, notices: await desk.notices?.(read) ?? [] })
    }, ...desk.menu }),
    get(`${paths.list}/print`, rights.print, async (read, request) => (
      printPage('documents/register', registerPaper(await words(read), await listed(desk, read, { request, most: mostPrinted }))))),
    ...exportRoutes(paths.list, rights.print, async (read, request) => (
      exportTable(await words(read), await listed(desk, read, { request, most: mostExported })))),
  ]
}

/** What leaves the screen is whole or does not leave. */
async function listed<T extends { readonly id: string }, S extends string>(
  desk: RegisterDesk<T, S>, read: OfficerRead, { request, most }: { readonly request: FormRequest; readonly most: number },
): Promise<ListedPurchases<T>> {
  const { filter, days } = askedPurchases(request.query, read.actor.organisationId, desk.states)
  const office = await getOffice(read, filter.organisationId)
  const { items, hasMore } = await desk.find(read, filter, most)
  mustFit(items.length + (hasMore ? 1 : 0), most)
  return { office: office.name, items, today: read.today, days: daysLine(days.typed, read.today) }
}
