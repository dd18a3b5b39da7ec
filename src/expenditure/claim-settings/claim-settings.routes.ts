import { findTrail, trailRows } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { claimKindCodes } from '../claim-kind/claim-kind.ts'
import { claimText } from '../claim.text.ts'
import { claimSettingsPaths as paths } from '../expenditure.paths.ts'
import { findWantedDocuments, getClaimSettings } from './claim-settings.repository.ts'
import { needsIn, papersSchema, settingsSchema } from './claim-settings.schema.ts'
import { changeDocuments, changeSettings, settingsSource } from './claim-settings.service.ts'
import { settingsPage, type SettingsInput } from './claim-settings.view.ts'

const text = claimText.settings
/** Defaults of the office are its head of finance's. */
const rights = { view: 'admin.defaults:view', edit: 'admin.defaults:edit' } as const

export const claimSettingsRoutes: readonly Route[] = [
  get(paths.edit, rights.view, { handle: (read, request) => showSettings(read, request), under: 'expense.check' }),
  post(paths.edit, rights.edit, { handle: async (work, request) => {
    const { version, endorsed, debtAt } = readForm(settingsSchema, request)
    await changeSettings(work, { version, isEndorsed: endorsed, debtAt })
    return redirect(paths.edit, text.saved)
  }, again: (read, request, { errors }) => showSettings(read, request, errors) }),
  post(paths.papers, rights.edit, { handle: async (work, request) => {
    const { kind } = readForm(papersSchema, request)
    await changeDocuments(work, kind, needsIn(request))
    return redirect(paths.papersOf(kind), text.saved)
  }, again: (read, request, { errors }) => showSettings(read, request, errors) }),
]

async function showSettings(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const asked = request.query.kind ?? typed(request, 'kind')
  const kind = claimKindCodes.find((code) => code === asked) ?? 'C1'
  const { organisationId } = read.actor
  const key = { kind: settingsSource, id: organisationId }
  return page('expenditure/claim-settings/edit', settingsPage({
    input: await inputFor(read, request), kind, papers: await findWantedDocuments(read, organisationId, kind), mayEdit: read.actor.permissions.has(rights.edit),
    trail: trailRows(await findTrail(read, organisationId, key), text.trail),
  }, errors))
}

async function inputFor(read: OfficerRead, request: FormRequest): Promise<SettingsInput> {
  if (request.body.debtAt !== undefined) return { endorsed: typed(request, 'endorsed'), debtAt: typed(request, 'debtAt'), version: typed(request, 'version') }
  const { isEndorsed, debtAt, version } = await getClaimSettings(read)
  return { endorsed: isEndorsed ? 'yes' : 'no', debtAt, version: String(version) }
}
