import { type Office } from '../../documents/index.ts'
import { accountsOfRoles, balanceOfKind, balanceOn, receivedByRevenueCode } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { addDays, compareDates, fiscalYear, fiscalYearPeriod, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { sum, zero } from '../../platform/money.ts'
import { findActuals } from '../budget-actual/budget-actual.repository.ts'
import { findDocumentLines } from '../document-lines/document-lines.repository.ts'
import { findDocuments, getDocument } from '../document/document.repository.ts'
import { type BudgetDocument, type DocumentLine, type Kind } from '../document/document.ts'
import { findRevenueLines, findRiderHeads } from '../ordinance/ordinance.repository.ts'
import { particularsSchema } from '../ordinance/ordinance.ts'
import { getSettings } from '../settings/settings.repository.ts'
import { getNames } from '../settings/settings.service.ts'
import { type Names } from '../settings/settings.ts'
import { findRevenueNames, getBody, getCarriedItems } from './paper.repository.ts'
import { amountOf, type NamedAmount, type Paper, type PaperLine, type Position, type SpecialBudget } from './paper.ts'

export interface AskedPaper {
  readonly office: Office
  readonly fiscalYear: FiscalYear
  /** Nothing: the annual one of the year, or the first there is. */
  readonly documentId: string | undefined
  readonly kinds: readonly Kind[]
}

/** Documents of the year that have papers, and the one asked for. Only an LAO enacts. */
export interface FoundPaper {
  readonly documents: readonly BudgetDocument[]
  readonly paper: Paper | undefined
}

export async function findPaper(read: OfficerRead, { office, fiscalYear: year, documentId, kinds }: AskedPaper): Promise<FoundPaper> {
  const { organisationId, laoKind } = office
  if (laoKind === null) return { documents: [], paper: undefined }
  const { items } = await findDocuments(read, { organisationId, kinds, fiscalYear: year })
  const documents = items.filter(({ state }) => state !== 'cancelled').toReversed()
  const chosen = documentId ?? (documents.find(({ kind }) => kind === 'annual') ?? documents[0])?.id
  if (chosen === undefined) return { documents, paper: undefined }
  const document = await getDocument(read, { organisationId, id: chosen, kinds })
  return { documents, paper: await paperOf(read, office, document) }
}

async function paperOf(read: OfficerRead, office: Office, document: BudgetDocument): Promise<Paper> {
  const { organisationId } = office
  const names = await getNames(read, organisationId, document.fiscalYear)
  const lines = await findDocumentLines(read, organisationId, document.id)
  const revenueNames = await findRevenueNames(read)
  const revenues = await findRevenueLines(read, organisationId, document.id)
  return {
    office, document, particulars: particularsSchema.parse(document.particulars), body: await getBody(read, organisationId),
    specials: await findSpecials(read, document),
    revenues: revenues.map((line) => ({ ...line, categoryName: revenueNames.get(line.code)?.categoryName ?? line.categoryCode })),
    lines: lines.flatMap((line) => paperLine(line, names)).toSorted(inOrder),
    settings: await getSettings(read, { fiscalYear: document.fiscalYear, laoKind: office.laoKind }),
    types: [...names.classes.values()].filter(({ level }) => level === 'type').map(({ code, name }) => ({ code, name })),
  }
}

function paperLine(line: DocumentLine, { classes }: Names): PaperLine[] {
  const key = line.key ?? line.control
  if (!key) return []
  const [task, economic] = [classes.get(key.taskCode), classes.get(key.economicCode)]
  const nameOf = (code: string | null | undefined) => classes.get(code ?? '')?.name ?? code ?? ''
  return [{
    title: key.title, amount: line.amount, fromSubsidy: line.fromSubsidy, explanation: line.explanation, location: line.location, planReference: line.planReference,
    legalReference: line.legalReference, quantity: line.quantity, unit: line.unit, actuals: line.actuals, estimateNow: line.estimateNow,
    area: nameOf(task?.areaCode), plan: nameOf(task?.planCode), taskCode: key.taskCode, task: nameOf(key.taskCode),
    typeCode: economic?.typeCode ?? '', type: nameOf(economic?.typeCode), categoryCode: economic?.categoryCode ?? '', category: nameOf(economic?.categoryCode),
    economicCode: key.economicCode, item: nameOf(key.economicCode), isPersonnel: economic?.isPersonnel ?? false,
  }]
}

function inOrder(a: PaperLine, b: PaperLine): number {
  const [first, second] = [`${a.taskCode} ${a.economicCode}`, `${b.taskCode} ${b.economicCode}`]
  return first === second ? 0 : Number(first > second) * 2 - 1
}

/** On the day of the print, in the year before the one that is budgeted. */
export async function getPosition(read: OfficerRead, { office, document }: Paper): Promise<Position> {
  const { organisationId } = office
  const year = fiscalYear(document.fiscalYear - 1)
  const last = addDays(fiscalYearPeriod(year).until, -1)
  const on = compareDates(read.today, last) > 0 ? last : read.today
  const roles = await accountsOfRoles(read, year)
  const balance = async (code: string | undefined) => (code === undefined ? zero : balanceOn(read, { organisationId, accountCode: code, until: on }))
  return {
    on, year, bank: await balanceOfKind(read, { organisationId, subLedger: 'bank_account', until: on }),
    accumulated: await balance(roles.accumulated), reserve: await balance(roles['reserve-fund']),
    loans: await balanceOfKind(read, { organisationId, subLedger: 'loan', until: on }), carried: await getCarriedItems(read, organisationId, on),
    received: await receivedIn(read, { organisationId, year, on }), spent: await spentIn(read, organisationId, year),
  }
}

async function receivedIn(read: OfficerRead, { organisationId, year, on }: { organisationId: string; year: FiscalYear; on: CalendarDate }): Promise<NamedAmount[]> {
  const received = await receivedByRevenueCode(read, { organisationId, fiscalYear: year, until: on })
  const names = await findRevenueNames(read)
  return added([...received].toSorted(([a], [b]) => Number(a > b) * 2 - 1).map(([code, amount]) => ({ name: names.get(code)?.categoryName ?? code, amount })))
}

async function spentIn(read: OfficerRead, organisationId: string, year: FiscalYear): Promise<NamedAmount[]> {
  const rows = await findActuals(read, { organisationId, fiscalYear: year, by: 'category', sourceCode: undefined })
  const { classes } = await getNames(read, organisationId, year)
  return added(rows.map(({ key, paid }) => ({ name: classes.get(classes.get(key)?.typeCode ?? '')?.name ?? key, amount: paid })))
}

/** Neighbours of one name are one. */
function added(rows: readonly NamedAmount[]): NamedAmount[] {
  const names = [...new Set(rows.map(({ name }) => name))]
  return names.map((name) => ({ name, amount: sum(rows.filter((row) => row.name === name).map(({ amount }) => amount)) }))
}

async function findSpecials(read: OfficerRead, { organisationId, id }: BudgetDocument): Promise<SpecialBudget[]> {
  const found: SpecialBudget[] = []
  for (const special of await findRiderHeads(read, organisationId, id)) {
    const [revenues, lines] = [await findRevenueLines(read, organisationId, special.id), await findDocumentLines(read, organisationId, special.id)]
    found.push({ title: special.title, revenue: amountOf(revenues), amount: amountOf(lines) })
  }
  return found
}
