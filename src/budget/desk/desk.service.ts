// The use cases that all these documents share. Locks: the document, then whatever the kind locks.
import { attachmentSteps, getOffice, recordChange, type Lifecycle, type TrailValues } from '../../documents/index.ts'
import { isYearClosed } from '../../ledger/index.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { compareDates, fiscalYearOf, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { budgetText } from '../budget.text.ts'
import { deskText } from '../desk.text.ts'
import { findDocumentLines, setLines } from '../document-lines/document-lines.repository.ts'
import { documentRows, editDocument, findDocuments, findMade, getDocument, insertDocument, moveDocument } from '../document/document.repository.ts'
import { recordStep, startStep, takeNumber } from '../document/document.service.ts'
import { kinds, trailKind, type BudgetDocument, type Kind, type NewDocumentLine } from '../document/document.ts'
import { getSettings } from '../settings/settings.repository.ts'
import { oldestYear } from '../settings/settings.ts'
import { latenessOf, type ApproveForm, type DeskDocument, type DocumentDesk, type Draft, type Lateness, type Started } from './desk.ts'

const { errors } = deskText

/** `tell`: what the trail keeps of the lines, beside title and total. */
export function documentDesk<S extends string>(kind: Kind, lifecycle: Lifecycle<S, string>, tell: Tell = () => ({})): DocumentDesk<S> {
  const { keyOf, get, start } = basisOf<S>(kind, lifecycle)
  return {
    kind, lifecycle, keyOf, get, start, ...draftsOf({ kind, keyOf, start, tell }), ...decisionsOf(start),
    ...attachmentSteps({ kind: trailKind(kind), rows: documentRows, get, papers: { may: `${kinds[kind].leaf}:edit`, lifecycle } }),
    async cancel(work, id, version) {
      const document = await start(work, id, { version, action: 'cancel' })
      await moveDocument(work, document, { state: document.next })
      await recordChange(work, { ...keyOf(id), action: 'cancel' })
    },
    turn: (action) => async (work, id, { version, reason }) => {
      const document = await start(work, id, { version, action })
      await moveDocument(work, document, { state: document.next })
      await recordStep(work, document, { action, happenedOn: work.today, note: reason })
    },
    note: (action) => async (work, id, form) => {
      const document = await start(work, id, { version: form.version, action })
      await moveDocument(work, document, { state: document.next })
      await recordStep(work, document, { ...form, action })
    },
  }
}

type Tell = (lines: readonly NewDocumentLine[]) => TrailValues

type Basis<S extends string> = Pick<DocumentDesk<S>, 'keyOf' | 'get' | 'start'>

function basisOf<S extends string>(kind: Kind, lifecycle: Lifecycle<S, string>): Basis<S> {
  return {
    keyOf: (id) => ({ kind: trailKind(kind), id }),
    async get(read, organisationId, id) {
      const document = await getDocument<S>(read, { organisationId, id, kinds: [kind] })
      return { ...document, lines: await findDocumentLines(read, organisationId, id) }
    },
    async start(work, id, { version, action }) {
      const document = await startStep(work, { id, kinds: [kind], version, action, lifecycle })
      return { ...document, lines: await findDocumentLines(work, document.organisationId, id) }
    },
  }
}

