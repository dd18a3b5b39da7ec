import { confirmed, stepRoutes, withVersion, type ConfirmPage } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { idIn } from '../../platform/http/asked.ts'
import { type SummaryItem } from '../../platform/http/components.ts'
import { redirect } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { type Route } from '../../platform/http/route.ts'
import { formatMoney } from '../../platform/money.ts'
import { carryPaths, documentHref, linePaths, pastDuePath } from '../budget.paths.ts'
import { sourceOf } from '../document/document.ts'
import { nameOf, numberOf } from '../document/document.view.ts'
import { closePath, closeRoute, ordinancePaths } from '../ordinance.paths.ts'
import { lineNumber } from '../report.view.ts'
import { closingText as text, yearEndText } from '../year-end.text.ts'
import { closeYear, getClosing, unsettledLines } from './year-end-close.service.ts'
import { closingLifecycle, refusalOf, type Unsettled } from './year-end-close.ts'

const paths = { show: ordinancePaths.show, stepRoute: () => closeRoute, step: closePath } as const

export const closingRoutes: readonly Route[] = stepRoutes({
  lifecycle: closingLifecycle, paths, show: async (_read, request) => redirect(ordinancePaths.show(idIn(request.params.id))),
  steps: { close: confirmed(withVersion(closeYear, text.done), askClosing) },
})

const mostShown = 50

/** What is still open, each with the way to it. */
async function askClosing(read: OfficerRead, request: FormRequest, _errors: FieldErrors): Promise<ConfirmPage> {
  const ordinance = await getClosing(read, idIn(request.params.id))
  if (ordinance.state !== 'enforced') throw new NotFound('ordinance to close')
  const unsettled = await unsettledLines(read, ordinance.fiscalYear)
  const refusal = refusalOf(ordinance.fiscalYear, unsettled, { today: read.today, nameOf })
  const title = text.title(String(ordinance.fiscalYear))
  return {
    title, breadcrumb: [{ text: text.ordinances, href: ordinancePaths.list }, { text: numberOf(ordinance), href: ordinancePaths.show(ordinance.id) }, { text: title }],
    confirm: {
      action: paths.step(ordinance.id), version: String(ordinance.version), question: text.question(ordinance.title),
      consequences: refusal === undefined ? text.consequences : [refusal], facts: { items: [...openItems(unsettled), ...ways(refusal !== undefined)] }, label: text.step, kind: 'danger',
      cancel: { text: text.back, href: ordinancePaths.show(ordinance.id) },
    },
  }
}

function openItems({ lines, documents }: Unsettled): SummaryItem[] {
  return [
    ...documents.map((document) => ({ label: text.document, text: nameOf(document), href: documentHref(sourceOf(document)) })),
    ...lines.slice(0, mostShown).map(({ line, all }) => ({
      label: `${lineNumber(line)} ${line.title}`, text: formatMoney(all), isMoney: true, href: linePaths.show(line.organisationId, line.id),
    })),
  ]
}

function ways(isOpen: boolean): SummaryItem[] {
  return isOpen ? [{ label: text.ways, text: yearEndText.register, href: carryPaths.list }, { label: text.ways, text: yearEndText.pastDue, href: pastDuePath }] : []
}
