import { type OfficerRead } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { idIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Permission, type Route } from '../../platform/http/route.ts'
import { egpText as text } from '../egp.text.ts'
import { contractPaths, egpPaths as paths } from '../procurement.paths.ts'
import { getProcurementRules } from '../procurement-rules/procurement-rules.repository.ts'
import { registerRoutes, rightsOf } from '../purchase-desk/purchase-desk.routes.ts'
import { countMissing, findEgpRecords, getEgpRecord } from './egp.repository.ts'
import { egpSchema } from './egp.schema.ts'
import { recordEgp } from './egp.service.ts'
import { egpStates } from './egp.ts'
import { egpColumns, egpForm } from './egp.view.ts'

const leaf = 'expense.egp'
const rights = rightsOf(leaf)
/** A pawnshop's menu has no e-GP: who keeps the contract records its numbers. */
const forKeepers: { readonly alsoFor: readonly Permission[] } = { alsoFor: ['expense.contract:edit'] }

export const egpRoutes: readonly Route[] = [
  ...registerRoutes({
    leaf, menu: { menu: leaf }, text, paths, states: egpStates, hasNew: false, columns: async (read) => egpColumns(read.actor.organisationId, await wantedFrom(read)),
    find: async (read, filter, most) => findEgpRecords(read, filter, { from: await wantedFrom(read), most }), notices: missing,
  }),
  get(paths.showRoute, rights.edit, { handle: (read, request) => showForm(read, request), ...forKeepers }),
  post(paths.showRoute, rights.edit, { ...forKeepers, handle: async (work, request) => {
    const id = idIn(request.params.id)
    await recordEgp(work, id, readForm(egpSchema, request))
    return redirect(work.actor.permissions.has(rights.view) ? paths.list : contractPaths.show(id), text.done)
  }, again: (read, request, { errors }) => showForm(read, request, errors) }),
]

const wantedFrom = async (read: OfficerRead) => (await getProcurementRules(read, read.today)).amount('egp-required-from')

async function missing(read: OfficerRead): Promise<readonly string[]> {
  const count = await countMissing(read, await wantedFrom(read))
  return count === 0 ? [] : [text.missing(String(count))]
}

async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const record = await getEgpRecord(read, read.actor.organisationId, idIn(request.params.id))
  const stored = { egpProject: record.egpProject, egpControl: record.egpControl, version: String(record.version) }
  const given = { egpProject: typed(request, 'egpProject'), egpControl: typed(request, 'egpControl'), version: typed(request, 'version') }
  return page('expenditure/purchase-desk/form', egpForm(record, Object.keys(request.body).length === 0 ? stored : given, errors))
}
