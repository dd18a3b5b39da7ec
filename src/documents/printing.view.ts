import { type Person } from '../platform/database/people.ts'
import { type Signatures } from '../platform/http/components.ts'
import { documentsText } from './documents.text.ts'

/** A name below the dotted line, or room for one to be written. */
export function signer(role: string, person: Person | null): Signatures['signers'][number] {
  return { role, name: person?.name ?? documentsText.print.blankName, position: person?.position ?? '' }
}
