// Files attached to a document and taken off it again, at its own page.
import { type OfficerRead } from '../platform/database/work.ts'
import { type FieldErrors } from '../platform/errors.ts'
import { idIn } from '../platform/http/asked.ts'
import { redirect, type Reply } from '../platform/http/reply.ts'
import { type FormRequest } from '../platform/http/request.ts'
import { post, type Permission, type Route } from '../platform/http/route.ts'
import { largestAttachment } from './attachments.ts'
import { type AttachmentSteps } from './attachments.service.ts'
import { documentsText } from './documents.text.ts'

const text = documentsText.attachments

export interface AttachDesk extends AttachmentSteps {
  readonly right: Permission
  readonly paths: {
    readonly attachRoute: string
    readonly detachRoute: string
    show(id: string): string
  }
  /** The document's page, after a refusal with its message. */
  show(read: OfficerRead, request: FormRequest, errors: FieldErrors): Promise<Reply>
}

export function attachRoutes({ right, paths, attach, detach, show }: AttachDesk): Route[] {
  const again = (read: OfficerRead, request: FormRequest, refusal: { readonly errors: FieldErrors }) => show(read, request, refusal.errors)
  return [
    post(paths.attachRoute, right, { handle: async (work, request) => {
      const id = idIn(request.params.id)
      await attach(work, id, request.files.filter((file) => file.field === 'files'))
      return redirect(paths.show(id), text.attached)
    }, again, uploadBytes: 2 * largestAttachment }),
    post(paths.detachRoute, right, { handle: async (work, request) => {
      const id = idIn(request.params.id)
      await detach(work, id, idIn(request.params.attachment))
      return redirect(paths.show(id), text.detached)
    }, again }),
  ]
}
