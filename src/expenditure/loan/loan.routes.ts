// สัญญาการยืมเงิน: register, form, one contract and its steps.
import { randomUUID } from 'node:crypto'
import {
  attachmentSteps, attachRoutes, exportPaths, exportRoutes, findAttachments, findOffices, findTrail, getOffice, mostExported, mostPrinted, mustFit, stepRoutes,
  trailRows, withReason, withVersion,
} from '../../documents/index.ts'
import { getLiveLine } from '../../budget/index.ts'
import { signsAlone } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearOf, readThaiDate } from '../../platform/dates.ts'
import { NotFound, RuleBroken, type FieldErrors } from '../../platform/errors.ts'
import { idIn, organisationIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { json, page, printPage, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { formatMoney, zero } from '../../platform/money.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { findDepartments } from '../../registers/index.ts'
import { findClaimsOf } from '../claim/claim.repository.ts'
import { findClearings } from '../clearing/clearing.repository.ts'
import { findReturnable, settleLoan } from '../clearing/clearing.service.ts'
import { clearingsTable } from '../clearing/clearing.view.ts'
import { blankInput, inputOf } from '../loan-form/loan-form.ts'
import { editLoanSchema, loanInput, newLoanSchema } from '../loan-form/loan-form.schema.ts'
import { findKnownForLoan, judgeTyped, namesOfLoanLines } from '../loan-form/loan-form.service.ts'
import { formPage } from '../loan-form/loan-form.view.ts'
import { registerPaper } from '../loan-paper/loan-paper.view.ts'
import { loanPaths as paths } from '../loan.paths.ts'
import { loanText as text } from '../loan.text.ts'
import { payeeText } from '../payee-meant/payee-meant.ts'
import { findPayeeById } from '../payee-meant/payee-meant.repository.ts'
import { findLoans, getLoan, loanRows, totalLoans } from './loan.repository.ts'
import { askedLoans } from './loan.schema.ts'
import { approveLoan, cancelLoan, claimLoan, createLoan, editLoan, returnLoan, revokeLoan, submitLoan, withdrawLoan } from './loan.service.ts'
import { loanLifecycle, loanPapers, loanSource, type Loan, type LoanCommand } from './loan.ts'
import { exportTable, listPage, showPage } from './loan.view.ts'

const rights = { view: 'expense.loan:view', create: 'expense.loan:create', edit: 'expense.loan:edit', print: 'expense.loan:print' } as const
const views = { list: 'documents/list', form: 'expenditure/loan/form', show: 'expenditure/loan/show', register: 'documents/register' } as const

export const loanRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read, request) => {
    const own = read.actor.organisationId
    const asked = askedLoans(request.query, own)
    await getOffice(read, asked.filter.organisationId)
    return page(views.list, listPage(asked, {
      ...await findLoans(read, asked.filter), totals: await totalLoans(read, asked.filter), offices: await findOffices(read), own, today: read.today,
      mayCreate: read.actor.permissions.has(rights.create), mayPrint: read.actor.permissions.has(rights.print),
    }))
  }, menu: 'expense.loan' }),

  ...exportRoutes(paths.list, rights.print, async (read, request) => {
    const { office, items } = await foundIn(read, request, mostExported)
    return exportTable({ office: office.name, loans: items, today: read.today })
  }),
  get(exportPaths(paths.list).print, rights.print, async (read, request) => {
    const { office, items, asked } = await foundIn(read, request, mostPrinted)
    return printPage(views.register, registerPaper({ office: office.name, loans: items, today: read.today, source: asked.filter.source }))
  }),

  get(paths.available, rights.view, async (read, { query }) => {
    const on = readThaiDate(query.on ?? '') ?? read.today
    const live = await getLiveLine(read, { named: normalizeThai(query.number ?? '').slice(0, 300), fiscalYear: fiscalYearOf(on), on })
    return json({ available: live ? formatMoney(live.available) : null })
  }),

  get(paths.new, rights.create, (read, request) => showForm(read, request)),
  post(paths.new, rights.create, { handle: async (work, request) => {
    if (typed(request, 'moreLines') !== '') return showForm(work, request)
    const { formKey } = readForm(newLoanSchema, request)
    return redirect(paths.show(await createLoan(work, { ...await soundLoan(work, request), formKey })), text.done.saved)
  }, again: (read, request, { errors }) => showForm(read, request, errors) }),

  get(paths.editRoute, rights.edit, (read, request) => showForm(read, request)),
  post(paths.editRoute, rights.edit, { handle: async (work, request) => {
    if (typed(request, 'moreLines') !== '') return showForm(work, request)
    const id = idIn(request.params.id)
    const { version } = readForm(editLoanSchema, request)
    await getLoan(work, work.actor.organisationId, id)
    await editLoan(work, id, { ...await soundLoan(work, request), version })
    return redirect(paths.show(id), text.done.saved)
  }, again: (read, request, { errors }) => showForm(read, request, errors) }),

  get(paths.showRoute, rights.view, (read, request) => showLoan(read, request)),

  ...stepRoutes({ lifecycle: loanLifecycle, paths, show: showLoan, steps: {
    submit: withVersion(submitLoan, text.done.submit), approve: withVersion(approveLoan, text.done.approve), return: withReason(returnLoan, text.done.return),
    withdraw: withVersion(withdrawLoan, text.done.withdraw), cancel: withVersion(cancelLoan, text.done.cancel), claim: withVersion(claimLoan, text.done.claim),
    revoke: withReason(revokeLoan, text.done.revoke), settle: withVersion(settleLoan, text.done.settle),
  } }),

  ...attachRoutes({ right: rights.edit, paths, show: showLoan, ...attachmentSteps({ kind: loanSource, rows: loanRows, get: getLoan, papers: loanPapers }) }),
]

