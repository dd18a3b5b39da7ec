import { type StoredHead } from '../platform/database/heads.ts'

/** A document of any kind: 'remittance-summary' and its id. */
export interface DocumentKey {
  readonly kind: string
  readonly id: string
}

/** What every document with a lifecycle knows of itself. */
export interface DocumentHead<S extends string> extends StoredHead<S> {
  /** Who prepared it, for whom `notBy: 'author'` is meant. */
  readonly authorId: string
}

/** How the trail keeps that a document was decided about by who prepared it. */
export const signedAlone = 'signedAlone'
