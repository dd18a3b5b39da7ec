import { recordChange } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { readForm, typedAll } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { deskViews } from '../desk-page/desk-page.view.ts'
import { receiptPaths, slaughterPaths as paths } from '../receipts.paths.ts'
import { slaughterText as text } from '../slaughter.text.ts'
import { findAllRates, findRatesOn, insertRate } from './slaughter.repository.ts'
import { newRateSchema } from './slaughter.schema.ts'
import { headsPage, ratePage } from './slaughter.view.ts'

/** The ordinance's rates are the head's to enter; whoever sits at the counter uses them. */
const rights = { use: 'revenue.receipt:create', rates: 'revenue.receipt:approve' } as const

export const slaughterRoutes: readonly Route[] = [
  get(paths.form, rights.use, { handle: async (read) => {
    // As at the counter: sub-units have neither the tax nor receipts of the system.
    if (read.actor.organisationKind !== 'LAO') return redirect(receiptPaths.handwritten)
    return page('receipts/slaughter/form', headsPage(await findRatesOn(read, read.today), await findAllRates(read), read.actor.permissions.has(rights.use)))
  }, under: 'revenue.receipt', alsoFor: [rights.rates] }),
  get(paths.newRate, rights.rates, (read, request) => showRate(read, request)),
  post(paths.newRate, rights.rates, { handle: async (work, request) => {
    if (work.actor.organisationKind !== 'LAO') throw new NotFound('slaughter duty')
    const rate = readForm(newRateSchema, request)
    const id = await insertRate(work, rate)
    await recordChange(work, { kind: 'slaughter-rate', id, action: 'create', after: { animal: rate.animal, duty: rate.duty, slaughterhouse: rate.slaughterhouse, lairage: rate.lairage } })
    return redirect(paths.newRate, text.saved(rate.animal))
  }, again: (read, request, refusal) => showRate(read, request, refusal.errors) }),
]

async function showRate(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  if (read.actor.organisationKind !== 'LAO') return redirect(receiptPaths.handwritten)
  return page(deskViews.form, ratePage(typedAll(request), read.today, errors))
}
