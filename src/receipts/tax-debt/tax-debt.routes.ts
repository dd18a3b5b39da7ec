import { randomUUID } from 'node:crypto'
import {
  confirmed, exportPaths, exportRoutes, findTrail, getOffice, mostExported, mostPrinted, mustFit, printRoute, stepRoutes, trailRows, withForm, withReason, withVersion,
} from '../../documents/index.ts'
import { rowsPerPage } from '../../platform/database/heads.ts'
import { signsAlone } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { formatThaiDateField, readThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { idIn, organisationIn, rowsIn } from '../../platform/http/asked.ts'
import { readForm, typed, typedAll } from '../../platform/http/form.ts'
import { page, printPage as paper, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { isZero } from '../../platform/money.ts'
import { deskViews as views } from '../desk-page/desk-page.view.ts'
import { taxDebtPaths as paths } from '../receipts.paths.ts'
import { findYearToSetUp } from '../tax-collect/tax-collect.service.ts'
import { debtPaper } from '../tax-debt-print/tax-debt-print.view.ts'
import { formPage } from '../tax-debt-form/tax-debt-form.view.ts'
import { findTaxpayerChoices } from '../taxpayer/taxpayer.repository.ts'
import { findReductions } from '../tax-reduction/tax-reduction.repository.ts'
import { reductionSchema } from '../tax-reduction/tax-reduction.schema.ts'
import { askReduction, confirmReduction, refuseReduction } from '../tax-reduction/tax-reduction.service.ts'
import { reducePage } from '../tax-reduction/tax-reduction.view.ts'
import { taxReductionText as reductionText } from '../tax-reduction.text.ts'
import { taxDebtText as text } from '../tax-debt.text.ts'
import { findDebtPage, findFigures, findTaxKinds, getDebt, sumDebts } from './tax-debt.repository.ts'
import { askedDebts, newDebtSchema, warnSchema } from './tax-debt.schema.ts'
import { cancelDebt, confirmCancelDebt, createDebt, findDue, refuseCancelDebt, warnDebt } from './tax-debt.service.ts'
import { balanceOf, debtLifecycle, type TaxDebt } from './tax-debt.ts'
import { exportTable, listPage, printPage, showPage, warnPage } from './tax-debt.view.ts'

const kind = 'tax-debt'
const rights = { view: 'revenue.debtor:view', create: 'revenue.debtor:create', print: 'revenue.debtor:print' } as const

export const taxDebtRoutes: readonly Route[] = [
  ...listRoutes(paths.list, false), ...listRoutes(paths.aged, true),

  get(paths.new, rights.create, (read, request) => showNew(read, request)),
  post(paths.new, rights.create, { handle: async (work, request) => {
    if (typed(request, 'rows') !== '') return showNew(work, request)
    return redirect(paths.show(await createDebt(work, readForm(newDebtSchema, request))), text.saved)
  }, again: (read, request, refusal) => showNew(read, request, refusal.errors) }),

  get(paths.showRoute, rights.view, (read, request) => showDebt(read, request)),

  ...stepRoutes({ lifecycle: debtLifecycle, paths, show: showDebt, steps: {
    cancel: withReason(cancelDebt, text.done.cancel),
    'confirm-cancel': withVersion(confirmCancelDebt, text.done.confirmCancel),
    'refuse-cancel': withReason(refuseCancelDebt, text.done.refuseCancel),
    warn: confirmed(withForm(warnSchema, warnDebt, text.done.warn), askWarn),
    reduce: confirmed(withForm(reductionSchema, askReduction, reductionText.done.ask), askReduce),
    'confirm-reduction': withVersion(confirmReduction, reductionText.done.confirm),
    'refuse-reduction': withReason(refuseReduction, reductionText.done.refuse),
  } }),

  printRoute(paths.printRoute, rights.print, { kind, view: views.print, find: async (read, request) => {
    const shown = await findShown(read, await getDebt(read, read.actor.organisationId, idIn(request.params.id)), read.today)
    return { id: shown.debt.id, pageOf: (mark) => debtPaper(shown, mark) }
  } }),
]

/** The register, and the same debts by age. */
function listRoutes(path: string, isAged: boolean): Route[] {
  return [
    get(path, rights.view, { handle: async (read, request) => {
      const { asked, found } = await foundIn(read, request, { isAged, most: rowsPerPage })
      return page(views.list, listPage(asked, found))
    }, under: 'revenue.debtor' }),
    ...exportRoutes(path, rights.print, async (read, request) => {
      const { asked, found, office } = await wholeIn(read, request, { isAged, most: mostExported })
      return exportTable(asked, found, office.name)
    }),
    get(exportPaths(path).print, rights.print, async (read, request) => {
      const { asked, found, office } = await wholeIn(read, request, { isAged, most: mostPrinted })
      return paper(views.print, printPage(asked, found, office.name))
    }),
  ]
}

interface Wanted {
  readonly isAged: boolean
  readonly most: number
}

/** From the first debt to the last, for paper and files. */
async function wholeIn(read: OfficerRead, { query: { after: _, ...query }, ...request }: FormRequest, wanted: Wanted) {
  const whole = await foundIn(read, { ...request, query }, wanted)
  mustFit(whole.found.sums.count, wanted.most)
  return whole
}

async function foundIn(read: OfficerRead, request: FormRequest, { isAged, most }: Wanted) {
  const asked = askedDebts(request.query, read.actor.organisationId, read.today)
  const office = await getOffice(read, asked.organisationId)
  const filter = { ...asked, state: isAged ? 'unpaid' as const : asked.state }
  const { items: debts, hasMore } = await findDebtPage(read, filter, { after: asked.after, most })
  return { asked, office, found: { debts, hasMore, sums: await sumDebts(read, filter), kinds: await findTaxKinds(read), officer: read.actor, isAged } }
}

async function showNew(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const fresh = { noticeDate: formatThaiDateField(read.today), taxpayerId: request.query.taxpayer ?? '' }
  const input = { values: { ...fresh, ...typedAll(request), formKey: typed(request, 'formKey') || randomUUID() }, signs: rowsIn(request.body, 'signs') }
  return page(views.form, formPage(input, { kinds: await findTaxKinds(read), taxpayers: await findTaxpayerChoices(read, 'taxpayer') }, errors))
}

async function showDebt(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const organisationId = organisationIn(request.query, read.actor.organisationId)
  const debt = await getDebt(read, organisationId, idIn(request.params.id))
  const day = readThaiDate(request.query.day ?? '') ?? read.today
  const trail = trailRows(await findTrail(read, organisationId, { kind, id: debt.id }), text.trail)
  const yearToSetUp = isZero(balanceOf(debt)) ? undefined : await findYearToSetUp(read, debt, read.today)
  return page('receipts/tax-debt/show', showPage({ ...await findShown(read, debt, day), yearToSetUp, isAlone: await signsAlone(read, debt), trail }, errors))
}

async function findShown(read: OfficerRead, debt: TaxDebt, day: CalendarDate) {
  return { debt, day, due: await findDue(read, debt, day), figures: await findFigures(read, debt.noticeDate), reductions: await findReductions(read, debt), officer: read.actor }
}

async function askWarn(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}) {
  return warnPage(await getStanding(read, request), { warnedOn: typed(request, 'warnedOn'), warnedUntil: typed(request, 'warnedUntil') }, errors)
}

async function askReduce(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}) {
  const debt = await getStanding(read, request)
  const boxes = {
    penalty: typed(request, 'penalty'), surcharge: typed(request, 'surcharge'), orderNumber: typed(request, 'orderNumber'), orderDate: typed(request, 'orderDate'), reason: typed(request, 'reason'),
  }
  return reducePage({ debt, late: (await findDue(read, debt, read.today)).late }, boxes, errors)
}

async function getStanding(read: OfficerRead, request: FormRequest): Promise<TaxDebt> {
  const debt = await getDebt(read, read.actor.organisationId, idIn(request.params.id))
  if (debt.state !== 'assessed') throw new NotFound('assessment in force')
  return debt
}
