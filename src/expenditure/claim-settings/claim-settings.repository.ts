import { isTwin } from '../../platform/database/heads.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { type ClaimKind } from '../claim-kind/claim-kind.ts'
import { usualSettings, type ClaimSettings, type DebtMoment, type Need, type WantedDocument } from './claim-settings.ts'

export async function getClaimSettings(read: OfficerRead): Promise<ClaimSettings> {
  const row: SettingsRow | undefined = await read.db('claim_settings').where({ organisation_id: read.actor.organisationId }).first()
  return row ? { isEndorsed: row.is_endorsed, debtAt: row.debt_at, version: row.version } : usualSettings
}

/** False when somebody else was faster. */
export async function saveClaimSettings(work: OfficerWork, { isEndorsed, debtAt, version }: ClaimSettings): Promise<boolean> {
  const columns = { is_endorsed: isEndorsed, debt_at: debtAt, version: version + 1 }
  const own = { organisation_id: work.actor.organisationId }
  if (version > 0) return await work.db('claim_settings').where({ ...own, version }).update(columns) === 1
  return work.db('claim_settings').insert({ ...own, ...columns }).then(() => true, (error: unknown) => {
    if (isTwin(error)) return false
    throw error
  })
}

/** The country's list with what the office has changed, kind by kind. */
export async function findWantedDocuments(read: OfficerRead, organisationId: string, kind?: ClaimKind): Promise<WantedDocument[]> {
  const query = read.db('claim_documents_wanted as w').orderBy('w.sort')
    .leftJoin('claim_document_choices as c', (on) => on.on('c.kind', 'w.kind').andOn('c.code', 'w.code').andOnVal('c.organisation_id', organisationId))
    .select('w.kind', 'w.code', 'w.name', 'w.is_mandatory', 'c.need')
  if (kind) query.where('w.kind', kind)
  const rows: WantedRow[] = await query
  return rows.map((row) => {
    const usual = row.is_mandatory ? 'mandatory' : 'optional'
    return { kind: row.kind, code: row.code, name: row.name, usual, need: row.need ?? usual }
  })
}

/** Only what differs is kept. */
export async function saveDocumentChoices(work: OfficerWork, kind: ClaimKind, choices: readonly { readonly code: string; readonly need: Need }[]): Promise<void> {
  const own = { organisation_id: work.actor.organisationId, kind }
  await work.db('claim_document_choices').where(own).delete()
  if (choices.length > 0) await work.db('claim_document_choices').insert(choices.map(({ code, need }) => ({ ...own, code, need })))
}

interface SettingsRow {
  version: number
  is_endorsed: boolean
  debt_at: DebtMoment
}

interface WantedRow {
  kind: ClaimKind
  code: string
  name: string
  is_mandatory: boolean
  need: Need | null
}
