import { confirmed, importRoutes, reportRoutes, stepRoutes, versionSchema, withVersion, type Report } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { idIn } from '../../platform/http/asked.ts'
import { refusals } from '../../platform/http/components.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { stockPaths as paths } from '../ledger.paths.ts'
import { formPage, gridPage, inputOf, type StockChoices } from '../stock-form/stock-form.view.ts'
import { stockText as text } from '../stock.text.ts'
import { findStock, getStockItem, isOpeningConfirmed, sumStock } from './stock.repository.ts'
import { askedStock, stockRow, stockRows } from './stock.schema.ts'
import { addStock, correctStock, decideStock, findAccountsOfStock, findDifferingStock, findEve, findStockSums, importStock, removeStock } from './stock.service.ts'
import { stockLifecycle, type StockStep } from './stock.ts'
import { accountsReport, decisionPage, removePage, stockReport } from './stock.view.ts'

const rights = { view: 'account.material:view', create: 'account.material:create', edit: 'account.material:edit', print: 'account.material:print' } as const
const views = { grid: 'documents/line-form', form: 'documents/short-form', confirm: 'documents/confirm' } as const
const list = { text: text.listTitle, href: paths.list }

export const stockRoutes: readonly Route[] = [
  ...reportRoutes({ path: paths.list, viewRight: rights.view, printRight: rights.print, menu: { menu: 'account.material' }, find: findReport }),
  ...reportRoutes({
    path: paths.accounts, viewRight: rights.view, printRight: rights.print, menu: { under: 'account.material' }, index: list,
    find: async (read) => accountsReport(await findStockSums(read), { eve: await findEve(read), office: read.actor.organisationName }),
  }),

  ...importRoutes({
    title: text.import.title, list, paths, heads: text.import.heads, right: rights.create,
    text: { ...text.import, errors: { noFile: text.errors.noFile, faults: text.errors.faults, files: text.errors.files } },
    bringIn: async (work, sheet) => text.import.done((await importStock(work, sheet)).toLocaleString('en')),
  }),

  get(paths.new, rights.create, (read, request) => showGrid(read, request)),
  post(paths.new, rights.create, { handle: async (work, request) => {
    if (typed(request, 'moreLines') !== '') return showGrid(work, request)
    const { isAsked } = await addStock(work, stockRows(request))
    return redirect(paths.list, isAsked ? text.asked : text.saved)
  }, again: (read, request, { errors }) => showGrid(read, request, errors) }),

  get(paths.editRoute, rights.edit, (read, request) => showForm(read, request)),
  post(paths.editRoute, rights.edit, { handle: async (work, request) => {
    const { isAsked } = await correctStock(work, idIn(request.params.id), { ...readForm(versionSchema, request), row: stockRow(request) })
    return redirect(paths.list, isAsked ? text.asked : text.saved)
  }, again: (read, request, { errors }) => showForm(read, request, errors) }),

  get(paths.removeRoute, rights.edit, (read, request) => askRemoval(read, request)),
  post(paths.removeRoute, rights.edit, { handle: async (work, request) => {
    await removeStock(work, idIn(request.params.id), readForm(versionSchema, request).version)
    return redirect(paths.list, text.removed)
  }, again: (read, request, { errors }) => askRemoval(read, request, errors) }),

  ...stepRoutes({ lifecycle: stockLifecycle, paths, show: async (_read, _request) => redirect(paths.list), steps: { approve: decision('approve'), refuse: decision('refuse'), withdraw: decision('withdraw') } }),
]

function decision(step: StockStep) {
  return confirmed(withVersion(decideStock(step), text.steps[step].done), async (read, request) => {
    const item = await getStockItem(read, idIn(request.params.id))
    return decisionPage(step, item, item.replacesId === null ? undefined : await getStockItem(read, item.replacesId))
  })
}

async function choicesOf(read: OfficerRead): Promise<StockChoices> {
  return { accounts: await findAccountsOfStock(read), eve: await findEve(read), isConfirmed: await isOpeningConfirmed(read) }
}

async function showGrid(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  return page(views.grid, gridPage(stockRows(request), { ...await choicesOf(read), isMore: typed(request, 'moreLines') !== '' }, errors))
}

async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const item = await getStockItem(read, idIn(request.params.id))
  const version = typed(request, 'version')
  return page(views.form, formPage(item, { ...await choicesOf(read), input: version === '' ? inputOf(item) : stockRow(request), version: version || String(item.version) }, errors))
}

async function askRemoval(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const model = removePage(await getStockItem(read, idIn(request.params.id)))
  return page(views.confirm, { ...model, pageHeader: { title: model.title }, ...refusals(errors) })
}

async function findReport(read: OfficerRead, query: FormRequest['query'], most: number): Promise<Report> {
  const filter = askedStock(query)
  return stockReport(filter, {
    ...await findStock(read, filter, most), totals: await sumStock(read, filter), all: await sumStock(read, { search: '', account: '', isWaiting: false }), accounts: await findAccountsOfStock(read),
    differing: (await findDifferingStock(read)).length, eve: await findEve(read), officer: read.actor,
  })
}
