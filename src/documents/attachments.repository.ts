import { createHash } from 'node:crypto'
import { personName } from '../platform/database/people.ts'
import { type OfficerWork, type Read } from '../platform/database/work.ts'
import { type Attachment, type CheckedFile } from './attachments.ts'
import { type DocumentKey } from './document.ts'

export async function insertAttachment(work: OfficerWork, document: DocumentKey, file: CheckedFile): Promise<void> {
  await work.db('attachments').insert({
    organisation_id: work.actor.organisationId, document_kind: document.kind, document_id: document.id,
    file_name: file.name, media_type: file.mediaType, sha256: createHash('sha256').update(file.bytes).digest('hex'), bytes: file.bytes,
    added_by: work.actor.userId, added_at: work.now,
  })
}

export async function findAttachments(read: Read, organisationId: string, document: DocumentKey): Promise<Attachment[]> {
  const rows = await listed(read).where({ 'a.organisation_id': organisationId, 'a.document_kind': document.kind, 'a.document_id': document.id })
    .whereNull('a.removed_at').orderBy('a.id')
  return rows.map(attachmentOf)
}

export async function findAttachment(read: Read, organisationId: string, attachmentId: string): Promise<Attachment | undefined> {
  const row = await listed(read).where({ 'a.organisation_id': organisationId, 'a.id': attachmentId }).whereNull('a.removed_at').first()
  return row && attachmentOf(row)
}

export async function readAttachment(read: Read, attachment: Attachment): Promise<Buffer> {
  const row = await read.db('attachments').where({ organisation_id: attachment.organisationId, id: attachment.id }).first('bytes')
  return row.bytes
}

/** Nothing is destroyed: it is only no longer shown. */
export async function markRemoved(work: OfficerWork, attachment: Attachment): Promise<void> {
  await work.db('attachments').where({ organisation_id: attachment.organisationId, id: attachment.id }).update({ removed_at: work.now })
}

function listed(read: Read) {
  return read.db('attachments as a').join('users as u', 'u.id', 'a.added_by').select(
    'a.organisation_id', 'a.id', 'a.document_kind', 'a.document_id', 'a.file_name', 'a.media_type', 'a.added_at',
    read.db.raw(`${personName('u')} AS added_by_name, octet_length(a.bytes) AS size`))
}

function attachmentOf(row: Awaited<ReturnType<typeof listed>>[number]): Attachment {
  return {
    organisationId: row.organisation_id, id: row.id, documentKind: row.document_kind, documentId: row.document_id,
    fileName: row.file_name, mediaType: row.media_type, size: row.size, addedBy: row.added_by_name, addedAt: row.added_at,
  }
}
