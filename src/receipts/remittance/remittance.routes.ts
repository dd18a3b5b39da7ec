import { randomUUID } from 'node:crypto'
import {
  findOffices, findTrail, getOffice, mostExported, mustFit, printRoute, stepRoutes, tableRoutes, trailRows, withReason, withVersion,
} from '../../documents/index.ts'
import { signsAlone } from '../../ledger/index.ts'
import { findBankAccounts } from '../../registers/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { idIn, manyIn, organisationIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { remittancePaths as paths } from '../receipts.paths.ts'
import { blankInput, formPage, inputOf, type RemittanceChoices, type RemittanceInput } from '../remittance-form/remittance-form.view.ts'
import { printPage } from '../remittance-print/remittance-print.view.ts'
import { receiptsText } from '../receipts.text.ts'
import { officesBelow } from '../receipts.view.ts'
import { findRemittances, findUnremitted, totalRemittances } from './remittance.repository.ts'
import { askedRemittances, editRemittanceSchema, mostReceipts, newRemittanceSchema } from './remittance.schema.ts'
import {
  cancelRemittance, createRemittance, editRemittance, getRemittance, receiveRemittance, returnRemittance, submitRemittance,
} from './remittance.service.ts'
import { foreignReceipts, mayDo, remittanceLifecycle, type Remittance } from './remittance.ts'
import { exportTable, listPage, showPage } from './remittance.view.ts'

const text = receiptsText.remittance
const kind = 'remittance'
const rights = {
  view: 'revenue.remit:view', create: 'revenue.remit:create', edit: 'revenue.remit:edit', print: 'revenue.remit:print',
} as const
const views = {
  list: 'documents/list', form: 'receipts/remittance/form', show: 'receipts/remittance/show', print: 'receipts/remittance/print',
} as const

export const remittanceRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read, request) => {
    const own = read.actor.organisationId
    const asked = askedRemittances(request.query, own)
    await getOffice(read, asked.filter.organisationId)
    const found = { ...await findRemittances(read, asked.filter), listTotals: await totalRemittances(read, asked.filter), offices: await findOffices(read, officesBelow) }
    return page(views.list, listPage(asked, { ...found, mayCreate: read.actor.permissions.has(rights.create) }, read.actor))
  }, menu: 'revenue.remit' }),

  ...tableRoutes(paths.list, rights.print, async (read, request) => {
    const filter = { ...askedRemittances(request.query, read.actor.organisationId).filter, after: undefined }
    const office = await getOffice(read, filter.organisationId)
    const { items, hasMore } = await findRemittances(read, filter, mostExported)
    mustFit(items.length + Number(hasMore), mostExported)
    return exportTable(items, { office: office.name, totals: await totalRemittances(read, filter) })
  }),

  get(paths.new, rights.create, (read, request) => showNew(read, request)),
  post(paths.new, rights.create, { handle: async (work, request) => {
    if (asksForOthers(request)) return showNew(work, request)
    const id = await createRemittance(work, readForm(newRemittanceSchema, request))
    return redirect(paths.show(id), text.saved)
  }, again: (read, request, refusal) => showNew(read, request, refusal.errors) }),

  get(paths.editRoute, rights.edit, async (read, request) => showEdit(read, request)),
  post(paths.editRoute, rights.edit, { handle: async (work, request) => {
    if (asksForOthers(request)) return showEdit(work, request)
    const id = idIn(request.params.id)
    await editRemittance(work, id, readForm(editRemittanceSchema, request))
    return redirect(paths.show(id), text.saved)
  }, again: (read, request, refusal) => showEdit(read, request, refusal.errors) }),

  get(paths.showRoute, rights.view, (read, request) => showSlip(read, request)),

  ...stepRoutes({ lifecycle: remittanceLifecycle, paths, show: showSlip, steps: {
    submit: withVersion(submitRemittance, text.done.submit),
    cancel: withVersion(cancelRemittance, text.done.cancel),
    receive: withVersion(receiveRemittance, text.done.receive),
    return: withReason(returnRemittance, text.done.return),
  } }),

  printRoute(paths.printRoute, rights.print, { kind, view: views.print, find: async (read, request) => {
    const slip = await getRemittance(read, read.actor.organisationId, idIn(request.params.id))
    if (slip.number === null) throw new NotFound('remittance without number')
    return { id: slip.id, pageOf: (mark) => printPage(slip, { organisation: read.actor.organisationName, mark }) }
  } }),
]

/** Offered: the receipts of the slip itself, the own ones in no slip, and, when asked for, those that colleagues recorded. */
async function choicesOf(read: OfficerRead, slip?: Remittance): Promise<RemittanceChoices> {
  const own = await findUnremitted(read, { whose: 'own', most: mostReceipts })
  const others = await findUnremitted(read, { whose: 'others', most: mostReceipts })
  return { slip, receipts: [...slip?.receipts ?? [], ...own], others, banks: await findBankAccounts(read, { activeOnly: true }) }
}

function isTyped(request: FormRequest): boolean {
  return Object.keys(request.body).length > 0
}

/** The button that shows the receipts of others, or hides them again, saves nothing: the same page comes back. */
function asksForOthers(request: FormRequest): boolean {
  return typed(request, 'show') !== ''
}

function typedInput(request: FormRequest): RemittanceInput {
  const isForAll = asksForOthers(request) ? typed(request, 'show') === 'everyone' : typed(request, 'everyone') !== ''
  return {
    slipDate: typed(request, 'slipDate'), cashPlace: typed(request, 'cashPlace'), remark: typed(request, 'remark'),
    formKey: typed(request, 'formKey') || randomUUID(), version: typed(request, 'version'), receiptIds: manyIn(request.body, 'receiptIds'),
    isForAll,
  }
}

async function showNew(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const choices = await choicesOf(read)
  const input = isTyped(request) ? typedInput(request) : blankInput(randomUUID(), read.today, choices.receipts)
  return page(views.form, formPage(input, choices, errors))
}

/** Only a draft has such a page, and only for its author. */
async function showEdit(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const slip = await getRemittance(read, read.actor.organisationId, idIn(request.params.id))
  const isOpen = mayDo(read.actor, slip, 'edit') && remittanceLifecycle.allows(read.actor, slip).includes('edit')
  if (!isOpen) throw new NotFound('draft of a remittance')
  const stored = inputOf(slip, foreignReceipts(slip).length > 0)
  // A draft kept while nobody was signed in knows no version: it is taken up at the present one.
  const input = isTyped(request) ? { ...typedInput(request), version: typed(request, 'version') || stored.version } : stored
  return page(views.form, formPage(input, await choicesOf(read, slip), errors))
}

async function showSlip(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const organisationId = organisationIn(request.query, read.actor.organisationId)
  const slip = await getRemittance(read, organisationId, idIn(request.params.id))
  const trail = trailRows(await findTrail(read, organisationId, { kind, id: slip.id }), text.trail)
  return page(views.show, showPage({ slip, isAlone: await signsAlone(read, slip), trail, officer: read.actor }, errors))
}
