// ตรวจสอบฎีกาและเอกสาร: the desk of the checker and of the approver.
import { foundOf, tickedIn, tickedRoute, type TickedResult } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { idIn, manyIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { findDepartments } from '../../registers/index.ts'
import { findClaims, getClaim } from '../claim/claim.repository.ts'
import { askedClaims } from '../claim/claim.schema.ts'
import { type ClaimState } from '../claim/claim.ts'
import { findWantedDocuments } from '../claim-settings/claim-settings.repository.ts'
import { checkClaim } from '../claim-step/claim-step.service.ts'
import { claimText as text } from '../claim.text.ts'
import { claimCheckPaths as paths, claimPaths } from '../expenditure.paths.ts'
import { checkSchema, tickedPapers } from './claim-check.schema.ts'
import { approveWhole, checkWhole, findClaimedAgain, papersOf } from './claim-check.service.ts'
import { checkPage, listPage, resultsPage } from './claim-check.view.ts'

const rights = { view: 'expense.check:view', check: 'expense.check:create', approve: 'expense.check:approve', set: 'admin.defaults:view' } as const
const views = { list: 'documents/tick-list', form: 'expenditure/claim-check/form' } as const

const ofTicked = {
  ticked: ({ body }: FormRequest) => tickedIn(manyIn(body, 'claims')), none: text.checks.none, again: showList,
  results: async (read: OfficerRead, results: readonly TickedResult[]) => resultsPage(results, await foundOf(results, (id) => getClaim(read, read.actor.organisationId, id))),
} as const

export const claimCheckRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: (read, request) => showList(read, request), menu: 'expense.check' }),
  tickedRoute(paths.check, rights.check, { ...ofTicked, act: checkWhole }),
  tickedRoute(paths.approve, rights.approve, { ...ofTicked, act: approveWhole }),

  get(paths.showRoute, rights.check, (read, request) => showPapers(read, request)),
  post(paths.showRoute, rights.check, { handle: async (work, request) => {
    const [id, form] = [idIn(request.params.id), readForm(checkSchema, request)]
    await checkClaim(work, id, { version: form.version, papers: await papersOf(work, id, { ticked: tickedPapers(request), note: form.note }) })
    return redirect(claimPaths.show(id), text.done.check)
  }, again: (read, request, { errors }) => showPapers(read, request, errors) }),
]

async function showList(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const own = read.actor.organisationId
  const asked = askedClaims(request.query, own)
  const waiting = (state: ClaimState) => findClaims(read, { ...asked.filter, organisationId: own, state })
  const { permissions } = read.actor
  const [toCheck, toApprove] = [await waiting('endorsed'), await waiting('checked')]
  return page(views.list, listPage(asked, {
    toCheck, toApprove, again: await findClaimedAgain(read, [...toCheck.items, ...toApprove.items].map(({ id }) => id)), departments: await findDepartments(read, own),
    may: { check: permissions.has(rights.check), approve: permissions.has(rights.approve), set: permissions.has(rights.set) },
  }, errors))
}

async function showPapers(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const claim = await getClaim(read, read.actor.organisationId, idIn(request.params.id))
  if (claim.state !== 'endorsed') throw new NotFound('claim to be checked')
  const wanted = await findWantedDocuments(read, claim.organisationId, claim.kind)
  return page(views.form, checkPage(claim, wanted, { ticked: tickedPapers(request), note: typed(request, 'note'), errors }))
}
