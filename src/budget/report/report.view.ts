import { type PageHeader, type Panel } from '../../platform/http/components.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { linePaths, planBelowPaths } from '../budget.paths.ts'
import { paperNames } from '../paper/paper.view.ts'
import { planText } from '../plan.text.ts'
import { paperText } from '../report-ordinance.text.ts'
import { paperPaths, quarterPaths, reportPaths } from '../report.paths.ts'
import { reportText } from '../report.text.ts'

const text = reportText.index

export interface ReportIndex extends PageModel {
  readonly pageHeader: PageHeader
  readonly panels: readonly Panel[]
}

/** In the order of the page; a new report has its line here. */
const reports = [
  { ...text.lines, href: linePaths.list }, { ...text.actual, href: reportPaths.actual }, { ...text.planType, href: reportPaths.planType },
  { ...text.quarters, href: quarterPaths.list },
  { ...text.changes, href: reportPaths.changes }, { ...text.revenueActual, href: reportPaths.revenueActual },
  { ...text.fundProof, href: reportPaths.fundProof },
  { text: planText.below.title, note: planText.below.note, href: planBelowPaths.list },
]

export function indexPage(): ReportIndex {
  const papers = paperNames.map((name) => ({ text: paperText.titles[name], href: paperPaths[name] }))
  return {
    title: text.title, breadcrumb: [{ text: text.title }], pageHeader: { title: text.title },
    panels: [{ id: 'reports', heading: text.heading, rows: reports }, { id: 'papers', heading: text.papers, rows: papers }],
  }
}
