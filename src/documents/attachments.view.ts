// Attachments as the component wants them; the room that owns the document says whether files may come and go.
import { formatInstant, instant } from '../platform/dates.ts'
import { type Officer } from '../platform/database/work.ts'
import { file, type Attachments } from '../platform/http/components.ts'
import { acceptedFiles, type Attachment } from './attachments.ts'
import { documentsText } from './documents.text.ts'
import { documentsPaths } from './documents.paths.ts'
import { type DocumentHead } from './document.ts'
import { papersOpen, type PaperRule } from './papers.ts'

const text = documentsText.attachments

export interface AttachmentActions {
  readonly add: string
  /** Absent where files only come: what was decided upon them stays with them. */
  readonly remove?: ((attachmentId: string) => string) | undefined
  readonly error?: string | undefined
}

/** `change` only while the document may still be changed. */
export function attachmentsView(attachments: readonly Attachment[], change?: AttachmentActions): Attachments {
  return {
    heading: text.heading,
    items: attachments.map((attachment) => ({
      name: attachment.fileName, href: documentsPaths.attachment(attachment.organisationId, attachment.id), detail: detailOf(attachment),
      ...(change?.remove && { remove: { action: change.remove(attachment.id) } }),
    })),
    ...(attachments.length === 0 && { empty: text.empty }),
    ...(change && { upload: uploadOf(change) }),
  }
}

export interface ShownPapers<S extends string> {
  readonly papers: PaperRule<S>
  readonly officer: Officer
  readonly document: DocumentHead<S>
  readonly attachments: readonly Attachment[]
  readonly paths: { attach(id: string): string; detach(id: string, attachment: string): string }
  readonly error: string | undefined
}

/** The files of a document, with the controls that its rule has open for this officer. */
export function papersView<S extends string>({ papers, officer, document, attachments, paths, error }: ShownPapers<S>): Attachments {
  const open = papersOpen(papers, officer, document)
  const remove = open === 'change' ? (attachment: string) => paths.detach(document.id, attachment) : undefined
  return attachmentsView(attachments, open && { add: paths.attach(document.id), remove, error })
}

function uploadOf(change: AttachmentActions): NonNullable<Attachments['upload']> {
  return {
    action: change.add, label: text.upload,
    file: file({ name: 'files', label: text.label, hint: text.hint, accept: acceptedFiles, multiple: true, error: change.error }),
  }
}

function detailOf(attachment: Attachment): string {
  const kilobytes = Math.max(1, Math.round(attachment.size / 1024)).toLocaleString('en-US')
  return text.detail(text.kilobytes(kilobytes), attachment.addedBy, formatInstant(instant(attachment.addedAt)))
}
