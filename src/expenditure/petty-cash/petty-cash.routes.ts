// เงินรองจ่าย: floats, one float and its steps, vouchers, counts, paper.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { exportRoutes, findOffices, findTrail, formKey, getOffice, mostExported, mustFit, optionalWords, printRoute, stepRoutes, trailRows, versionSchema, withReason, withVersion, day } from '../../documents/index.ts'
import { signsAlone } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { formatThaiDateField } from '../../platform/dates.ts'
import { NotFound, RuleBroken, type FieldErrors } from '../../platform/errors.ts'
import { idIn, organisationIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { readBaht } from '../../platform/money.ts'
import { findDepartments } from '../../registers/index.ts'
import { findClaimsOf } from '../claim/claim.repository.ts'
import { findPayeesMeant } from '../payee-meant/payee-meant.service.ts'
import { onlyMeant, payeeText } from '../payee-meant/payee-meant.ts'
import { pettyPaths as paths } from '../petty.paths.ts'
import { pettyText as text } from '../petty.text.ts'
import { findKnownForVouchers } from '../petty-voucher/petty-voucher.service.ts'
import { judgeVouchers } from '../petty-voucher/petty-voucher.ts'
import { countPage, voucherPage } from '../petty-voucher/petty-voucher.view.ts'
import { findCounts, findFloats, findVouchers, getFloat, totalFloats } from './petty-cash.repository.ts'
import { askedFloats, judgeFloat, pettyInput, voucherRows } from './petty-cash.schema.ts'
import { approveFloat, askForFloat, cancelFloat, claimFloat, countFloat, dropVoucher, keepVouchers, refuseFloat, topUpFloat, withdrawFloat } from './petty-cash.service.ts'
import { pettyLifecycle, pettySource, type Petty } from './petty-cash.ts'
import { exportTable, floatPaper, formPage, listPage, showPage } from './petty-cash.view.ts'

const rights = { view: 'expense.loan:view', create: 'expense.loan:create', edit: 'expense.loan:edit', print: 'expense.loan:print' } as const
const views = { list: 'documents/list', form: 'documents/form', lines: 'documents/line-form', show: 'expenditure/petty-cash/show', print: 'documents/sheet' } as const

const newSchema = z.object({ formKey })
const countSchema = versionSchema.extend({
  countedOn: day, note: optionalWords(300),
  counted: z.string(text.errors.counted).transform((typed, context) => {
    const amount = readBaht(typed)
    if (amount === undefined) context.addIssue({ code: 'custom', message: text.errors.counted })
    return amount ?? z.NEVER
  }),
})

export const pettyRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read, request) => {
    const own = read.actor.organisationId
    const asked = askedFloats(request.query, own)
    await getOffice(read, asked.filter.organisationId)
    return page(views.list, listPage(asked, {
      ...await findFloats(read, asked.filter), totals: await totalFloats(read, asked.filter), offices: await findOffices(read), own,
      mayCreate: read.actor.permissions.has(rights.create), mayPrint: read.actor.permissions.has(rights.print),
    }))
  }, under: 'expense.loan' }),
  ...exportRoutes(paths.list, rights.print, async (read, request) => {
    const { filter } = askedFloats(request.query, read.actor.organisationId)
    const office = await getOffice(read, filter.organisationId)
    const { items, hasMore } = await findFloats(read, { ...filter, after: undefined }, mostExported)
    mustFit(items.length + (hasMore ? 1 : 0), mostExported)
    return exportTable({ office: office.name, floats: items, today: read.today })
  }),

  get(paths.new, rights.create, (read, request) => showNew(read, request)),
  post(paths.new, rights.create, { handle: async (work, request) => {
    const { command, faults } = judgeFloat(pettyInput(request), { holder: await holderIn(work, request), departments: await findDepartments(work, work.actor.organisationId) })
    if (!command) throw new RuleBroken(faults)
    return redirect(paths.show(await askForFloat(work, { ...command, ...readForm(newSchema, request) })), text.done.asked)
  }, again: (read, request, { errors }) => showNew(read, request, errors) }),

  get(paths.keepRoute, rights.edit, (read, request) => showVouchers(read, request)),
  post(paths.keepRoute, rights.edit, { handle: async (work, request) => {
    if (typed(request, 'moreLines') !== '') return showVouchers(work, request)
    const rows = voucherRows(request)
    const { vouchers, faults } = judgeVouchers(rows, await findKnownForVouchers(work, rows))
    if (Object.keys(faults).length > 0) throw new RuleBroken(faults)
    const id = idIn(request.params.id)
    await keepVouchers(work, id, { ...readForm(versionSchema, request), vouchers })
    return redirect(paths.show(id), text.done.kept)
  }, again: (read, request, { errors }) => showVouchers(read, request, errors) }),
  post(paths.dropRoute, rights.edit, { handle: async (work, request) => {
    const id = idIn(request.params.id)
    await dropVoucher(work, id, { ...readForm(versionSchema, request), voucherId: idIn(request.params.line) })
    return redirect(paths.show(id), text.done.dropped)
  }, again: (read, request, { errors }) => showFloat(read, request, errors) }),

  get(paths.countRoute, rights.edit, (read, request) => showCount(read, request)),
  post(paths.countRoute, rights.edit, { handle: async (work, request) => {
    const id = idIn(request.params.id)
    await countFloat(work, id, readForm(countSchema, request))
    return redirect(paths.show(id), text.done.counted)
  }, again: (read, request, { errors }) => showCount(read, request, errors) }),

  get(paths.showRoute, rights.view, (read, request) => showFloat(read, request)),
  ...stepRoutes({ lifecycle: pettyLifecycle, paths, show: showFloat, steps: {
    approve: withVersion(approveFloat, text.done.approve), refuse: withReason(refuseFloat, text.done.refuse), withdraw: withVersion(withdrawFloat, text.done.withdraw),
    claim: withVersion(claimFloat, text.done.claim), cancel: withReason(cancelFloat, text.done.cancel), 'top-up': withVersion(topUpFloat, text.done.topUp),
  } }),
  printRoute(paths.printRoute, rights.print, { kind: pettySource, view: views.print, find: async (read, request) => {
    const float = await getFloat(read, read.actor.organisationId, idIn(request.params.id))
    const vouchers = await findVouchers(read, float.organisationId, float.id)
    return { id: float.id, pageOf: (mark) => floatPaper(float, vouchers, { mark, today: read.today }) }
  } }),
]

