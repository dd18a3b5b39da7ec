import { randomUUID } from 'node:crypto'
import { findTrail, stepRoutes, trailRows, withReason, withVersion } from '../../documents/index.ts'
import { signsAlone } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { idIn, isId } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { findPawnDocuments, getPawnDocument } from '../pawn-document/pawn-document.repository.ts'
import { getPawnRule } from '../pawn-rule/pawn-rule.repository.ts'
import { sharingPaths as paths } from '../pawnshops.paths.ts'
import { pawnshopsText } from '../pawnshops.text.ts'
import { newSharingSchema } from './profit-share.schema.ts'
import { approveSharing, createSharing, profitOn, reverseSharing, turnSharing } from './profit-share.service.ts'
import { sharingKind as kind, sharingLifecycle } from './profit-share.ts'
import { blankInput, formPage, listPage, showPage } from './profit-share.view.ts'

const { done, trail } = pawnshopsText
const rights = { view: 'expense.pawn:view', create: 'expense.pawn:create' } as const
const views = { list: 'pawnshops/profit-share/list', form: 'pawnshops/profit-share/form', show: 'pawnshops/shared/show' } as const

export const profitShareRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read, request) => {
    const after = isId(request.query.after) ? request.query.after : undefined
    const filter = { organisationId: read.actor.organisationId, kind: 'sharing' as const, from: undefined, until: undefined, state: undefined, search: undefined, after }
    return page(views.list, listPage({ ...await findPawnDocuments(read, filter), mayCreate: read.actor.permissions.has(rights.create) }))
  }, under: 'expense.pawn' }),

  get(paths.new, rights.create, (read, request) => showForm(read, request)),
  post(paths.new, rights.create, { handle: async (work, request) => {
    const id = await createSharing(work, readForm(newSharingSchema, request))
    return redirect(paths.show(id), done.saved)
  }, again: (read, request, { errors }) => showForm(read, request, errors) }),

  get(paths.showRoute, rights.view, (read, request) => showSharing(read, request)),

  ...stepRoutes({ lifecycle: sharingLifecycle, paths, show: showSharing, steps: {
    submit: withVersion((work, id, version) => turnSharing('submit')(work, id, { version }), done.submit),
    withdraw: withVersion((work, id, version) => turnSharing('withdraw')(work, id, { version }), done.withdraw),
    cancel: withVersion((work, id, version) => turnSharing('cancel')(work, id, { version }), done.cancel),
    approve: withVersion(approveSharing, done.approve), return: withReason(turnSharing('return'), done.return), reverse: withReason(reverseSharing, done.reverse),
  } }),
]

async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const profit = await profitOn(read, read.today)
  const blank = blankInput(randomUUID(), read.today, profit)
  const of = (name: keyof typeof blank) => typed(request, name)
  const input = Object.keys(request.body).length === 0 ? blank
    : { formKey: of('formKey') || blank.formKey, documentDate: of('documentDate'), reference: of('reference'), total: of('total'), remark: of('remark') }
  return page(views.form, formPage(input, profit, errors))
}

async function showSharing(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const document = await getPawnDocument(read, { organisationId: read.actor.organisationId, id: idIn(request.params.id), kind: 'sharing' })
  const rows = trailRows(await findTrail(read, document.organisationId, { kind, id: document.id }), trail)
  return page(views.show, showPage({ document, rule: await getPawnRule(read, document.documentDate), officer: read.actor, isAlone: await signsAlone(read, document), trail: rows }, errors))
}
