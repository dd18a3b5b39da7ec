import { randomUUID } from 'node:crypto'
import { findTrail, printMark, recordPrint, trailRows } from '../../documents/index.ts'
import { ledgerPaths } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, printPage as printReply, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Permission, type PostRoute, type Route } from '../../platform/http/route.ts'
import { idIn, organisationIn, reasonSchema, versionSchema } from '../asked.ts'
import { findOffices, getOffice } from '../office/office.repository.ts'
import { summaryPaths as paths } from '../receipts.paths.ts'
import { receiptsText } from '../receipts.text.ts'
import { findSummaries, findWaitingDays } from './remittance-summary.repository.ts'
import { askedSummaries, newSummarySchema } from './remittance-summary.schema.ts'
import { cancelSummary, confirmSummary, gatherSlips, getSummary, prepareSummary, reverseSummary } from './remittance-summary.service.ts'
import { formPage, listPage, printPage, showPage, type SummaryInput } from './remittance-summary.view.ts'

const text = receiptsText.summary
const kind = 'remittance-summary'
const rights = {
  view: 'revenue.remitsum:view', create: 'revenue.remitsum:create', approve: 'revenue.remitsum:approve', print: 'revenue.remitsum:print',
} as const
const views = {
  list: 'receipts/remittance-summary/list', form: 'receipts/remittance-summary/form', show: 'receipts/remittance-summary/show',
  print: 'receipts/remittance-summary/print',
} as const

export const summaryRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read, request) => {
    const own = read.actor.organisationId
    const asked = askedSummaries(request.query, own)
    await getOffice(read, asked.filter.organisationId)
    const found = await findSummaries(read, asked.filter)
    const mayCreate = read.actor.permissions.has(rights.create)
    return page(views.list, listPage(asked, { ...found, offices: await findOffices(read), mayCreate }, own))
  }, menu: 'revenue.remitsum' }),

  get(paths.new, rights.create, (read, request) => showForm(read, request)),
  post(paths.new, rights.create, { handle: async (work, request) => {
    const id = await prepareSummary(work, readForm(newSummarySchema, request))
    return redirect(paths.show(id), text.saved)
  }, again: (read, request, refusal) => showForm(read, request, refusal.errors) }),

  get(paths.showRoute, rights.view, (read, request) => showSummary(read, request)),

  step('gather', rights.create, (work, { id, request }) => gatherSlips(work, id, readForm(versionSchema, request).version)),
  step('cancel', rights.create, (work, { id, request }) => cancelSummary(work, id, readForm(versionSchema, request).version)),
  step('confirm', rights.approve, (work, { id, request }) => confirmSummary(work, id, readForm(versionSchema, request).version)),
  step('reverse', rights.approve, (work, { id, request }) => reverseSummary(work, id, readForm(reasonSchema, request))),

  // A print is noted, so it is asked for by POST; what comes back is the paper itself.
  post(paths.printRoute, rights.print, async (work, request) => {
    const shown = await shownSummary(work, { id: idIn(request.params.id), organisationId: work.actor.organisationId })
    if (shown.summary.number === null || shown.summary.slips.length === 0) throw new NotFound('summary without number or slips')
    const before = await recordPrint(work, { kind, id: shown.summary.id })
    return printReply(views.print, printPage(shown, printMark(before)))
  }),
]

type StepName = 'gather' | 'cancel' | 'confirm' | 'reverse'

type Act = (work: OfficerWork, given: { id: string; request: FormRequest }) => Promise<void>

function step(name: StepName, right: Permission, act: Act): PostRoute {
  return post(paths.stepRoute(name), right, { handle: async (work, request) => {
    const id = idIn(request.params.id)
    await act(work, { id, request })
    return redirect(paths.show(id), text.done[name])
  }, again: (read, request, refusal) => showSummary(read, request, refusal.errors) })
}

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
  return { summary, trail, officer: read.actor, voucherPath: ledgerPaths.voucher }
}
