import { randomUUID } from 'node:crypto'
import {
  attachmentSteps, attachRoutes, exportRoutes, findAttachments, findOffices, findTrail, getOffice, mostExported, mustFit, printRoute, stepRoutes, trailRows, withReason, withVersion,
} from '../../documents/index.ts'
import { ledgerPaths } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { formatThaiDateField } from '../../platform/dates.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { idIn, organisationIn } from '../../platform/http/asked.ts'
import { readForm, typed, typedAll } from '../../platform/http/form.ts'
import { page, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { isZero } from '../../platform/money.ts'
import { findRegister } from '../deposit/deposit.service.ts'
import { formRoutes } from '../desk-page/desk-page.routes.ts'
import { deskViews as views } from '../desk-page/desk-page.view.ts'
import { findTargets } from '../entry-target/entry-target.service.ts'
import { choosePage, formPage, valuesOf, type EntryChoices } from '../money-entry-form/money-entry-form.view.ts'
import { moneyEntryText as text } from '../money-entry.text.ts'
import { moneyEntryPaths as paths } from '../receipts.paths.ts'
import { officesBelow } from '../receipts.view.ts'
import { findDebts } from '../tax-debt/tax-debt.repository.ts'
import { entryRows, findAllEntries, findEntries } from './money-entry.repository.ts'
import { askedEntries, editEntrySchema, kindIn, newEntrySchema } from './money-entry.schema.ts'
import { approveEntry, cancelEntry, createEntry, editEntry, getEntry, returnEntry, reverseEntry, submitEntry } from './money-entry.service.ts'
import { findCheque, findReturnable } from '../returned-cheque/returned-cheque.repository.ts'
import { type ReceivedCheque } from '../returned-cheque/returned-cheque.ts'
import { asksFor, entryLifecycle, entryPapers, type Entry, type EntryKind } from './money-entry.ts'
import { exportTable, listPage, printPage, showPage } from './money-entry.view.ts'

const kind = 'money-entry'
const rights = { view: 'revenue.trust:view', create: 'revenue.trust:create', edit: 'revenue.trust:edit', print: 'revenue.trust:print' } as const

export const moneyEntryRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read, request) => {
    const asked = askedEntries(request.query, read.actor.organisationId)
    await getOffice(read, asked.filter.organisationId)
    const found = { ...await findEntries(read, asked.filter), offices: await findOffices(read, officesBelow) }
    return page(views.list, listPage(asked, { ...found, mayCreate: read.actor.permissions.has(rights.create) }, read.actor))
  }, under: 'revenue.trust' }),

  ...exportRoutes(paths.list, rights.print, async (read, request) => {
    const { filter } = askedEntries(request.query, read.actor.organisationId)
    const office = await getOffice(read, filter.organisationId)
    const entries = await findAllEntries(read, filter, mostExported)
    mustFit(entries.length, mostExported)
    return exportTable(entries, office.name)
  }),

  ...formRoutes({
    paths, rights, saved: text.saved, showNew, showEdit, create: (work, request) => createEntry(work, readForm(newEntrySchema, request)),
    edit: (work, id, request) => editEntry(work, id, readForm(editEntrySchema, request)),
  }),

  get(paths.showRoute, rights.view, (read, request) => showEntry(read, request)),

  ...stepRoutes({ lifecycle: entryLifecycle, paths, show: showEntry, steps: {
    submit: withVersion(submitEntry, text.done.submit),
    approve: withVersion(approveEntry, text.done.approve),
    return: withReason(returnEntry, text.done.return),
    cancel: withVersion(cancelEntry, text.done.cancel),
    reverse: withReason(reverseEntry, text.done.reverse),
  } }),

  ...attachRoutes({ right: rights.edit, paths, show: showEntry, ...attachmentSteps({ kind, rows: entryRows, get: getEntry, papers: entryPapers }) }),

  printRoute(paths.printRoute, rights.print, { kind, view: views.print, find: async (read, request) => {
    const entry = await getEntry(read, read.actor.organisationId, idIn(request.params.id))
    if (entry.number === null) throw new NotFound('money entry without number')
    return { id: entry.id, pageOf: (mark) => printPage({ entry, officer: read.actor }, mark) }
  } }),
]

/** Items that still hold money, and where it may go. */
async function choicesOf(read: OfficerRead, asked: EntryKind, entry?: Entry): Promise<EntryChoices> {
  const own = { organisationId: read.actor.organisationId, until: read.today }
  const rows = asksFor[asked].deposit ? await findRegister(read, own) : []
  return {
    deposits: rows.flatMap(({ item, balance }) => (item && !isZero(balance) ? [{ deposit: item, balance }] : [])),
    targets: asksFor[asked].target ? await findTargets(read) : [],
    debts: asksFor[asked].debt ? (await findDebts(read, own)).filter((debt) => !isZero(debt.standing)) : [],
    cheques: asksFor[asked].cheque ? await chequesOf(read, entry) : [],
  }
}

/** With the one the draft names already. */
async function chequesOf(read: OfficerRead, entry?: Entry): Promise<ReceivedCheque[]> {
  const named = entry?.bounced ? await findCheque(read, entry.bounced.cheque) : undefined
  return [...(named ? [named] : []), ...await findReturnable(read)]
}

async function showNew(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const asked = kindIn(typed(request, 'kind') || request.query.kind)
  if (asked === undefined) return page('receipts/money-entry/choose', choosePage())
  const fresh = { entryDate: formatThaiDateField(read.today), depositId: request.query.deposit ?? '', debtId: request.query.debt ?? '' }
  const values = { ...fresh, ...typedAll(request) }
  return page(views.form, formPage({ ...values, formKey: typed(request, 'formKey') || randomUUID() }, { kind: asked, choices: await choicesOf(read, asked) }, errors))
}

async function showEdit(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const entry = await getEntry(read, read.actor.organisationId, idIn(request.params.id))
  if (!entryLifecycle.allows(read.actor, entry).includes('edit')) throw new NotFound('draft of a money entry')
  return page(views.form, formPage({ ...valuesOf(entry), ...typedAll(request) }, { kind: entry.kind, entry, choices: await choicesOf(read, entry.kind, entry) }, errors))
}

async function showEntry(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const organisationId = organisationIn(request.query, read.actor.organisationId)
  const entry = await getEntry(read, organisationId, idIn(request.params.id))
  const key = { kind, id: entry.id }
  const [attachments, trail] = [await findAttachments(read, organisationId, key), trailRows(await findTrail(read, organisationId, key), text.trail)]
  return page(views.show, showPage({ entry, attachments, trail, officer: read.actor, voucherPath: ledgerPaths.registered }, errors))
}
