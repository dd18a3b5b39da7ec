import { randomUUID } from 'node:crypto'
import { askedRegister, findTrail, stepRoutes, trailRows, withReason, withVersion } from '../../documents/index.ts'
import { ledgerPaths } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearOf } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { idIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { deskViews as views } from '../desk-page/desk-page.view.ts'
import { taxRunPaths as paths } from '../receipts.paths.ts'
import { findDebts, findIdsOfRun } from '../tax-debt/tax-debt.repository.ts'
import { taxRunText as text } from '../tax-run.text.ts'
import { findRuns } from './tax-run.repository.ts'
import { askSchema, previewSchema } from './tax-run.schema.ts'
import { approveRun, askRun, getRun, previewRun, refuseRun, reverseRun, type Preview } from './tax-run.service.ts'
import { runLifecycle, runStates, type TaxRun } from './tax-run.ts'
import { formPage, listPage, showPage, type PreviewTables } from './tax-run.view.ts'

const kind = 'tax-run'
const rights = { view: 'revenue.debtor:view', ask: 'revenue.debtor:edit' } as const

export const taxRunRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read, request) => {
    const { filter } = askedRegister(request.query, read.actor.organisationId, runStates)
    return page(views.list, listPage(await findRuns(read, filter), filter, read.actor))
  }, under: 'revenue.debtor' }),

  get(paths.new, rights.ask, (read, request) => showForm(read, request)),
  post(paths.new, rights.ask, { handle: async (work, request) => {
    if (typed(request, 'preview') !== '') return showForm(work, request, { preview: await previewRun(work, readForm(previewSchema, request)) })
    return redirect(paths.show(await askRun(work, readForm(askSchema, request))), text.asked)
  }, again: (read, request, refusal) => showForm(read, request, { errors: refusal.errors }) }),

  get(paths.showRoute, rights.view, (read, request) => showRun(read, request)),

  ...stepRoutes({ lifecycle: runLifecycle, paths, show: showRun, steps: {
    approve: withVersion(approveRun, text.done.approve),
    refuse: withReason(refuseRun, text.done.refuse),
    reverse: withReason(reverseRun, text.done.reverse),
  } }),
]

async function showForm(read: OfficerRead, request: FormRequest, { preview, errors = {} }: { preview?: Preview; errors?: FieldErrors } = {}): Promise<Reply> {
  const values = {
    formKey: typed(request, 'formKey') || randomUUID(), kind: typed(request, 'kind') || 'set-up', fiscalYear: typed(request, 'fiscalYear') || String(fiscalYearOf(read.today) - 1),
  }
  return page('receipts/tax-run/form', formPage(values, preview, errors))
}

async function showRun(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const run = await getRun(read, read.actor.organisationId, idIn(request.params.id))
  const trail = trailRows(await findTrail(read, run.organisationId, { kind, id: run.id }), text.trail)
  const voucherHref = run.voucher && read.actor.permissions.has('account.report:view') ? ledgerPaths.registered(run.organisationId, run.voucher.id) : undefined
  return page(views.show, showPage({ run, preview: await shownPreview(read, run), officer: read.actor, trail, voucherHref }, errors))
}

/** Before the decision what it would do; afterwards the debtors it set up. */
async function shownPreview(read: OfficerRead, run: TaxRun): Promise<PreviewTables | undefined> {
  if (run.state === 'asked') return previewRun(read, run)
  if (run.kind === 'allowance' || run.state !== 'posted') return undefined
  const debts = await findDebts(read, { organisationId: run.organisationId, ids: await findIdsOfRun(read, run.organisationId, run.id) })
  return { debtors: debts.map((debt) => ({ debt, amount: debt.setUpAmount })), allowances: [] }
}
