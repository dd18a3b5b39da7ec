// What every paper of an ordinance has in common: its frame, the choice of the document, and where its sisters are.
import { documentsText, signer } from '../../documents/index.ts'
import { type Officer } from '../../platform/database/work.ts'
import { formatThaiDate } from '../../platform/dates.ts'
import { select, type Control, type Link, type Panel, type Signatures } from '../../platform/http/components.ts'
import { budgetText } from '../budget.text.ts'
import { type BudgetDocument } from '../document/document.ts'
import { type ReportPart, type Report } from '../report-table/report-table.ts'
import { paperPaths } from '../report.paths.ts'
import { reportText } from '../report.text.ts'
import { paperText as text } from '../report-ordinance.text.ts'
import { isDraft, type Paper } from './paper.ts'

export type PaperName = keyof typeof paperPaths

/** The whole print set of one document, in the order of the book, for its page. */
export function paperLinks({ organisationId, id, fiscalYear, kind }: Pick<BudgetDocument, 'organisationId' | 'id' | 'fiscalYear' | 'kind'>): Link[] {
  const query = new URLSearchParams({ organisation: organisationId, year: String(fiscalYear), document: id })
  return paperNames.filter((name) => kind !== 'special' || ofSpecials.includes(name)).map((name) => ({ text: titleOf(name, kind), href: `${paperPaths[name]}?${query}` }))
}

function titleOf(name: PaperName, kind: BudgetDocument['kind']): string {
  return kind === 'special' ? text.withoutGeneral(text.titles[name]) : text.titles[name]
}

/** The same as a tile, for those who may look at reports. */
export function papersPanel(document: Pick<BudgetDocument, 'organisationId' | 'id' | 'fiscalYear' | 'kind'>, { permissions }: Pick<Officer, 'permissions'>): Panel | undefined {
  return permissions.has('budget.report:view') ? { id: 'papers', heading: reportText.index.papers, rows: paperLinks(document) } : undefined
}

export const paperNames = [
  'speech', 'principles', 'ordinance', 'basicData', 'revenues', 'revenueDetails', 'expenditures', 'expenditureDetails', 'tasksByType', 'personnel', 'subsidies',
] as const satisfies readonly PaperName[]

/** What a special budget has of its own; the law, its speech and its annexes are those of the ordinance it is enacted in. */
export const ofSpecials: readonly PaperName[] = ['principles', 'revenues', 'revenueDetails', 'expenditures', 'expenditureDetails', 'tasksByType']

export interface PaperMade extends Pick<Report, 'heading' | 'isLandscape' | 'isThai' | 'signatures'> {
  readonly parts: readonly ReportPart[]
  /** Where its heading says how the document stands, it is not said once more. */
  readonly asOf?: string
}

export interface PaperGiven extends Pick<Report, 'office' | 'fiscalYear'> {
  readonly name: PaperName
  readonly documents: readonly BudgetDocument[]
  readonly paper: Paper | undefined
  readonly made: PaperMade | undefined
  readonly digits: string | undefined
}

/** A year without an ordinance has a page that says so. */
export function paperReport({ name, office, fiscalYear, documents, paper, made, digits }: PaperGiven): Report {
  const frame = { title: paper ? titleOf(name, paper.document.kind) : text.titles[name], office, fiscalYear }
  if (!paper || !made) return { ...frame, asked: {}, controls: [], parts: [{ text: text.none }] }
  const written = digits === 'thai' || (digits !== 'arabic' && made.isThai === true)
  return {
    ...frame, ...(paper.document.kind === 'special' && { heading: text.ofSpecial(frame.title, paper.document.title) }), ...made, asOf: made.asOf ?? stateOf(paper), asked: { document: paper.document.id, digits: written ? 'thai' : 'arabic' }, isThai: written,
    controls: [...documentControl(documents, paper), digitsControl(written)], signatures: made.signatures ?? makers(paper),
  }
}

function stateOf({ document }: Paper): string {
  if (isDraft(document)) return text.draft
  const enforced = document.steps.findLast(({ action }) => action === 'enforce')
  return enforced ? text.enforced(formatThaiDate(enforced.happenedOn)) : text.inForce
}

function documentControl(documents: readonly BudgetDocument[], { document }: Paper): Control[] {
  const options = documents.map(({ id, kind, ordinal, title }) => (
    { value: id, text: ordinal === null ? `${budgetText.document.kinds[kind]}: ${title}` : text.ordinal(budgetText.document.kinds[kind], String(ordinal)) }))
  return options.length > 1 ? [{ select: select({ name: 'document', label: text.document, options, value: document.id, width: 'long' }) }] : []
}

function digitsControl(isThai: boolean): Control {
  const options = [{ value: 'arabic', text: text.digits.arabic }, { value: 'thai', text: text.digits.thai }]
  return { select: select({ name: 'digits', label: text.digits.label, options, value: isThai ? 'thai' : 'arabic', width: 'short' }) }
}

function makers({ document, body }: Paper): Signatures {
  return { signers: [signer(text.signers.maker, document.preparedBy), signer(text.signers.executive, { name: body.executiveName || documentsText.print.blankName, position: body.executive })] }
}
