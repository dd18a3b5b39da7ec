// Attachments are always saved, never shown inside our pages. Row-level security decides whose papers an officer sees.
import { NotFound } from '../platform/errors.ts'
import { idIn } from '../platform/http/asked.ts'
import { download } from '../platform/http/reply.ts'
import { get, type Route } from '../platform/http/route.ts'
import { mayView } from './attachments.ts'
import { getAttachment } from './attachments.service.ts'
import { documentsPaths } from './documents.paths.ts'

export const documentsRoutes: readonly Route[] = [
  get(documentsPaths.attachmentRoute, 'signed-in', async (read, request) => {
    const { attachment, bytes } = await getAttachment(read, idIn(request.params.organisation), idIn(request.params.id))
    if (!mayView(read.actor, attachment.documentKind)) throw new NotFound('attachment')
    return download(attachment.fileName, attachment.mediaType, bytes)
  }),
]
