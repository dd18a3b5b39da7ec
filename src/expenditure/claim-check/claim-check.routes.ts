// ตรวจสอบฎีกาและเอกสาร: the desk of the checker and of the approver.
import { type OfficerRead } from '../../platform/database/work.ts'
import { NotFound, RuleBroken, type FieldErrors } from '../../platform/errors.ts'
import { idIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Permission, type PostRoute, type Route } from '../../platform/http/route.ts'
import { findDepartments } from '../../registers/index.ts'
import { findClaims, getClaim } from '../claim/claim.repository.ts'
import { askedClaims } from '../claim/claim.schema.ts'
import { type ClaimState } from '../claim/claim.ts'
import { findWantedDocuments } from '../claim-settings/claim-settings.repository.ts'
import { checkClaim } from '../claim-step/claim-step.service.ts'
import { claimText as text } from '../claim.text.ts'
import { claimCheckPaths as paths, claimPaths } from '../expenditure.paths.ts'
import { checkSchema, tickedClaims, tickedPapers, type Ticked } from './claim-check.schema.ts'
import { actOnEach, approveWhole, checkWhole, papersOf } from './claim-check.service.ts'
import { type Result } from './claim-check.ts'
import { checkPage, listPage, resultPage } from './claim-check.view.ts'

const rights = { view: 'expense.check:view', check: 'expense.check:create', approve: 'expense.check:approve', set: 'admin.defaults:view' } as const
const views = { list: 'expenditure/claim-check/list', form: 'expenditure/claim-check/form', results: 'expenditure/claim-check/results' } as const

export const claimCheckRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: (read, request) => showList(read, request), menu: 'expense.check' }),
  bulk(paths.check, rights.check, checkWhole),
  bulk(paths.approve, rights.approve, approveWhole),

  get(paths.showRoute, rights.check, (read, request) => showPapers(read, request)),
  post(paths.showRoute, rights.check, { handle: async (work, request) => {
    const [id, form] = [idIn(request.params.id), readForm(checkSchema, request)]
    await checkClaim(work, id, { version: form.version, papers: await papersOf(work, id, { ticked: tickedPapers(request), note: form.note }) })
    return redirect(claimPaths.show(id), text.done.check)
  }, again: (read, request, { errors }) => showPapers(read, request, errors) }),
]

/** Asked before the transaction of the request, because each claim has one of its own. */
function bulk(path: string, right: Permission, act: Parameters<typeof actOnEach>[2]): PostRoute {
  return post<readonly Result[]>(path, right, {
    ask: async (keys, request) => actOnEach(keys, tickedClaims(request), act),
    handle: async (work, _request, results) => {
      if (results.length === 0) throw new RuleBroken(text.checks.none)
      return page(views.results, resultPage(results, await headsOf(work, results)))
    },
    again: (read, request, { errors }) => showList(read, request, errors),
  })
}

async function headsOf(read: OfficerRead, results: readonly Pick<Ticked, 'id'>[]) {
  const found = new Map<string, Awaited<ReturnType<typeof getClaim>>>()
  for (const { id } of results) {
    const claim = await getClaim(read, read.actor.organisationId, id).catch(nothingThere)
    if (claim) found.set(id, claim)
  }
  return found
}

/** A claim of another office is told by its number alone. */
function nothingThere(error: unknown): undefined {
  if (error instanceof NotFound) return undefined
  throw error
}

async function showList(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const own = read.actor.organisationId
  const asked = askedClaims(request.query, own)
  const waiting = (state: ClaimState) => findClaims(read, { ...asked.filter, organisationId: own, state })
  const { permissions } = read.actor
  return page(views.list, listPage(asked, {
    toCheck: await waiting('endorsed'), toApprove: await waiting('checked'), departments: await findDepartments(read, own),
    may: { check: permissions.has(rights.check), approve: permissions.has(rights.approve), set: permissions.has(rights.set) },
  }, errors))
}

async function showPapers(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const claim = await getClaim(read, read.actor.organisationId, idIn(request.params.id))
  if (claim.state !== 'endorsed') throw new NotFound('claim to be checked')
  const wanted = await findWantedDocuments(read, claim.organisationId, claim.kind)
  return page(views.form, checkPage(claim, wanted, { ticked: tickedPapers(request), note: typed(request, 'note'), errors }))
}
