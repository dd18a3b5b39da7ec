import { randomUUID } from 'node:crypto'
import { exportRoutes, findOffices, findTrail, getOffice, mostExported, mustFit, trailRows } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { idIn, organisationIn, rowsIn } from '../../platform/http/asked.ts'
import { readForm, typed, typedAll } from '../../platform/http/form.ts'
import { page, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { formRoutes } from '../desk-page/desk-page.routes.ts'
import { deskViews as views } from '../desk-page/desk-page.view.ts'
import { taxpayerPaths as paths } from '../receipts.paths.ts'
import { officesBelow } from '../receipts.view.ts'
import { taxpayerText as text } from '../taxpayer.text.ts'
import { findAllTaxpayers, findOwed, findTaxpayers, getTaxpayer } from './taxpayer.repository.ts'
import { askedTaxpayers, editTaxpayerSchema, newTaxpayerSchema } from './taxpayer.schema.ts'
import { createTaxpayer, editTaxpayer } from './taxpayer.service.ts'
import { exportTable, formPage, inputOf, listPage, showPage } from './taxpayer.view.ts'

const kind = 'taxpayer'
const rights = { view: 'revenue.debtor:view', create: 'revenue.debtor:create', edit: 'revenue.debtor:edit', print: 'revenue.debtor:print' } as const

export const taxpayerRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read, request) => {
    const filter = askedTaxpayers(request.query, read.actor.organisationId)
    await getOffice(read, filter.organisationId)
    const found = { ...await findTaxpayers(read, filter), owed: await findOwed(read, filter.organisationId), offices: await findOffices(read, officesBelow) }
    return page(views.list, listPage(filter, { ...found, officer: read.actor }))
  }, menu: 'revenue.debtor' }),

  ...exportRoutes(paths.list, rights.print, async (read, request) => {
    const filter = askedTaxpayers(request.query, read.actor.organisationId)
    const office = await getOffice(read, filter.organisationId)
    const heads = await findAllTaxpayers(read, filter, mostExported)
    mustFit(heads.length, mostExported)
    return exportTable(heads, await findOwed(read, filter.organisationId), office.name)
  }),

  ...formRoutes({
    paths, rights, saved: text.saved, showNew, showEdit, create: (work, request) => createTaxpayer(work, readForm(newTaxpayerSchema, request)),
    edit: (work, id, request) => editTaxpayer(work, id, readForm(editTaxpayerSchema, request)),
  }),

  get(paths.showRoute, rights.view, (read, request) => showTaxpayer(read, request)),
]

const isTyped = (request: FormRequest) => Object.keys(request.body).length > 0

function typedInput(request: FormRequest) {
  return { values: typedAll(request), items: rowsIn(request.body, 'items') }
}

async function showNew(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const { values, items } = isTyped(request) ? typedInput(request) : { values: { active: 'yes' }, items: [] }
  return page(views.form, formPage({ items, values: { ...values, formKey: typed(request, 'formKey') || randomUUID() } }, read.actor, errors))
}

async function showEdit(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const stored = inputOf(await getTaxpayer(read, read.actor.organisationId, idIn(request.params.id)))
  return page(views.form, formPage(isTyped(request) ? { ...stored, ...typedInput(request) } : stored, read.actor, errors))
}

async function showTaxpayer(read: OfficerRead, request: FormRequest): Promise<Reply> {
  const organisationId = organisationIn(request.query, read.actor.organisationId)
  const taxpayer = await getTaxpayer(read, organisationId, idIn(request.params.id))
  const trail = trailRows(await findTrail(read, organisationId, { kind, id: taxpayer.id }), text.trail)
  return page(views.show, showPage({ taxpayer, owed: await findOwed(read, organisationId), officer: read.actor, trail }))
}
