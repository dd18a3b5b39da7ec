// The only SQL of document heads and steps.
import { type Knex } from 'knex'
import { headColumns, headRows, onePage, storedHead, type FoundPage, type StoredHeadRow } from '../../platform/database/heads.ts'
import { person, type Person } from '../../platform/database/people.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate } from '../../platform/dates.ts'
import { NotFound } from '../../platform/errors.ts'
import { fromNumeric, toNumeric } from '../../platform/money.ts'
import {
  kinds, trailKind, type Approver, type BudgetDocument, type DocumentChange, type DocumentEdit, type DocumentFilter, type Kind, type NewDocument, type NewStep, type Step,
} from './document.ts'

export const documentRows = headRows('budget_documents')

/** What this form has made already. */
export const findMade = documentRows.findMade

export async function insertDocument(work: OfficerWork, made: NewDocument): Promise<string> {
  const [row] = await work.db('budget_documents').insert({
    organisation_id: work.actor.organisationId, kind: made.kind, state: 'draft', series: kinds[made.kind].series, form_key: made.formKey,
    prepared_by: work.actor.userId, prepared_at: work.now, ...columnsOf(made),
  }).returning('id')
  return row.id
}

export interface AskedDocument<K extends Kind> {
  readonly organisationId: string
  readonly id: string
  /** A document of another kind is not found. */
  readonly kinds: readonly K[]
}

export async function getDocument<S extends string>(read: OfficerRead, asked: AskedDocument<Kind>): Promise<BudgetDocument<S>> {
  const row: Row<S> | undefined = await heads(read).where({ 'd.organisation_id': asked.organisationId, 'd.id': asked.id })
    .whereIn('d.kind', [...asked.kinds]).first()
  if (!row) throw new NotFound('budget document')
  const document = headOf(row)
  return { ...document, hands: await findHands(read, document), steps: await findSteps(read, asked.organisationId, asked.id) }
}

export async function isOfKinds(read: OfficerRead, id: string, asked: readonly Kind[]): Promise<boolean> {
  const row = await read.db('budget_documents').where({ organisation_id: read.actor.organisationId, id }).whereIn('kind', [...asked]).first('id')
  return row !== undefined
}

/** Newest first, page by page; steps and hands are not read. */
export async function findDocuments<S extends string>(read: OfficerRead, filter: DocumentFilter): Promise<FoundPage<BudgetDocument<S>>> {
  const query = heads(read).where('d.organisation_id', filter.organisationId).whereIn('d.kind', [...filter.kinds]).orderBy('d.id', 'desc')
  if (filter.fiscalYear !== undefined) query.where('d.fiscal_year', filter.fiscalYear)
  if (filter.state !== undefined) query.where('d.state', filter.state)
  if (filter.by !== undefined) query.whereRaw(`d.prepared_by ${filter.by === 'me' ? '=' : '<>'} ?`, [read.actor.userId])
  if (filter.variant !== undefined) query.where('d.variant', filter.variant)
  if (filter.parentId !== undefined) query.where('d.parent_id', filter.parentId)
  if (filter.after !== undefined) query.where('d.id', '<', filter.after)
  return onePage(query, (row: Row<S>) => headOf(row))
}

/** A correction of a draft. */
export async function editDocument(work: OfficerWork, document: BudgetDocument, edit: DocumentEdit): Promise<void> {
  await documentRows.change(work, document, columnsOf(edit))
}

/** A step of its lifecycle. */
export async function moveDocument(work: OfficerWork, document: BudgetDocument, change: DocumentChange): Promise<void> {
  const { state, number, approvedBy, total, approver, legalReference, particulars } = change
  await documentRows.change(work, document, {
    state, ...(number !== undefined && { number }), ...columnsOf({
      ...(total && { total }), ...(approver && { approver }), ...(legalReference !== undefined && { legalReference }), ...(particulars && { particulars }),
    }),
    ...(approvedBy !== undefined && { approved_by: approvedBy, approved_at: approvedBy === null ? null : work.now }),
  })
}

/** What a step found out, kept beside it in the same transaction: no version of its own. */
export async function keepParticulars(work: OfficerWork, id: string, particulars: object): Promise<void> {
  await work.db('budget_documents').where({ organisation_id: work.actor.organisationId, id }).update({ particulars: JSON.stringify(particulars) })
}

export async function insertStep(work: OfficerWork, documentId: string, step: NewStep): Promise<void> {
  await work.db('budget_steps').insert({
    organisation_id: work.actor.organisationId, document_id: documentId, action: step.action, happened_on: step.happenedOn,
    meeting: step.meeting ?? '', letter_number: step.letterNumber ?? '', letter_date: step.letterDate ?? null, note: step.note ?? '',
    recorded_by: work.actor.userId, recorded_at: work.now,
  })
}