async function holderIn(read: OfficerRead, request: FormRequest): Promise<{ readonly id: string } | string> {
  const { holder } = pettyInput(request)
  const found = holder === '' ? [] : (await findPayeesMeant(read, holder)).filter(({ kind }) => kind === 'individual')
  return onlyMeant(found, holder) ?? (found.length === 0 ? text.errors.noHolder : text.errors.manyHolders(found.slice(0, 5).map(payeeText).join(' · ')))
}

async function showNew(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const input = pettyInput(request)
  return page(views.form, formPage({ ...input, formKey: input.formKey || randomUUID() }, await findDepartments(read, read.actor.organisationId), errors))
}

/** Only an open float pays out and is counted. */
async function openFloat(read: OfficerRead, request: FormRequest): Promise<Petty> {
  const float = await getFloat(read, read.actor.organisationId, idIn(request.params.id))
  if (float.state !== 'open') throw new NotFound('open petty cash')
  return float
}

async function showVouchers(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const float = await openFloat(read, request)
  const rows = voucherRows(request)
  return page(views.lines, voucherPage({
    float, rows, known: await findKnownForVouchers(read, rows), version: typed(request, 'version') || String(float.version), isMore: typed(request, 'moreLines') !== '',
  }, errors))
}

async function showCount(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const float = await openFloat(read, request)
  return page(views.form, countPage(float, {
    countedOn: typed(request, 'countedOn') || formatThaiDateField(read.today), counted: typed(request, 'counted'), note: typed(request, 'note'), version: typed(request, 'version') || String(float.version),
  }, errors))
}

async function showFloat(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const float = await getFloat(read, organisationIn(request.query, read.actor.organisationId), idIn(request.params.id))
  const key = { kind: pettySource, id: float.id }
  const isOwn = float.organisationId === read.actor.organisationId
  return page(views.show, showPage({
    float, officer: read.actor, isAlone: await signsAlone(read, float), vouchers: await findVouchers(read, float.organisationId, float.id), counts: await findCounts(read, float.organisationId, float.id),
    claims: isOwn ? await findClaimsOf(read, key) : [], trail: trailRows(await findTrail(read, float.organisationId, key), text.trail),
  }, errors))
}
