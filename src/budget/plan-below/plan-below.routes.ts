import { findAttachments, findOffices, findTrail, getOffice, listFrame, trailRows, type ListFrame } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { NotFound } from '../../platform/errors.ts'
import { idIn, isId } from '../../platform/http/asked.ts'
import { lineTable, type Column } from '../../platform/http/components.ts'
import { page } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { formatMoney, minus, sum, zero } from '../../platform/money.ts'
import { yearIn } from '../asked.ts'
import { planBelowPaths as paths } from '../budget.paths.ts'
import { deskText } from '../desk.text.ts'
import { showPage } from '../desk/desk.view.ts'
import { numberOf } from '../document/document.view.ts'
import { findBudgetYears } from '../line/line.repository.ts'
import { planText as text } from '../plan.text.ts'
import { planPages } from '../plan/plan.routes.ts'
import { planDesk } from '../plan/plan.service.ts'
import { planVariantOf } from '../plan/plan.ts'
import { linesTable } from '../plan/plan.view.ts'
import { reportPaths } from '../report.paths.ts'
import { reportText } from '../report.text.ts'
import { yearControls } from '../report.view.ts'
import { getNames } from '../settings/settings.service.ts'
import { findPlansBelow, type PlanBelow } from './plan-below.repository.ts'

const right = 'budget.report:view'
const { columns } = text

/** An LAO looks at the limits of its schools, hospitals and enterprises; it changes nothing there. */
export const planBelowRoutes: readonly Route[] = [
  get(paths.list, right, { under: 'budget.report', handle: async (read, request) => page('documents/list', await listPage(read, request)) }),
  get(paths.showRoute, right, { under: 'budget.report', handle: async (read, request) => {
    const organisationId = idIn(request.params.organisation)
    await getOffice(read, organisationId)
    const plan = await planDesk.get(read, organisationId, idIn(request.params.id))
    if (plan.state === 'draft' && organisationId !== read.actor.organisationId) throw new NotFound('a draft of another office')
    const key = planDesk.keyOf(plan.id)
    const shown = showPage(planPages, {
      document: plan, officer: read.actor, lines: linesTable(plan, { names: await getNames(read, organisationId, plan.fiscalYear), isLinked: true }),
      more: { items: [{ label: columns.unit, text: (await getOffice(read, organisationId)).name }] }, attachments: await findAttachments(read, organisationId, key),
      trail: trailRows(await findTrail(read, organisationId, key), text.trail),
    })
    return page('budget/desk/show', { ...shown, breadcrumb: [reports, { text: text.below.title, href: paths.list }, { text: numberOf(plan) }], actions: undefined })
  } }),
]

const reports = { text: reportText.index.title, href: reportPaths.index }

async function listPage(read: OfficerRead, request: FormRequest): Promise<ListFrame> {
  const offices = await findOffices(read)
  const year = yearIn(request.query, read.today)
  const asked = isId(request.query.organisation) ? request.query.organisation : read.actor.organisationId
  const chosen = asked === read.actor.organisationId ? offices : offices.filter(({ organisationId }) => organisationId === asked)
  const found = await findPlansBelow(read, { organisationIds: chosen.map(({ organisationId }) => organisationId), year })
  const standing = found.filter(({ state }) => state === 'approved')
  const [total, used] = [sum(standing.map((plan) => plan.total)), sum(standing.map((plan) => plan.used ?? zero))]
  return {
    ...listFrame({
      title: text.below.title, path: paths.list, errors: {}, next: undefined, countText: deskText.shown(String(found.length)), actions: [],
      controls: yearControls({ offices, years: await findBudgetYears(read, asked) }, { organisationId: asked, fiscalYear: year }),
    }),
    breadcrumb: [reports, { text: text.below.title }],
    lineTable: lineTable({
      caption: text.below.title, captionHidden: true, empty: text.below.empty, columns: listColumns, rows: found.map(cellsOf),
      totals: found.length === 0 ? [] : [{ label: text.sum, isGrand: true, cells: [formatMoney(total), formatMoney(used), formatMoney(minus(total, used)), ''] }],
    }),
  }
}

const listColumns: readonly Column[] = [
  { label: columns.unit, kind: 'text', isRowHeader: true }, { label: deskText.columns.number, kind: 'code' }, { label: columns.variant, kind: 'text' },
  { label: columns.amount, kind: 'money' }, { label: columns.used, kind: 'money' }, { label: columns.rest, kind: 'money' }, { label: deskText.columns.state, kind: 'status' },
]

function cellsOf(plan: PlanBelow) {
  const { total, used } = plan
  return [
    plan.organisation, { text: numberOf(plan), href: paths.show(plan.organisationId, plan.id) }, text.variants[planVariantOf(plan.variant)], formatMoney(total),
    used === undefined ? '' : formatMoney(used), used === undefined ? '' : formatMoney(minus(total, used)), { status: text.states[plan.state] },
  ]
}
