// จัดทำฎีกา: list, form, one claim and its steps up to the department head; the treasury's steps stand here too, for whoever opens the claim.
import { randomUUID } from 'node:crypto'
import {
  attachRoutes, findAttachments, findOffices, findTrail, getOffice, mostExported, mustFit, stepRoutes, tableRoutes, trailRows, versionSchema, withReason, withVersion,
} from '../../documents/index.ts'
import { getLiveLine } from '../../budget/index.ts'
import { findAccounts, findKeysMeant, getVoucher, ledgerPaths, maySignAlone, type Account } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearOf, readThaiDate } from '../../platform/dates.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { idIn, organisationIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { json, page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { formatMoney } from '../../platform/money.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { findDepartments } from '../../registers/index.ts'
import { inputOf } from '../claim-form/claim-form.ts'
import { asksAgain, blankBoxes, claimInput, editClaimSchema, newClaimSchema, type ClaimInput } from '../claim-form/claim-form.schema.ts'
import { createClaim, editClaim, keyedKind, namesOfLines, reckon, sameBillFaults } from '../claim-form/claim-form.service.ts'
import { blankInput, formPage, kindsPage } from '../claim-form/claim-form.view.ts'
import { renewClaim } from '../claim-renewal/claim-renewal.service.ts'
import { rowsOfReceipt } from '../claim-refund/claim-refund.ts'
import { receiptText } from '../claim-refund/claim-refund.service.ts'
import { isBlankRow } from '../claim-lines/claim-lines.ts'
import { findWantedDocuments } from '../claim-settings/claim-settings.repository.ts'
import { findChecks, findSameBill } from '../claim-step/claim-step.repository.ts'
import {
  approveClaim, cancelClaim, endorseClaim, refuseClaim, rejectClaim, returnClaim, revokeClaim, submitClaim, twinName, withdrawClaim,
} from '../claim-step/claim-step.service.ts'
import { claimText as text } from '../claim.text.ts'
import { findCorrectionsOf } from '../correction/correction.repository.ts'
import { findWaiversOf } from '../waiver/waiver.repository.ts'
import { claimPaths as paths } from '../expenditure.paths.ts'
import { findBanks } from '../payee-account/payee-account.repository.ts'
import { findUsableAccounts } from '../payee-account/payee-account.service.ts'
import { findPayeeById } from '../payee-meant/payee-meant.repository.ts'
import { payeeText } from '../payee-meant/payee-meant.ts'
import { attachToClaim, detachFromClaim } from './claim.service.ts'
import { countClaims, findClaims, getClaim } from './claim.repository.ts'
import { askedClaims } from './claim.schema.ts'
import { asEdited, claimLifecycle, claimSource, type Claim } from './claim.ts'
import { exportTable, listPage, showPage, type VoucherLink } from './claim.view.ts'

const rights = { view: 'expense.voucherreq:view', create: 'expense.voucherreq:create', edit: 'expense.voucherreq:edit', print: 'expense.voucherreq:print' } as const
const views = { list: 'documents/list', form: 'expenditure/claim/form', kinds: 'expenditure/claim/kinds', show: 'expenditure/claim/show' } as const

