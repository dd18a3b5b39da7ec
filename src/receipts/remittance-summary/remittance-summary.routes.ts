import { randomUUID } from 'node:crypto'
import {
  findOffices, findTrail, getOffice, mostExported, mustFit, printRoute, stepRoutes, tableRoutes, trailRows, withReason, withVersion,
} from '../../documents/index.ts'
import { ledgerPaths, signsAlone } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { idIn, organisationIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { summaryPaths as paths } from '../receipts.paths.ts'
import { receiptsText } from '../receipts.text.ts'
import { officesBelow } from '../receipts.view.ts'
import { findSummaries, findWaitingDays, totalSummaries } from './remittance-summary.repository.ts'
import { askedSummaries, newSummarySchema } from './remittance-summary.schema.ts'
import { cancelSummary, confirmSummary, gatherSlips, getSummary, prepareSummary, reverseSummary } from './remittance-summary.service.ts'
import { exportTable, formPage, listPage, printPage, showPage, type SummaryInput } from './remittance-summary.view.ts'
import { summaryLifecycle } from './remittance-summary.ts'

const text = receiptsText.summary
const kind = 'remittance-summary'
const rights = { view: 'revenue.remitsum:view', create: 'revenue.remitsum:create', print: 'revenue.remitsum:print' } as const
const views = {
  list: 'documents/list', form: 'receipts/remittance-summary/form', show: 'receipts/remittance-summary/show',
  print: 'receipts/remittance-summary/print',
} as const

export const summaryRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read, request) => {
    const own = read.actor.organisationId
    const asked = askedSummaries(request.query, own)
    await getOffice(read, asked.filter.organisationId)
    const found = { ...await findSummaries(read, asked.filter), listTotals: await totalSummaries(read, asked.filter) }
    const mayCreate = read.actor.permissions.has(rights.create)
    return page(views.list, listPage(asked, { ...found, offices: await findOffices(read, officesBelow), mayCreate }, read.actor))
  }, menu: 'revenue.remitsum' }),

  ...tableRoutes(paths.list, rights.print, async (read, request) => {
    const filter = { ...askedSummaries(request.query, read.actor.organisationId).filter, after: undefined }
    const office = await getOffice(read, filter.organisationId)
    const { items, hasMore } = await findSummaries(read, filter, mostExported)
    mustFit(items.length + Number(hasMore), mostExported)
    return exportTable(items, { office: office.name, totals: await totalSummaries(read, filter) })
  }),

  get(paths.new, rights.create, (read, request) => showForm(read, request)),
  post(paths.new, rights.create, { handle: async (work, request) => {
    const id = await prepareSummary(work, readForm(newSummarySchema, request))
    return redirect(paths.show(id), text.saved)
  }, again: (read, request, refusal) => showForm(read, request, refusal.errors) }),

  get(paths.showRoute, rights.view, (read, request) => showSummary(read, request)),

  ...stepRoutes({ lifecycle: summaryLifecycle, paths, show: showSummary, steps: {
    gather: withVersion(gatherSlips, text.done.gather),
    cancel: withVersion(cancelSummary, text.done.cancel),
    confirm: withVersion(confirmSummary, text.done.confirm),
    reverse: withReason(reverseSummary, text.done.reverse),
  } }),

  printRoute(paths.printRoute, rights.print, { kind, view: views.print, find: async (read, request) => {
    const shown = await shownSummary(read, { id: idIn(request.params.id), organisationId: read.actor.organisationId })
    if (shown.summary.number === null || shown.summary.slips.length === 0) throw new NotFound('summary without number or slips')
    return { id: shown.summary.id, pageOf: (mark) => printPage(shown, mark) }
  } }),
]

async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const input: SummaryInput = {
    formKey: typed(request, 'formKey') || randomUUID(), summaryDate: typed(request, 'summaryDate'), remark: typed(request, 'remark'),
  }
  return page(views.form, formPage(input, await findWaitingDays(read), errors))
}

async function showSummary(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const organisationId = organisationIn(request.query, read.actor.organisationId)
  return page(views.show, showPage(await shownSummary(read, { id: idIn(request.params.id), organisationId }), errors))
}

async function shownSummary(read: OfficerRead, asked: { id: string; organisationId: string }) {
  const summary = await getSummary(read, asked.organisationId, asked.id)
  const trail = trailRows(await findTrail(read, asked.organisationId, { kind, id: summary.id }), text.trail)
  return { summary, isAlone: await signsAlone(read, summary), trail, officer: read.actor, voucherPath: ledgerPaths.voucher }
}
