import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { formKey } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { idIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { planOfferPaths as paths, planPaths } from '../budget.paths.ts'
import { findOffers, getOffer } from '../offer/offer.repository.ts'
import { planText } from '../plan.text.ts'
import { findTakings } from '../plan/plan.repository.ts'
import { takeOffer } from '../plan/plan.service.ts'
import { getNames } from '../settings/settings.service.ts'
import { listPage, showPage } from './plan-offer.view.ts'

const rights = { view: 'budget.spendplan:view', create: 'budget.spendplan:create' } as const

/** What the LAO has enacted for this unit, and its way into the unit's plan. */
export const planOfferRoutes: readonly Route[] = [
  get(paths.list, rights.view, { under: 'budget.spendplan', handle: async (read) => (
    page('documents/table', listPage(await findOffers(read), await findTakings(read, read.actor.organisationId)))) }),

  get(paths.showRoute, rights.view, { under: 'budget.spendplan', handle: (read, request) => show(read, request) }),
  post(paths.showRoute, rights.create, { handle: async (work, request) => {
    const form = readForm(z.object({ formKey }), request)
    return redirect(planPaths.show(await takeOffer(work, keyIn(request), form.formKey)), planText.offers.done)
  }, again: (read, request, refusal) => show(read, request, refusal.errors) }),
]

function keyIn({ params }: FormRequest) {
  return { organisationId: idIn(params.organisation), documentId: idIn(params.id) }
}

async function show(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const offer = await getOffer(read, keyIn(request))
  const { organisationId, permissions } = read.actor
  return page('budget/plan-offer/show', showPage({
    offer, takings: await findTakings(read, organisationId), names: await getNames(read, organisationId, offer.fiscalYear), mayTake: permissions.has(rights.create),
    formKey: typed(request, 'formKey') || randomUUID(),
  }, errors))
}
