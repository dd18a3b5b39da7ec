// In a small unit one person may prepare a document and sign it (access-admin-oversight §4.2).
import { asSigned } from '../../documents/index.ts'
import { signsAlone } from '../../ledger/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type Prepared } from './sign.ts'

/** The document as its lifecycle shall see it before this officer. */
export async function forSigning<D extends Prepared>(read: OfficerRead, document: D): Promise<D> {
  return asSigned(document, await signsAlone(read, { authorId: document.preparerId }))
}
