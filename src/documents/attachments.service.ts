// Papers attached to a document. The right is asked by the route; `attachmentSteps` asks the state, and a desk that goes by another way has asked it before.
import { type HeadRows } from '../platform/database/heads.ts'
import { type OfficerRead, type OfficerWork, type Read } from '../platform/database/work.ts'
import { Conflict, NotFound, RuleBroken } from '../platform/errors.ts'
import { type UploadedFile } from '../platform/http/request.ts'
import { type Attachment, checkFile, mustHaveReaders, refused } from './attachments.ts'
import { findAttachment, insertAttachment, markRemoved, readAttachment } from './attachments.repository.ts'
import { type DocumentHead, type DocumentKey } from './document.ts'
import { documentsText as text } from './documents.text.ts'
import { type PaperRule } from './papers.ts'
import { recordChange } from './trail.service.ts'

/** All of them or none. A file control left blank arrives as a nameless empty file and counts as nothing. */
export async function addAttachments(work: OfficerWork, document: DocumentKey, files: readonly UploadedFile[]): Promise<void> {
  const chosen = files.filter((file) => file.name !== '' || file.bytes.length > 0)
  if (chosen.length === 0) throw refused(text.attachments.none)
  mustHaveReaders(document.kind)
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

export interface PaperDesk<S extends string> {
  readonly kind: string
  readonly rows: Pick<HeadRows, 'lock'>
  readonly papers: PaperRule<S>
  get(read: OfficerRead, organisationId: string, id: string): Promise<DocumentHead<S>>
}

export interface AttachmentSteps {
  attach(work: OfficerWork, id: string, files: readonly UploadedFile[]): Promise<void>
  detach(work: OfficerWork, id: string, attachmentId: string): Promise<void>
}

/** Both with the document held: nobody approves it meanwhile upon other papers. A desk whose papers nobody could open stops the program at its start. */
export function attachmentSteps<S extends string>({ kind, rows, get, papers }: PaperDesk<S>): AttachmentSteps {
  mustHaveReaders(kind)
  const held = async (work: OfficerWork, id: string): Promise<DocumentHead<S>> => {
    await rows.lock(work, id)
    return get(work, work.actor.organisationId, id)
  }
  return {
    async attach(work, id, files) {
      const document = await held(work, id)
      if (papers.late?.includes(document.state) !== true) mustBeOpen(work, papers, document)
      await addAttachments(work, { kind, id }, files)
    },
    async detach(work, id, attachmentId) {
      const document = await held(work, id)
      if (papers.late?.includes(document.state) === true) throw new RuleBroken({ files: text.attachments.kept })
      mustBeOpen(work, papers, document)
      await removeAttachment(work, { kind, id }, attachmentId)
    },
  }
}

function mustBeOpen<S extends string>({ actor }: OfficerWork, { loose, lifecycle }: PaperRule<S>, document: DocumentHead<S>): void {
  if (loose?.includes(document.state) === true) return
  if (!lifecycle) throw new Conflict(text.wrongState)
  lifecycle.step(actor, document, 'edit')
}
