// ใบรับใบสำคัญ: made from its contract, approved, reversed.
import { randomUUID } from 'node:crypto'
import { attachmentSteps, attachRoutes, confirmed, findAttachments, findTrail, printRoute, stepRoutes, trailRows, withForm, withReason, withVersion } from '../../documents/index.ts'
import { findAccounts, signsAlone } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { NotFound, RuleBroken, type FieldErrors } from '../../platform/errors.ts'
import { idIn, organisationIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { findClaimsOf } from '../claim/claim.repository.ts'
import { blankInput, formPage } from '../clearing-form/clearing-form.view.ts'
import { clearingInput, clearingSchema, excessSchema } from '../clearing-form/clearing-form.schema.ts'
import { judgeVouchers } from '../clearing-form/clearing-form.service.ts'
import { clearingText as text } from '../clearing.text.ts'
import { clearingPaths as paths, loanPaths } from '../loan.paths.ts'
import { loanText } from '../loan.text.ts'
import { namesOfLoanLines, namesOfYear } from '../loan-form/loan-form.service.ts'
import { getLoan } from '../loan/loan.repository.ts'
import { type Loan } from '../loan/loan.ts'
import { clearingRows, getClearing } from './clearing.repository.ts'
import { approveClearing, cancelClearing, claimExcessOn, createClearing, findLinesOfToday, isYearOver, mustBeOwed, returnClearing, reverseClearing } from './clearing.service.ts'
import { clearingLifecycle, clearingPapers, clearingSource } from './clearing.ts'
import { excessPage, paperOf, showPage } from './clearing.view.ts'

const rights = { view: 'expense.loan:view', edit: 'expense.loan:edit', print: 'expense.loan:print' } as const
const views = { form: 'expenditure/clearing/form', show: 'expenditure/loan/show', print: 'expenditure/clearing/print' } as const

export const clearingRoutes: readonly Route[] = [
  get(loanPaths.clearNewRoute, rights.edit, (read, request) => showForm(read, request)),
  post(loanPaths.clearNewRoute, rights.edit, { handle: async (work, request) => {
    if (typed(request, 'moreLines') !== '') return showForm(work, request)
    const loan = await getOwnLoan(work, request)
    const { documentDate, ...form } = readForm(clearingSchema, request)
    const { lines, faults } = await judgeVouchers(work, clearingInput(request), loan)
    if (Object.keys(faults).length > 0) throw new RuleBroken(faults)
    return redirect(paths.show(await createClearing(work, { ...form, loanId: loan.id, clearingDate: documentDate, lines })), text.done.saved)
  }, again: (read, request, { errors }) => showForm(read, request, errors) }),

  get(paths.showRoute, rights.view, { handle: (read, request) => showClearing(read, request), under: 'expense.loan' }),

  ...stepRoutes({ lifecycle: clearingLifecycle, paths, show: showClearing, steps: {
    approve: withVersion(approveClearing, text.done.approve), return: withReason(returnClearing, text.done.return), cancel: withVersion(cancelClearing, text.done.cancel),
    claim: confirmed(withForm(excessSchema, claimExcessOn, text.done.claim), askExcess), reverse: withReason(reverseClearing, text.done.reverse),
  } }),

  ...attachRoutes({ right: rights.edit, paths, show: showClearing, ...attachmentSteps({ kind: clearingSource, rows: clearingRows, get: getClearing, papers: clearingPapers }) }),

  printRoute(paths.printRoute, rights.print, { kind: clearingSource, view: views.print, find: async (read, request) => {
    const clearing = await getClearing(read, read.actor.organisationId, idIn(request.params.id))
    if (clearing.state === 'cancelled') throw new NotFound('clearing to print')
    const loan = await getLoan(read, clearing.organisationId, clearing.loanId)
    return { id: clearing.id, pageOf: (mark) => paperOf({ clearing, loan, mark }) }
  } }),
]

function getOwnLoan(read: OfficerRead, request: FormRequest): Promise<Loan> {
  return getLoan(read, read.actor.organisationId, idIn(request.params.id))
}

/** Whatever was typed stands in its boxes again. */
async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const loan = await getOwnLoan(read, request)
  mustBeOwed(loan)
  const isTyped = Object.keys(request.body).length > 0
  const input = isTyped ? clearingInput(request) : blankInput({ loan, lineNames: await namesOfLoanLines(read, loan), today: read.today, formKey: randomUUID() })
  const { known } = await judgeVouchers(read, input, loan)
  return page(views.form, formPage(input, { loan, known, more: typed(request, 'moreLines') === '' ? undefined : 3 }, errors))
}

/** Of an earlier year's loan a line of this year is asked for; otherwise its own lines pay. */
async function askExcess(read: OfficerRead, request: FormRequest, errors: FieldErrors) {
  const clearing = await getClearing(read, read.actor.organisationId, idIn(request.params.id))
  if (clearing.state !== 'posted') throw new NotFound('posted clearing')
  const loan = await getLoan(read, clearing.organisationId, clearing.loanId)
  return excessPage(clearing, { lines: isYearOver(loan, read.today) ? await findLinesOfToday(read) : undefined, typed: typed(request, 'line'), errors })
}

async function showClearing(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const clearing = await getClearing(read, organisationIn(request.query, read.actor.organisationId), idIn(request.params.id))
  const loan = await getLoan(read, clearing.organisationId, clearing.loanId)
  const key = { kind: clearingSource, id: clearing.id }
  const codes = new Set(clearing.lines.map(({ accountCode }) => accountCode))
  const accounts = (await findAccounts(read)).filter(({ code }) => codes.has(code))
  return page(views.show, showPage({
    clearing, loan, officer: read.actor, isAlone: await signsAlone(read, clearing), isYearOver: isYearOver(loan, read.today), lineNames: await namesOfYear(read, clearing.organisationId, loan.fiscalYear), accountNames: new Map(accounts.map(({ code, name }) => [code, name])),
    claims: clearing.organisationId === read.actor.organisationId ? await findClaimsOf(read, key) : [],
    attachments: await findAttachments(read, clearing.organisationId, key), trail: trailRows(await findTrail(read, clearing.organisationId, key), loanText.trail),
  }, errors))
}
