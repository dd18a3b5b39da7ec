// งวดการจ่าย: list, a new one, one run with its steps, its people as a file.
import { randomUUID } from 'node:crypto'
import { budgetLineName, findBudgetLines, getLine } from '../../budget/index.ts'
import { exportRoutes, findOffices, findTrail, getOffice, mostExported, mustFit, stepRoutes, trailRows, withReason, withVersion, type ExportTable } from '../../documents/index.ts'
import { signsAlone } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearOf, formatThaiDateField } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { idIn, organisationIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { findClaimsOf } from '../claim/claim.repository.ts'
import { monthField, monthOf } from '../month/month.ts'
import { payRunPaths as paths } from '../pay-run.paths.ts'
import { payRunText as text } from '../pay-run.text.ts'
import { usualPayDate } from '../pay-run-page/pay-run-page.ts'
import { findUndeducted } from '../pay-run-page/pay-run-page.service.ts'
import { peopleSheet, showPage } from '../pay-run-page/pay-run-page.view.ts'
import { findBanks } from '../payee-account/payee-account.repository.ts'
import { findPersonsBefore, findRuns, getRun, totalRuns } from './pay-run.repository.ts'
import { askedRuns, newRunBoxes, newRunSchema, type NewRunInput } from './pay-run.schema.ts'
import { approveRun, cancelRun, claimRun, createRun, findMissing, refreshRun, reopenRun, returnRun, submitRun, withdrawRun } from './pay-run.service.ts'
import { runLifecycle, runSource } from './pay-run.ts'
import { exportTable, listPage, newPage } from './pay-run.view.ts'

const rights = { view: 'expense.payroll:view', create: 'expense.payroll:create', print: 'expense.payroll:print' } as const
const views = { list: 'documents/list', form: 'documents/form', show: 'expenditure/pay-run/show' } as const
const mostLinesOfAYear = 20_000

export const payRunRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read, request) => {
    const own = read.actor.organisationId
    const asked = askedRuns(request.query, own)
    await getOffice(read, asked.filter.organisationId)
    return page(views.list, listPage(asked, {
      ...await findRuns(read, asked.filter), totals: await totalRuns(read, asked.filter), offices: await findOffices(read), own,
      mayCreate: read.actor.permissions.has(rights.create), mayPrint: read.actor.permissions.has(rights.print),
    }))
  }, under: 'expense.payroll' }),
  ...exportRoutes(paths.list, rights.print, async (read, request) => {
    const { filter } = askedRuns(request.query, read.actor.organisationId)
    const office = await getOffice(read, filter.organisationId)
    const { items, hasMore } = await findRuns(read, { ...filter, after: undefined }, mostExported)
    mustFit(items.length + (hasMore ? 1 : 0), mostExported)
    return exportTable({ office: office.name, runs: items, today: read.today })
  }),

  get(paths.new, rights.create, (read, request) => showNew(read, request)),
  post(paths.new, rights.create, {
    handle: async (work, request) => redirect(paths.show(await createRun(work, readForm(newRunSchema, request))), text.done.made),
    again: (read, request, { errors }) => showNew(read, request, errors),
  }),

  get(paths.showRoute, rights.view, (read, request) => showRun(read, request)),
  ...stepRoutes({ lifecycle: runLifecycle, paths, show: showRun, steps: {
    refresh: withVersion(refreshRun, text.done.refresh), submit: withVersion(submitRun, text.done.submit), cancel: withVersion(cancelRun, text.done.cancel),
    withdraw: withVersion(withdrawRun, text.done.withdraw), approve: withVersion(approveRun, text.done.approve), return: withReason(returnRun, text.done.return),
    claim: withVersion(claimRun, text.done.claim), reopen: withReason(reopenRun, text.done.reopen),
  } }),
  ...exportRoutes(`${paths.showRoute}/people`, rights.print, sheetOf),
]

async function sheetOf(read: OfficerRead, request: FormRequest): Promise<ExportTable> {
  const run = await getRun(read, read.actor.organisationId, idIn(request.params.id))
  return peopleSheet(run, new Map((await findBanks(read)).map(({ code, name }) => [code, name])))
}

async function showNew(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const lines = await findBudgetLines(read, { organisationId: read.actor.organisationId, fiscalYear: fiscalYearOf(read.today) }, mostLinesOfAYear)
  const given = Object.fromEntries(newRunBoxes.map((name) => [name, typed(request, name)]))
  const fresh: NewRunInput = {
    kind: request.query.kind ?? 'payroll', month: monthField(monthOf(read.today)), payDate: formatThaiDateField(usualPayDate(monthOf(read.today))), remark: '', employerLine: '', formKey: randomUUID(),
  }
  return page(views.form, newPage(Object.keys(request.body).length === 0 ? fresh : { ...fresh, ...given }, lines, errors))
}

async function showRun(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const run = await getRun(read, organisationIn(request.query, read.actor.organisationId), idIn(request.params.id))
  const key = { kind: runSource, id: run.id }
  const isOwn = run.organisationId === read.actor.organisationId
  const from = /^[0-9]{1,6}$/.test(request.query.from ?? '') ? Number(request.query.from) : 0
  return page(views.show, showPage({
    run, officer: read.actor, isAlone: await signsAlone(read, run), before: await findPersonsBefore(read, run), claims: isOwn ? await findClaimsOf(read, key) : [], from,
    missing: isOwn && run.state === 'approved' ? (await findMissing(read, run)).length : 0, undeducted: isOwn ? await findUndeducted(read, run) : [],
    employerLine: run.employerLineId === null ? '' : budgetLineName(await getLine(read, run.organisationId, run.employerLineId)),
    trail: trailRows(await findTrail(read, run.organisationId, key), text.trail),
  }, errors))
}
