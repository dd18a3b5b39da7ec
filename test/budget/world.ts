// Offices with a budget in force, for tests: documents as the application writes them, enforced through the same appropriation.
import { type Officer } from '../../src/platform/database/work.ts'
import { calendarDate, fiscalYearPeriod, type CalendarDate, type FiscalYear } from '../../src/platform/dates.ts'
import { baht } from '../../src/platform/money.ts'
import { appropriate } from '../../src/budget/appropriation/appropriation.service.ts'
import { claim, pay } from '../../src/budget/index.ts'
import { type Source } from '../../src/budget/control/control.ts'
import { findDocumentLines, setLines } from '../../src/budget/document-lines/document-lines.repository.ts'
import { type BudgetDocument, type Kind, type NewDocumentLine } from '../../src/budget/document/document.ts'
import { getDocument, insertDocument, moveDocument } from '../../src/budget/document/document.repository.ts'
import { takeNumber } from '../../src/budget/document/document.service.ts'
import { openFiscalYear } from '../../src/ledger/index.ts'
import { type TestDatabase } from '../support/database.ts'
import { aLao, anOfficer, asOfficer, organisation, testYear, type Acting } from '../support/world.ts'

export interface Person extends Acting {
  readonly officer: Officer
}

export interface BudgetOffice {
  readonly db: TestDatabase
  readonly fiscalYear: FiscalYear
  readonly organisationId: string
  readonly departmentId: string
  /** LAO_BUDGET: prepares. */
  readonly clerk: Person
  /** LAO_FIN_HEAD: approves. */
  readonly head: Person
  /** LAO_ACCOUNT */
  readonly accountant: Person
}

export async function aBudgetOffice(db: TestDatabase, { code, year = testYear }: { readonly code?: string; readonly year?: FiscalYear } = {}): Promise<BudgetOffice> {
  const at = code === undefined ? await aLao(db) : await organisation(db, code)
  const person = async (group: string): Promise<Person> => {
    const officer = await anOfficer(db, { at, groups: [group] })
    return { officer, ...asOfficer(db, officer) }
  }
  const [clerk, head, accountant] = [await person('LAO_BUDGET'), await person('LAO_FIN_HEAD'), await person('LAO_ACCOUNT')]
  await head.work((work) => openFiscalYear(work, year))
  const [department] = await db.owner('departments').insert({ organisation_id: at.id, name: 'สำนักปลัด' })
    .onConflict(['organisation_id', 'name']).merge().returning('id')
  return { db, fiscalYear: year, organisationId: at.id, departmentId: department.id, clerk, head, accountant }
}

export interface EnactedLine {
  readonly code: string
  readonly amount: string
  readonly task?: string
  readonly title?: string
  readonly source?: string
  readonly explanation?: string
  readonly location?: string
  readonly from?: CalendarDate
  readonly until?: CalendarDate
}

export interface Enacted {
  readonly kind?: Kind
  readonly state?: string
  readonly variant?: string
}

/** A document of one line each, approved by the head; gives the ids of its control lines in the order asked for. */
export async function anEnactedBudget(office: BudgetOffice, lines: readonly EnactedLine[], { kind = 'annual', state = 'enforced', variant }: Enacted = {}): Promise<string[]> {
  const id = await prepared(office, lines, { kind, variant: variant ?? null })
  await office.head.work(async (work) => {
    const document = await getDocument(work, { organisationId: office.organisationId, id, kinds: [kind] })
    await moveDocument(work, document, { state, number: await takeNumber(work, document), approvedBy: work.actor.userId })
    await appropriate(work, {
      document, stage: kind === 'supplementary' ? 'supplemented' : 'approved', mode: 'add', event: 'enforced', date: fiscalYearPeriod(office.fiscalYear).from,
      lines: lines.map((line, index) => ({
        ...keyOf(office, line, index), amount: baht(line.amount), documentLine: index + 1, usableFrom: line.from, usableUntil: line.until,
        explanation: line.explanation, location: line.location,
        ...(['grant', 'loan'].includes(kind) && { fundDocumentId: id }),
      })),
    })
  })
  const written = await office.head.read((read) => findDocumentLines(read, office.organisationId, id))
  return written.map(({ lineId }) => lineId ?? '')
}

async function prepared(office: BudgetOffice, lines: readonly EnactedLine[], { kind, variant }: { kind: Kind; variant: string | null }): Promise<string> {
  return office.clerk.work(async (work) => {
    const made = await insertDocument(work, {
      kind, fiscalYear: office.fiscalYear, documentDate: calendarDate('2026-08-10'), title: 'งบประมาณรายจ่าย', formKey: null, variant,
      ordinal: kind === 'supplementary' ? 1 : null, sourceCode: lines[0]?.source ?? '10',
    })
    await setLines(work, made, lines.map((line, index): NewDocumentLine => ({ direction: 'set', key: keyOf(office, line, index), amount: baht(line.amount) })))
    return made
  })
}

function keyOf(office: BudgetOffice, line: EnactedLine, index: number) {
  return {
    sourceCode: line.source ?? '10', departmentId: office.departmentId, taskCode: line.task ?? '00111', economicCode: line.code,
    title: line.title ?? `รายการที่ ${index + 1}`,
  }
}

const next = { holder: 1 }

/** A claim, and its payment; gives the claim. */
export async function spend(office: BudgetOffice, lineId: string, amount: string, { paid = false, on }: { readonly paid?: boolean; readonly on?: CalendarDate } = {}): Promise<Source> {
  const source = { kind: 'claim', id: String(next.holder++) }
  await office.accountant.work(async (work) => {
    const shares = [{ lineId, amount: baht(amount) }]
    await claim(work, { source, event: 'claimed', date: on ?? work.today, description: 'ฎีกา' }, shares)
    if (paid) await pay(work, { source: { kind: 'payment', id: source.id }, event: 'paid', date: on ?? work.today, description: 'จ่าย', of: source }, shares)
  })
  return source
}

/** As the office sees it now. */
export function documentOf(office: BudgetOffice, id: string, kind: Kind): Promise<BudgetDocument> {
  return office.head.read((read) => getDocument(read, { organisationId: office.organisationId, id, kinds: [kind] }))
}
