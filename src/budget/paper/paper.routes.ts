// The print set: each paper is one builder over the same document.
import { isId } from '../../platform/http/asked.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type Route } from '../../platform/http/route.ts'
import { basicData, personnelCost, subsidyProjects, tasksByType } from '../paper-tables/annexes.view.ts'
import { expenditureEstimates, revenueEstimates } from '../paper-tables/estimates.view.ts'
import { expenditureDetails, revenueDetails } from '../paper-texts/details.view.ts'
import { ordinancePaper, principlesPaper, speechPaper } from '../paper-texts/enactment.view.ts'
import { reportRoutesOf } from '../report-table/report-table.routes.ts'
import { paperPaths } from '../report.paths.ts'
import { enactedKinds, paperKinds, type Paper } from './paper.ts'
import { findPaper, getPosition } from './paper.service.ts'
import { ofSpecials, paperNames, paperReport, type PaperMade, type PaperName } from './paper.view.ts'

type Builder = (read: OfficerRead, paper: Paper) => PaperMade | Promise<PaperMade>

const builders: Readonly<Record<PaperName, Builder>> = {
  speech: async (read, paper) => speechPaper(paper, await getPosition(read, paper)),
  principles: (_read, paper) => principlesPaper(paper),
  ordinance: (_read, paper) => ordinancePaper(paper),
  basicData: (_read, paper) => basicData(paper),
  revenues: (_read, paper) => revenueEstimates(paper),
  revenueDetails: (_read, paper) => revenueDetails(paper),
  expenditures: (_read, paper) => expenditureEstimates(paper),
  expenditureDetails: (_read, paper) => expenditureDetails(paper),
  tasksByType: (_read, paper) => tasksByType(paper),
  personnel: (_read, paper) => personnelCost(paper),
  subsidies: (_read, paper) => subsidyProjects(paper),
}

const withFiles: readonly PaperName[] = ['revenues', 'expenditures', 'tasksByType', 'personnel', 'subsidies']

export const paperRoutes: readonly Route[] = paperNames.flatMap((name) => reportRoutesOf({
  path: paperPaths[name], hasFiles: withFiles.includes(name), find: async (read, { office, fiscalYear, query }) => {
    const documentId = isId(query.document) ? query.document : undefined
    const { documents, paper } = await findPaper(read, { office, fiscalYear, documentId, kinds: ofSpecials.includes(name) ? paperKinds : enactedKinds })
    const made = paper && await builders[name](read, paper)
    return paperReport({ name, office, fiscalYear, documents, paper, made, digits: query.digits })
  },
}))
