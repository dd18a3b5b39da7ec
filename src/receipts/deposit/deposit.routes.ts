import { randomUUID } from 'node:crypto'
import { exportPaths, exportRoutes, findOffices, findTrail, getOffice, mostExported, mostPrinted, mustFit, stepActions, trailRows } from '../../documents/index.ts'
import { ledgerPaths } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { idIn, organisationIn } from '../../platform/http/asked.ts'
import { readForm, typedAll } from '../../platform/http/form.ts'
import { page, printPage as paper, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { isZero } from '../../platform/money.ts'
import { formRoutes } from '../desk-page/desk-page.routes.ts'
import { deskViews as views } from '../desk-page/desk-page.view.ts'
import { formPage, valuesOf } from '../deposit-form/deposit-form.view.ts'
import { depositText as text } from '../deposit.text.ts'
import { findEntriesOfDeposit } from '../money-entry/money-entry.repository.ts'
import { entryTable } from '../money-entry/money-entry.view.ts'
import { depositPaths as paths, moneyEntryPaths } from '../receipts.paths.ts'
import { officesBelow } from '../receipts.view.ts'
import { findDepositKinds, getDeposit } from './deposit.repository.ts'
import { askedDeposits, editDepositSchema, newDepositSchema } from './deposit.schema.ts'
import { createDeposit, depositBalance, editDeposit, findRegister } from './deposit.service.ts'
import { fitting } from './deposit.ts'
import { exportTable, listPage, printPage, showPage } from './deposit.view.ts'

const kind = 'deposit'
const rights = { view: 'revenue.trust:view', create: 'revenue.trust:create', edit: 'revenue.trust:edit', print: 'revenue.trust:print' } as const

export const depositRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read, request) => {
    const { asked, rows } = await foundIn(read, request)
    return page(views.list, listPage(asked, { rows, kinds: await findDepositKinds(read), offices: await findOffices(read, officesBelow), officer: read.actor }))
  }, menu: 'revenue.trust' }),

  ...exportRoutes(paths.list, rights.print, async (read, request) => {
    const { asked, rows, office } = await foundIn(read, request)
    mustFit(rows.length, mostExported)
    return exportTable(rows, asked, office.name)
  }),
  get(exportPaths(paths.list).print, rights.print, async (read, request) => {
    const { asked, rows, office } = await foundIn(read, request)
    mustFit(rows.length, mostPrinted)
    return paper(views.print, printPage(rows, asked, office.name))
  }),

  ...formRoutes({
    paths, rights, saved: text.saved, showNew: showForm, showEdit, create: (work, request) => createDeposit(work, readForm(newDepositSchema, request)),
    edit: (work, id, request) => editDeposit(work, id, readForm(editDepositSchema, request)),
  }),

  get(paths.showRoute, rights.view, (read, request) => showDeposit(read, request)),
]

async function foundIn(read: OfficerRead, request: FormRequest) {
  const asked = askedDeposits(request.query, read.actor.organisationId, read.today)
  const office = await getOffice(read, asked.organisationId)
  return { asked, office, rows: fitting(await findRegister(read, asked), asked) }
}

async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const values = typedAll(request)
  return page(views.form, formPage({ ...values, formKey: values.formKey || randomUUID() }, { kinds: await findDepositKinds(read) }, errors))
}

async function showEdit(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const deposit = await getDeposit(read, read.actor.organisationId, idIn(request.params.id))
  return page(views.form, formPage({ ...valuesOf(deposit), ...typedAll(request) }, { deposit, kinds: [] }, errors))
}

async function showDeposit(read: OfficerRead, request: FormRequest): Promise<Reply> {
  const organisationId = organisationIn(request.query, read.actor.organisationId)
  if (organisationId !== read.actor.organisationId) await getOffice(read, organisationId)
  const deposit = await getDeposit(read, organisationId, idIn(request.params.id))
  if (deposit.kind.subKind === null) throw new NotFound('item of an account without register')
  const balance = await depositBalance(read, deposit)
  const entries = entryTable(await findEntriesOfDeposit(read, organisationId, deposit.id), text.entries, (entry) => moneyEntryPaths.show(entry.id))
  const { permissions } = read.actor
  const mayEnd = permissions.has(rights.create) && !isZero(balance)
  const links = [
    ...(permissions.has(rights.edit) ? [{ text: text.edit, href: paths.edit(deposit.id) }] : []),
    ...(mayEnd ? [{ text: text.forfeit, href: moneyEntryPaths.newOf('forfeit', deposit.id) }, { text: text.transfer, href: moneyEntryPaths.newOf('transfer', deposit.id) }] : []),
  ]
  return page(views.show, showPage({
    deposit, balance, entries, trail: trailRows(await findTrail(read, organisationId, { kind, id: deposit.id }), text.trail),
    actions: stepActions({ document: deposit, officer: read.actor, paths, buttons: [], allowed: [], links }),
    ledgerHref: permissions.has('account.report:view') ? `${ledgerPaths.account(organisationId, deposit.kind.accountCode)}?span=year&key=${encodeURIComponent(deposit.key)}` : undefined,
  }))
}