function draftsOf<S extends string>(
  { kind, keyOf, start, tell }: Pick<DocumentDesk<S>, 'kind' | 'keyOf' | 'start'> & { readonly tell: Tell },
): Pick<DocumentDesk<S>, 'create' | 'edit' | 'submit'> {
  const told = ({ title, total }: Pick<Draft['head'], 'title' | 'total'>, lines: readonly NewDocumentLine[]): TrailValues => (
    { title, total: total ?? undefined, ...tell(lines) })
  return {
    async create(work, formKey, prepare) {
      const earlier = await findMade(work, formKey)
      if (earlier !== undefined) return earlier
      const { head, lines } = await prepare()
      mustBeOfOurTime(work, head)
      const id = await insertDocument(work, { kind, formKey, ...head })
      await setLines(work, id, lines)
      await recordChange(work, { ...keyOf(id), action: 'create', after: told(head, lines) })
      return id
    },
    async edit(work, { id, version }, prepare) {
      const before = await start(work, id, { version, action: 'edit' })
      const { head, lines } = await prepare(before)
      mustBeOfOurTime(work, head)
      if (before.number !== null && head.fiscalYear !== before.fiscalYear) throw new RuleBroken({ documentDate: errors.otherYear(String(before.fiscalYear)) })
      await editDocument(work, before, head)
      await setLines(work, id, lines)
      await recordChange(work, { ...keyOf(id), action: 'edit', before: told(before, before.lines), after: told(head, lines) })
    },
    async submit(work, { id, version }, check) {
      const document = await start(work, id, { version, action: 'submit' })
      const found = await check(document)
      const number = await takeNumber(work, document)
      await moveDocument(work, document, { ...found, state: document.next, number })
      await recordStep(work, document, { action: 'submit', happenedOn: document.documentDate, after: { total: document.total ?? undefined } })
    },
  }
}

function mustBeOfOurTime(work: OfficerWork, { documentDate, fiscalYear }: Draft['head']): void {
  if (fiscalYear < oldestYear) throw new RuleBroken({ documentDate: errors.tooOld(String(oldestYear)) })
  if (compareDates(documentDate, work.today) > 0) throw new RuleBroken({ documentDate: errors.future })
}

function decisionsOf<S extends string>(start: DocumentDesk<S>['start']): Pick<DocumentDesk<S>, 'approve'> {
  return {
    async approve(work, { id, form }, act) {
      const document: Started<S> = await start(work, id, { version: form.version, action: 'approve' })
      mustBeNamed(document, form)
      await moveDocument(work, document, { state: document.next, approvedBy: work.actor.userId })
      await recordStep(work, document, { ...form, action: 'approve', after: { approver: budgetText.approvers[form.approver] } })
      await act(document)
    },
  }
}

function mustBeNamed({ approver, legalReference }: BudgetDocument, form: ApproveForm): void {
  if (approver !== form.approver) throw new RuleBroken({ approver: errors.wrongApprover(budgetText.approvers[approver ?? 'executive'], legalReference) })
}

/** For kinds whose money moves on the day of the approval. */
export function mustBeInYear({ fiscalYear }: Pick<BudgetDocument, 'fiscalYear'>, happenedOn: CalendarDate): void {
  if (fiscalYearOf(happenedOn) !== fiscalYear) throw new RuleBroken({ happenedOn: errors.otherYear(String(fiscalYear)) })
}

/** The budget of a year is closed with its ordinance, or with the books of the year: nothing changes in it any more. */
export async function mustBeOpenYear(read: OfficerRead, fiscalYear: FiscalYear, field = 'documentDate'): Promise<void> {
  const { items } = await findDocuments(read, { organisationId: read.actor.organisationId, kinds: ['annual'], fiscalYear, state: 'closed' })
  if (items.length > 0) throw new RuleBroken({ [field]: errors.closedYear(String(fiscalYear)) })
  if (await isYearClosed(read, fiscalYear)) throw new RuleBroken({ [field]: errors.closedBooks(String(fiscalYear)) })
}

/** How late the report to the supervisor is, where it is. */
export async function getLateness(read: OfficerRead, document: DeskDocument): Promise<(Lateness & { readonly days: number }) | undefined> {
  const { laoKind } = await getOffice(read, document.organisationId)
  const days = (await getSettings(read, { fiscalYear: document.fiscalYear, laoKind })).number('report-days')
  const lateness = mayStillReport(document) ? latenessOf(document, read.today, days) : undefined
  return lateness && { ...lateness, days }
}

function mayStillReport({ state }: DeskDocument): boolean {
  return state === 'approved' || state === 'announced'
}
