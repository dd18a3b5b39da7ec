import { randomUUID } from 'node:crypto'
import { attachRoutes, confirmed, findAttachments, findTrail, getOffice, printRoute, stepRoutes, trailRows, withForm, withReason, withVersion } from '../../documents/index.ts'
import { signsAlone } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { formatThaiDateField, readThaiDate } from '../../platform/dates.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { idIn, organisationIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { findBankAccounts, findSignatories } from '../../registers/index.ts'
import { findNextLeaves } from '../cheque-book/cheque-book.repository.ts'
import { chequeReportText as text } from '../cheque-report.text.ts'
import { isSearching } from '../payment/payment.schema.ts'
import { inputOf, reportForm, type ReportInput } from '../cheque-report-form/cheque-report-form.view.ts'
import { chequeReportPaths as paths } from '../payment.paths.ts'
import { registerRoutes, rightsOf } from '../purchase-desk/purchase-desk.routes.ts'
import { findReports } from './cheque-report.repository.ts'
import { chosenIn, dropSchema, editReportSchema, newReportSchema } from './cheque-report.schema.ts'
import { approveReport, attachToReport, cancelReport, createReport, detachFromReport, dropRow, editReport, findChoosable, getReport, issueReport, returnReport } from './cheque-report.service.ts'
import { reportLifecycle, reportSource, reportStates, type ChequeReport } from './cheque-report.ts'
import { dropPage, reportColumns, reportPage, reportPaper } from './cheque-report.view.ts'

const leaf = 'expense.cheque'
const rights = rightsOf(leaf)

export const chequeReportRoutes: readonly Route[] = [
  ...registerRoutes({ leaf, menu: { menu: leaf }, text, paths, states: reportStates, hasNew: true, columns: (read) => reportColumns(read.actor.organisationId), find: findReports, counts: ({ state }) => state !== 'cancelled' }),
  get(paths.new, rights.create, (read, request) => showForm(read, request)),
  post(paths.new, rights.create, {
    handle: async (work, request) => {
      if (isSearching(request)) return showForm(work, request)
      return redirect(paths.show(await createReport(work, { ...readForm(newReportSchema, request), ...chosenIn(request) })), text.saved)
    },
    again: (read, request, { errors }) => showForm(read, request, errors),
  }),
  get(paths.editRoute, rights.edit, (read, request) => showForm(read, request)),
  post(paths.editRoute, rights.edit, { handle: async (work, request) => {
    if (isSearching(request)) return showForm(work, request)
    const id = idIn(request.params.id)
    await editReport(work, id, { ...readForm(editReportSchema, request), ...chosenIn(request) })
    return redirect(paths.show(id), text.saved)
  }, again: (read, request, { errors }) => showForm(read, request, errors) }),
  get(paths.showRoute, rights.view, (read, request) => show(read, request)),
  ...stepRoutes({ lifecycle: reportLifecycle, paths, show, steps: {
    approve: withVersion(approveReport, text.done.approve), issue: withVersion(issueReport, text.done.issue), return: withReason(returnReport, text.done.return),
    cancel: withVersion(cancelReport, text.done.cancel),
    drop: confirmed(withForm(dropSchema, dropRow, text.done.drop), async (read, request, errors) => {
      const report = await getOwn(read, request)
      if (!reportLifecycle.allows(read.actor, report).includes('drop')) throw new NotFound('cheque report with rows to pay')
      return dropPage(report, { rowId: typed(request, 'rowId'), reason: typed(request, 'reason') }, errors)
    }),
  } }),
  ...attachRoutes({ right: rights.edit, paths, show, attach: attachToReport, detach: detachFromReport }),
  printRoute(paths.printRoute, rights.print, { kind: reportSource, view: 'expenditure/purchase-desk/paper', find: async (read, request) => {
    const report = await getOwn(read, request)
    if (report.number === null) throw new NotFound('cheque report without number')
    return { id: report.id, pageOf: (mark) => reportPaper(report, mark) }
  } }),
]

function getOwn(read: OfficerRead, request: FormRequest): Promise<ChequeReport> {
  return getReport(read, read.actor.organisationId, idIn(request.params.id))
}

async function show(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const organisationId = organisationIn(request.query, read.actor.organisationId)
  await getOffice(read, organisationId)
  const report = await getReport(read, organisationId, idIn(request.params.id))
  const key = { kind: reportSource, id: report.id }
  return page('expenditure/purchase-desk/show', reportPage({
    report, officer: read.actor, isAlone: await signsAlone(read, report), attachments: await findAttachments(read, organisationId, key),
    trail: trailRows(await findTrail(read, organisationId, key), text.trail),
  }, errors))
}

async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const report = request.params.id === undefined ? undefined : await getDraft(read, request)
  const isTyped = Object.keys(request.body).length > 0
  const day = (isTyped ? readThaiDate(typed(request, 'reportDate')) : report?.reportDate) ?? read.today
  const signatories = await findSignatories(read, day)
  const start = report ? inputOf(report, signatories) : { ...blank, reportDate: formatThaiDateField(read.today), formKey: randomUUID(), signatoryIds: signatories.filter(({ role }) => role !== 'safe_committee').map(({ id }) => id) }
  const input = isTyped ? { ...start, ...typedInput(request) } : start
  const search = normalizeThai(typed(request, 'search')).slice(0, 100)
  const choices = { ...await findChoosable(read, { search, chosen: [...input.chosen.keys()] }, report), search, banks: await findBankAccounts(read, { activeOnly: true }), signatories, nextLeaves: await findNextLeaves(read) }
  return page('expenditure/cheque-report/form', reportForm(input, choices, { report, errors }))
}

const blank = { bankAccountId: '', remark: '', version: '', chosen: new Map() }

function typedInput(request: FormRequest): ReportInput {
  const { chosen, signatoryIds } = chosenIn(request)
  const of = (name: string) => typed(request, name)
  return {
    reportDate: of('reportDate'), bankAccountId: of('bankAccountId'), remark: of('remark'), formKey: of('formKey') || randomUUID(), version: of('version'), signatoryIds,
    chosen: new Map(chosen.map((each) => [each.claimId, each])),
  }
}

async function getDraft(read: OfficerRead, request: FormRequest): Promise<ChequeReport> {
  const report = await getOwn(read, request)
  if (!reportLifecycle.allows(read.actor, report).includes('edit')) throw new NotFound('draft of a cheque report')
  return report
}
