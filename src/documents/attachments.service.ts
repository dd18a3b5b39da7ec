// Papers attached to a document. The room that owns the document has asked for the right and the state before it comes here.
import { type OfficerWork, type Read } from '../platform/database/work.ts'
import { NotFound } from '../platform/errors.ts'
import { type UploadedFile } from '../platform/http/request.ts'
import { type Attachment, checkFile, refused } from './attachments.ts'
import { findAttachment, insertAttachment, markRemoved, readAttachment } from './attachments.repository.ts'
import { type DocumentKey } from './document.ts'
import { documentsText as text } from './documents.text.ts'
import { recordChange } from './trail.service.ts'

/** All of them or none. A file control left blank arrives as a nameless empty file and counts as nothing. */
export async function addAttachments(work: OfficerWork, document: DocumentKey, files: readonly UploadedFile[]): Promise<void> {
  const chosen = files.filter((file) => file.name !== '' || file.bytes.length > 0)
  if (chosen.length === 0) throw refused(text.attachments.none)
  for (const file of chosen) {
    const checked = await checkFile(file)
    await insertAttachment(work, document, checked)
    await recordChange(work, { ...document, action: 'attach', after: { file: checked.name } })
  }
}

export async function getAttachment(read: Read, organisationId: string, attachmentId: string): Promise<{ attachment: Attachment; bytes: Buffer }> {
  const attachment = await findAttachment(read, organisationId, attachmentId)
  if (!attachment) throw new NotFound('attachment')
  return { attachment, bytes: await readAttachment(read, attachment) }
}

/** The document is named too, so that an id from another page cannot be slipped in. */
export async function removeAttachment(work: OfficerWork, document: DocumentKey, attachmentId: string): Promise<void> {
  const attachment = await findAttachment(work, work.actor.organisationId, attachmentId)
  if (attachment?.documentKind !== document.kind || attachment.documentId !== document.id) throw new NotFound('attachment')
  await markRemoved(work, attachment)
  await recordChange(work, { ...document, action: 'detach', before: { file: attachment.fileName } })
}