export const claimRoutes: readonly Route[] = [
  get(paths.list, rights.view, { handle: async (read, request) => {
    const own = read.actor.organisationId
    const asked = askedClaims(request.query, own)
    await getOffice(read, asked.filter.organisationId)
    return page(views.list, listPage(asked, {
      ...await findClaims(read, asked.filter), count: await countClaims(read, asked.filter), offices: await findOffices(read), own,
      departments: await findDepartments(read, asked.filter.organisationId), mayCreate: read.actor.permissions.has(rights.create), mayPrint: read.actor.permissions.has(rights.print),
    }))
  }, menu: 'expense.voucherreq' }),

  ...tableRoutes(paths.list, rights.print, async (read, request) => {
    const { filter } = askedClaims(request.query, read.actor.organisationId)
    const office = await getOffice(read, filter.organisationId)
    const { items, hasMore } = await findClaims(read, { ...filter, after: undefined }, mostExported)
    mustFit(items.length + (hasMore ? 1 : 0), mostExported)
    return exportTable({ office: office.name, claims: items, count: await countClaims(read, filter), today: read.today })
  }),

  get(paths.available, rights.view, async (read, { query }) => {
    const on = readThaiDate(query.on ?? '') ?? read.today
    const live = await getLiveLine(read, { named: normalizeThai(query.number ?? '').slice(0, 300), fiscalYear: fiscalYearOf(on), on })
    return json({ available: live ? formatMoney(live.available) : null })
  }),

  get(paths.new, rights.create, (read, request) => showForm(read, request)),
  post(paths.new, rights.create, { handle: async (work, request) => {
    if (asksAgain(request)) return showForm(work, request)
    const isSubmitted = typed(request, 'then') === 'submit'
    const id = await createClaim(work, claimInput(request), { ...readForm(newClaimSchema, request), isSubmitted })
    return redirect(paths.show(id), isSubmitted ? text.done.submit : text.done.saved)
  }, again: (read, request, { errors }) => showForm(read, request, errors) }),

  get(paths.editRoute, rights.edit, (read, request) => showForm(read, request)),
  post(paths.editRoute, rights.edit, { handle: async (work, request) => {
    if (asksAgain(request)) return showForm(work, request)
    const [id, isSubmitted] = [idIn(request.params.id), typed(request, 'then') === 'submit']
    await editClaim(work, id, { input: claimInput(request), ...readForm(editClaimSchema, request), isSubmitted })
    return redirect(paths.show(id), isSubmitted ? text.done.submit : text.done.saved)
  }, again: (read, request, { errors }) => showForm(read, request, errors) }),

  get(paths.showRoute, rights.view, { handle: (read, request) => showClaim(read, request), alsoFor: ['expense.check:view'] }),

  ...stepRoutes({ lifecycle: claimLifecycle, paths, show: showClaim, steps: {
    submit: withVersion(submitClaim, text.done.submit), withdraw: withVersion(withdrawClaim, text.done.withdraw), cancel: withVersion(cancelClaim, text.done.cancel),
    endorse: withVersion(endorseClaim, text.done.endorse), reject: withReason(rejectClaim, text.done.reject), return: withReason(returnClaim, text.done.return),
    approve: withVersion(approveClaim, text.done.approve), refuse: withReason(refuseClaim, text.done.refuse), revoke: withReason(revokeClaim, text.done.revoke),
  } }),

  post(paths.renewRoute, rights.create, { handle: async (work, request) => (
    redirect(paths.show(await renewClaim(work, idIn(request.params.id), readForm(versionSchema, request).version)), text.done.renew)
  ), again: (read, request, { errors }) => showClaim(read, request, errors) }),

  ...attachRoutes({ right: rights.edit, paths, show: showClaim, attach: attachToClaim, detach: detachFromClaim }),
]

/** Without a kind the page asks for one; whatever was typed stands in its boxes again. */
async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const claim = request.params.id === undefined ? undefined : await getDraft(read, request)
  const isTyped = Object.keys(request.body).length > 0
  const kind = claim?.kind ?? keyedKind(isTyped ? typed(request, 'kind') : request.query.kind)
  if (!kind) return page(views.kinds, kindsPage())
  const input = await inputFor(read, request, claim)
  const typedIn = { ...input, kind }
  const first = await reckon(read, typedIn, { kind, claimId: claim?.id })
  const given = first.receipt && input.rows.every(isBlankRow) ? { ...typedIn, rows: rowsOfReceipt(first.receipt) } : typedIn
  const reckoned = given === typedIn ? first : await reckon(read, given, { kind, claimId: claim?.id })
  const more = typed(request, 'moreLines') === '' ? undefined : 3
  const told = typed(request, 'then') === 'reckon' ? { ...reckoned.faults, ...await sameBillFaults(read, { ...reckoned.command, id: claim?.id }) } : errors
  const payeeId = claim?.origin ? claim.payeeId : reckoned.payee?.id ?? null
  const accounts = payeeId === null ? [] : await findUsableAccounts(read, payeeId)
  return page(views.form, formPage(given, { reckoned, claim, accounts, departments: await findDepartments(read, read.actor.organisationId), more }, told))
}

