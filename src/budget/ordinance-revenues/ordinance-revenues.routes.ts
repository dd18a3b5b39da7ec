import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYear } from '../../platform/dates.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { idIn } from '../../platform/http/asked.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { json, page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Permission, type Route } from '../../platform/http/route.ts'
import { formatMoney } from '../../platform/money.ts'
import { findDocuments } from '../document/document.repository.ts'
import { getDraft, getTyped, mayType } from '../ordinance-form/ordinance-form.service.ts'
import { findBudgetYears } from '../line/line.repository.ts'
import { estimatePaths } from '../ordinance-form.paths.ts'
import { ordinanceFormText } from '../ordinance-form.text.ts'
import { findRevenueLines } from '../ordinance/ordinance.repository.ts'
import { askedOrdinances } from '../ordinance/ordinance.schema.ts'
import { annualDesk, type OrdinanceDesk, type OrdinanceState } from '../ordinance/ordinance.ts'
import { findCategorySums } from './ordinance-revenues.repository.ts'
import { revenuesSchema, typedRevenues } from './ordinance-revenues.schema.ts'
import { findReceived, findRevenueRules, saveRevenues } from './ordinance-revenues.service.ts'
import { findRevenueCode, isBlankRevenue, judgeRevenues, receivedOf } from './ordinance-revenues.ts'
import { estimatesPage, inputOf, revenuesForm, revenuesPage } from './ordinance-revenues.view.ts'

const views = {
  estimates: 'documents/list', show: 'documents/table', edit: 'budget/ordinance-form/revenues-edit',
} as const

export const estimateRoutes: readonly Route[] = [
  get(estimatePaths.list, 'budget.revest:view', { handle: async (read, request) => {
    const filter = { ...askedOrdinances(request.query, read.actor.organisationId, annualDesk.kinds), state: undefined }
    const found = await findDocuments<OrdinanceState>(read, filter)
    return page(views.estimates, estimatesPage(filter, found, { sums: await findCategorySums(read, found.items.map(({ id }) => id)), years: await findBudgetYears(read, filter.organisationId) }))
  }, menu: 'budget.revest' }),

  get(estimatePaths.receivedRoute, 'budget.revest:view', async (read, request) => {
    if (!/^2[456][0-9]{2}$/.test(request.params.year ?? '')) throw new NotFound('fiscal year')
    const year = fiscalYear(Number(request.params.year))
    const books = await findReceived(read, year)
    const code = findRevenueCode((await findRevenueRules(read, { fiscalYear: year, kind: 'annual', enterpriseId: null })).codes, request.query.number ?? '')
    return json({ available: books && typeof code !== 'string' ? formatMoney(receivedOf(books, code.code)) : '' })
  }),
]

/** The pages of one desk of ordinances, under its addresses and rights. */
export function revenueRoutes({ paths, leaves }: OrdinanceDesk): readonly Route[] {
  const rights: Readonly<Record<'view' | 'edit', Permission>> = { view: `${leaves.revenues}:view`, edit: `${leaves.revenues}:edit` }
  return [
    get(paths.revenuesRoute, rights.view, { handle: async (read, request) => {
      const document = await getTyped(read, idIn(request.params.id))
      const { codes } = await findRevenueRules(read, document)
      const lines = await findRevenueLines(read, document.organisationId, document.id)
      return page(views.show, revenuesPage({ document, lines, codes, mayEdit: mayType(read.actor, document, 'estimate') }))
    }, under: leaves.revenues }),

    get(paths.revenuesEditRoute, rights.edit, { handle: (read, request) => showForm(read, request), under: leaves.revenues }),
    post(paths.revenuesEditRoute, rights.edit, { handle: async (work, request) => {
      if (typed(request, 'again') !== '') return showForm(work, request)
      const id = idIn(request.params.id)
      await saveRevenues(work, id, readForm(revenuesSchema, request))
      return redirect(paths.revenues(id), ordinanceFormText.saved)
    }, again: (read, request, refusal) => showForm(read, request, refusal.errors) }),
  ]
}

/** As stored or as typed; what was checked or refused is told at its cell. */
async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const document = await getDraft(read, idIn(request.params.id), 'estimate')
  const rules = await findRevenueRules(read, document)
  const stored = inputOf(document, await findRevenueLines(read, document.organisationId, document.id))
  const given = typedRevenues(request)
  const isTyped = Object.keys(request.body).length > 0
  // A draft kept while nobody was signed in knows no version: it is taken up at the present one.
  const input = isTyped ? { ...given, version: given.version || stored.version } : stored
  const judged = judgeRevenues(input.rows, rules)
  const isChecked = typed(request, 'again') === 'check' || Object.keys(errors).length > 0
  const rows = input.rows.slice(0, input.rows.findLastIndex((row) => !isBlankRevenue(row)) + 1)
  return page(views.edit, revenuesForm({ ...input, rows }, { document, rules, judged }, isChecked ? { ...judged.faults, ...errors } : {}))
}
