import { randomUUID } from 'node:crypto'
import {
  exportActions, exportPaths, exportRoutes, findTrail, getOffice, mostExported, mostPrinted, mustFit, trailRows, versionSchema, type ExportTable,
} from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { idIn, organisationIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { json, page, printPage, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { findPayeeAccounts } from '../payee-account/payee-account.service.ts'
import { proposalText } from '../payee-meant/payee-meant.ts'
import { accountPaths, payeePaths as paths } from '../payee.paths.ts'
import { payeeText as text } from '../payee.text.ts'
import { countPayees, findPayees, getPayee } from './payee.repository.ts'
import { askedPayees, editPayeeSchema, newPayeeSchema } from './payee.schema.ts'
import { correctPayee, createPayee, payeeChoices, usePayee } from './payee.service.ts'
import { payeeKinds, payeeSource, type ListedPayee } from './payee.ts'
import { exportTable, formPage, inputNames, inputOf, listPage, printedList, queryOf, showPage, type PayeeInput } from './payee.view.ts'

const rights = { view: 'expense.payee:view', create: 'expense.payee:create', edit: 'expense.payee:edit', approve: 'expense.payee:approve', print: 'expense.payee:print' } as const
const views = { list: 'documents/list', show: 'expenditure/payee/show', form: 'expenditure/payee/form', print: 'documents/register' } as const

export const payeeRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read, request) => {
    const filter = askedPayees(request.query, read.actor.organisationId)
    await getOffice(read, filter.organisationId)
    const found = { ...await findPayees(read, filter), count: await countPayees(read, filter), officer: read.actor }
    return page(views.list, listPage(filter, { ...found, actions: actionsFor(read, queryOf(filter)) }))
  }, menu: 'expense.payee' }),
  ...exportRoutes(paths.list, rights.print, fileOf),
  get(exportPaths(paths.list).print, rights.print, async (read, request) => {
    const { office, payees } = await wholeList(read, request, mostPrinted)
    return printPage(views.print, printedList(payees, office, read.today))
  }),

  get(paths.search, 'signed-in', async (read, { query }) => {
    const found = await payeeChoices(read, normalizeThai(query.q ?? '').slice(0, 100), payeeKinds.find((kind) => kind === query.kind))
    return json({ found: found.map(proposalText) })
  }),

  get(paths.new, rights.create, async (_read, request) => page(views.form, formPage(undefined, freshInput(request)))),
  post(paths.new, rights.create, { handle: async (work, request) => (
    redirect(paths.show(await createPayee(work, readForm(newPayeeSchema, request))), text.done.created)
  ), again: async (_read, request, refusal) => page(views.form, formPage(undefined, typedIn(request), refusal.errors)) }),

  get(paths.editRoute, rights.edit, (read, request) => showEdit(read, request)),
  post(paths.editRoute, rights.edit, { handle: async (work, request) => {
    const id = idIn(request.params.id)
    await correctPayee(work, id, readForm(editPayeeSchema, request))
    return redirect(paths.show(id), text.done.saved)
  }, again: (read, request, refusal) => showEdit(read, request, refusal.errors) }),

  get(paths.showRoute, rights.view, (read, request) => show(read, request)),
  ...(['activate', 'deactivate'] as const).map((step) => post(paths.stepRoute(step), rights.edit, async (work, request) => {
    const id = idIn(request.params.id)
    await usePayee(work, id, { ...readForm(versionSchema, request), isActive: step === 'activate' })
    return redirect(paths.show(id), text.done[step])
  })),
]

function actionsFor({ actor }: OfficerRead, query: URLSearchParams) {
  const { permissions } = actor
  return [
    ...(permissions.has(rights.create) ? [{ text: text.newTitle, href: paths.new, kind: 'primary' as const }, { text: text.importTitle, href: paths.import, kind: 'secondary' as const }] : []),
    ...(permissions.has(rights.approve) ? [{ text: text.waitingList, href: accountPaths.list, kind: 'primary' as const }] : []),
    ...exportActions(paths.list, query, permissions.has(rights.print)),
  ]
}

async function fileOf(read: OfficerRead, request: FormRequest): Promise<ExportTable> {
  const { office, payees } = await wholeList(read, request, mostExported)
  return exportTable(payees, office, read.today)
}

async function wholeList(read: OfficerRead, request: FormRequest, most: number): Promise<{ office: string; payees: ListedPayee[] }> {
  const filter = { ...askedPayees(request.query, read.actor.organisationId), after: undefined }
  const office = await getOffice(read, filter.organisationId)
  mustFit(await countPayees(read, filter), most)
  return { office: office.name, payees: (await findPayees(read, filter, most)).items }
}

async function show(read: OfficerRead, request: FormRequest): Promise<Reply> {
  const organisationId = organisationIn(request.query, read.actor.organisationId)
  await getOffice(read, organisationId)
  const payee = await getPayee(read, organisationId, idIn(request.params.id))
  const trail = await findTrail(read, organisationId, { kind: payeeSource, id: payee.id })
  return page(views.show, showPage({
    payee, accounts: await findPayeeAccounts(read, organisationId, payee.id), trail: trailRows(trail, text.trail), officer: read.actor,
  }))
}

async function showEdit(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const payee = await getPayee(read, read.actor.organisationId, idIn(request.params.id))
  const isTyped = Object.keys(errors).length > 0 || request.query.draft === '1'
  return page(views.form, formPage(payee, isTyped ? typedIn(request) : inputOf(payee), errors))
}

function freshInput(request: FormRequest): PayeeInput {
  const input = typedIn(request)
  return { ...input, branch: input.branch || '00000', formKey: input.formKey || randomUUID() }
}

function typedIn(request: FormRequest): PayeeInput {
  const entries = inputNames.map((name) => [name, typed(request, name)] as const)
  return { ...blank, ...Object.fromEntries(entries) }
}

const blank: PayeeInput = {
  kind: '', taxId: '', branch: '', name: '', englishName: '', address: '', subdistrict: '', district: '', province: '', postcode: '', phone: '', email: '',
  isVatRegistered: '', isStaff: '', version: '', formKey: '',
}