async function inputFor(read: OfficerRead, request: FormRequest, claim: Claim | undefined): Promise<ClaimInput> {
  const start = claim ? await stored(read, claim) : await fresh(read, request)
  if (Object.keys(request.body).length === 0) return start
  const given = claimInput(request)
  // A draft kept while nobody was signed in knows no version: it is taken up at the present one.
  return { ...given, formKey: given.formKey || start.formKey, version: given.version || start.version }
}

async function fresh(read: OfficerRead, request: FormRequest): Promise<ClaimInput> {
  const active = (await findDepartments(read, read.actor.organisationId)).filter(({ isActive }) => isActive)
  const blank = { ...blankBoxes, rows: [], deductions: [], pasted: '', formKey: randomUUID(), version: '' }
  return blankInput(keyedKind(request.query.kind) ?? 'C1', { blank, today: read.today, department: active.length === 1 ? active[0]?.id ?? '' : '' })
}

async function stored(read: OfficerRead, claim: Claim): Promise<ClaimInput> {
  const payee = claim.payeeId === null ? undefined : await findPayeeById(read, claim.organisationId, claim.payeeId)
  return inputOf(claim, { payee: payee ? payeeText(payee) : '', receipt: await receiptText(read, claim), lineNames: await namesOfLines(read, claim) })
}

/** Only a draft has such a page, and for its author. */
async function getDraft(read: OfficerRead, request: FormRequest): Promise<Claim> {
  const claim = await getClaim(read, read.actor.organisationId, idIn(request.params.id))
  if (!claimLifecycle.allows(read.actor, asEdited(claim)).includes('edit')) throw new NotFound('draft of a claim')
  return claim
}

/** Who or what a line names in the register of its account. */
async function keyNamesOf(read: OfficerRead, { lines, deductions }: Claim, accounts: readonly Account[]): Promise<ReadonlyMap<string, string>> {
  const texts = [...lines, ...deductions].flatMap(({ subKey }) => subKey ?? [])
  const named = await findKeysMeant(read, { kinds: accounts.flatMap(({ subLedger }) => subLedger ?? []), texts, parts: false })
  return new Map(named.map(({ key, name }) => [key, name]))
}

async function voucherOf(read: OfficerRead, { organisationId, payableVoucherId }: Claim): Promise<VoucherLink | undefined> {
  if (payableVoucherId === null) return undefined
  return { number: (await getVoucher(read, organisationId, payableVoucherId)).number, href: ledgerPaths.registered(organisationId, payableVoucherId) }
}

async function showClaim(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const claim = await getClaim(read, organisationIn(request.query, read.actor.organisationId), idIn(request.params.id))
  const key = { kind: claimSource, id: claim.id }
  const wanted = await findWantedDocuments(read, claim.organisationId, claim.kind)
  const checks = claim.checkerId === null ? [] : await findChecks(read, claim.organisationId, claim.id)
  const codes = new Set([...claim.lines, ...claim.deductions].map(({ accountCode }) => accountCode))
  const accounts = (await findAccounts(read)).filter(({ code }) => codes.has(code))
  const isOwn = claim.organisationId === read.actor.organisationId
  return page(views.show, showPage({
    claim, officer: read.actor, today: read.today, isAlone: isOwn && await maySignAlone(read), lineNames: await namesOfLines(read, claim),
    accountNames: new Map(accounts.map(({ code, name }) => [code, name])), keyNames: isOwn ? await keyNamesOf(read, claim, accounts) : new Map(), twins: isOwn ? (await findSameBill(read, claim)).map(twinName) : [],
    receiptName: await receiptText(read, claim), corrections: await findCorrectionsOf(read, claim.organisationId, claim.id), waivers: await findWaiversOf(read, claim.organisationId, claim.id),
    voucher: await voucherOf(read, claim), banks: new Map((await findBanks(read)).map(({ code, name }) => [code, name])),
    attachments: await findAttachments(read, claim.organisationId, key), trail: trailRows(await findTrail(read, claim.organisationId, key), text.trail),
    checkerNote: checks.map(({ note }) => note).filter((note) => note !== '').join(' '),
    wanted: wanted.filter(({ need }) => need !== 'none').map(({ code, name, need }) => ({ name, isMandatory: need === 'mandatory', isPresent: checks.find((check) => check.code === code)?.isPresent })),
  }, errors))
}