async function foundIn(read: OfficerRead, request: FormRequest, most: number) {
  const asked = askedLoans(request.query, read.actor.organisationId)
  const office = await getOffice(read, asked.filter.organisationId)
  const { items, hasMore } = await findLoans(read, { ...asked.filter, after: undefined }, most)
  mustFit(items.length + (hasMore ? 1 : 0), most)
  return { asked, office, items }
}

async function soundLoan(read: OfficerRead, request: FormRequest): Promise<LoanCommand> {
  const { command, faults } = await judgeTyped(read, loanInput(request))
  if (!command) throw new RuleBroken(faults)
  return command
}

/** Whatever was typed stands in its boxes again. */
async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const loan = request.params.id === undefined ? undefined : await getDraft(read, request)
  const start = loan ? await stored(read, loan) : await fresh(read)
  const given = loanInput(request)
  const input = Object.keys(request.body).length === 0 ? start : { ...given, formKey: given.formKey || start.formKey, version: given.version || start.version }
  const more = typed(request, 'moreLines') === '' ? undefined : 3
  return page(views.form, formPage(input, { known: await findKnownForLoan(read, input), id: loan?.id, more }, errors))
}

async function fresh(read: OfficerRead) {
  const active = (await findDepartments(read, read.actor.organisationId)).filter(({ isActive }) => isActive)
  return blankInput(read.today, { formKey: randomUUID(), department: active.length === 1 ? active[0]?.id ?? '' : '' })
}

async function stored(read: OfficerRead, loan: Loan) {
  const payee = await findPayeeById(read, loan.organisationId, loan.payeeId)
  return inputOf(loan, { borrower: payee ? payeeText(payee) : loan.payeeName, lineNames: await namesOfLoanLines(read, loan) })
}

/** Only a draft has such a page. */
async function getDraft(read: OfficerRead, request: FormRequest): Promise<Loan> {
  const loan = await getLoan(read, read.actor.organisationId, idIn(request.params.id))
  if (loan.state !== 'draft') throw new NotFound('draft of a loan')
  return loan
}

async function showLoan(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const loan = await getLoan(read, organisationIn(request.query, read.actor.organisationId), idIn(request.params.id))
  const key = { kind: loanSource, id: loan.id }
  const isOwn = loan.organisationId === read.actor.organisationId
  return page(views.show, showPage({
    loan, officer: read.actor, isAlone: await signsAlone(read, loan), today: read.today, lineNames: await namesOfLoanLines(read, loan), claims: isOwn ? await findClaimsOf(read, key) : [],
    clearings: clearingsTable(await findClearings(read, loan.organisationId, loan.id)), unreturned: isOwn ? await findReturnable(read, loan) : zero,
    attachments: await findAttachments(read, loan.organisationId, key), trail: trailRows(await findTrail(read, loan.organisationId, key), text.trail),
  }, errors))
}