async function findSteps(read: OfficerRead, organisationId: string, documentId: string): Promise<Step[]> {
  const rows: StepRow[] = await read.db('budget_steps as s').join('users as u', 'u.id', 's.recorded_by')
    .where({ 's.organisation_id': organisationId, 's.document_id': documentId }).orderBy('s.id')
    .select('s.action', 's.happened_on', 's.meeting', 's.letter_number', 's.letter_date', 's.note', 's.recorded_at', read.db.raw(`${person('u')} AS recorder`))
  return rows.map((row) => ({
    action: row.action, happenedOn: calendarDate(row.happened_on), meeting: row.meeting, letterNumber: row.letter_number,
    letterDate: row.letter_date === null ? null : calendarDate(row.letter_date), note: row.note, recordedBy: row.recorder, recordedAt: row.recorded_at,
  }))
}

/** What the trail calls the changes of what stands in a document; the rest of it are steps. */
const writing = ['DOC_CREATE', 'DOC_EDIT', 'DOC_COPY', 'DOC_IMPORT', 'DOC_REVENUES', 'DOC_EXPENDITURES', 'DOC_LINE', 'DOC_ADD_LINE', 'DOC_REMOVE_LINE', 'DOC_ATTACH', 'DOC_DETACH']

async function findHands(read: OfficerRead, { organisationId, kind, id }: BudgetDocument): Promise<string[]> {
  const rows: { user_id: string }[] = await read.db('audit_events').where({ organisation_id: organisationId, object_kind: trailKind(kind), object_id: id })
    .whereIn('code', writing).whereNotNull('user_id').distinct('user_id')
  return rows.map((row) => row.user_id)
}

/** The parent first: whoever changes both holds them in this order. */
export async function lockWithParent(work: OfficerWork, id: string): Promise<void> {
  const row = await work.db('budget_documents').where({ organisation_id: work.actor.organisationId, id }).first('parent_id')
  if (row?.parent_id) await documentRows.lock(work, row.parent_id)
  await documentRows.lock(work, id)
}

function columnsOf(given: DocumentEdit): object {
  const columns = {
    fiscal_year: given.fiscalYear, document_date: given.documentDate, title: given.title, reason: given.reason, ordinal: given.ordinal,
    effective_on: given.effectiveOn, variant: given.variant, source_code: given.sourceCode, enterprise_id: given.enterpriseId,
    parent_id: given.parentId, total: given.total && toNumeric(given.total), changes_substance: given.changesSubstance, approver: given.approver,
    legal_reference: given.legalReference, particulars: given.particulars && JSON.stringify(given.particulars),
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

function heads(read: OfficerRead): Knex.QueryBuilder {
  return read.db('budget_documents as d').join('users as u', 'u.id', 'd.prepared_by').leftJoin('users as a', 'a.id', 'd.approved_by')
    .select(...headColumns('d'), 'd.kind', 'd.ordinal', 'd.document_date', 'd.effective_on', 'd.title', 'd.reason', 'd.variant', 'd.source_code',
      'd.enterprise_id', 'd.parent_id', 'd.total', 'd.changes_substance', 'd.approver', 'd.legal_reference', 'd.particulars', 'd.prepared_by',
      read.db.raw(`${person('u')} AS maker`), read.db.raw(`${person('a')} AS signer`))
}

interface Row<S extends string> extends StoredHeadRow<S> {
  kind: Kind
  ordinal: number | null
  document_date: string
  effective_on: string | null
  title: string
  reason: string
  variant: string | null
  source_code: string | null
  enterprise_id: string | null
  parent_id: string | null
  total: string | null
  changes_substance: boolean
  approver: Approver | null
  legal_reference: string
  particulars: unknown
  prepared_by: string
  maker: Person
  signer: Person | null
}

interface StepRow {
  action: string
  happened_on: string
  meeting: string
  letter_number: string
  letter_date: string | null
  note: string
  recorded_at: string
  recorder: Person
}

function headOf<S extends string>(row: Row<S>): BudgetDocument<S> {
  return {
    ...storedHead(row), kind: row.kind, ordinal: row.ordinal, documentDate: calendarDate(row.document_date),
    effectiveOn: row.effective_on === null ? null : calendarDate(row.effective_on), title: row.title, reason: row.reason, variant: row.variant,
    sourceCode: row.source_code, enterpriseId: row.enterprise_id, parentId: row.parent_id, total: row.total === null ? null : fromNumeric(row.total),
    changesSubstance: row.changes_substance, approver: row.approver, legalReference: row.legal_reference, particulars: row.particulars,
    authorId: row.prepared_by, preparedBy: row.maker, approvedBy: row.signer, hands: [], steps: [],
  }
}
