// How every step of a document begins: its row locked, the page's version compared, the lifecycle table asked.
import { type HeadRows } from '../platform/database/heads.ts'
import { type Officer, type OfficerRead, type OfficerWork } from '../platform/database/work.ts'
import { Conflict } from '../platform/errors.ts'
import { type DocumentHead } from './document.ts'
import { documentsText } from './documents.text.ts'
import { asSigned, type Lifecycle } from './lifecycle.ts'

export interface SteppingDesk<S extends string, A extends string, D extends DocumentHead<S>> {
  readonly rows: HeadRows
  readonly lifecycle: Lifecycle<S, A>
  get(read: OfficerRead, organisationId: string, id: string): Promise<D>
  /** Whether this officer also signs what they prepared (a small unit); without it nobody does. */
  signsAlone?(read: OfficerRead, document: Pick<DocumentHead<S>, 'authorId'>): Promise<boolean>
  /** What the table cannot say; throws. */
  guard?(actor: Officer, document: D, action: A): void
}

export interface AskedStep<A extends string> {
  readonly action: A
  readonly version: number
}

/** Held, with the state it goes to, and whether its author takes the step alone. */
export type Started<S extends string, D> = D & { readonly next: S; readonly isAlone: boolean }

export type StartStep<S extends string, A extends string, D> =
  (work: OfficerWork, id: string, step: AskedStep<A>) => Promise<Started<S, D>>

/** The document as it stands, held until commit, with the state it goes to. */
export function stepStarter<S extends string, A extends string, D extends DocumentHead<S>>(desk: SteppingDesk<S, A, D>): StartStep<S, A, D> {
  return async (work, id, { action, version }) => {
    await desk.rows.lock(work, id)
    const document = await desk.get(work, work.actor.organisationId, id)
    mustBeCurrent(document, version)
    desk.guard?.(work.actor, document, action)
    const isAlone = await desk.signsAlone?.(work, document) ?? false
    return { ...document, isAlone, next: desk.lifecycle.step(work.actor, asSigned(document, isAlone), action) }
  }
}

/** Somebody changed it after the page was made. */
export function mustBeCurrent(document: { readonly version: number }, version: number): void {
  if (document.version !== version) throw new Conflict(documentsText.errors.stale)
}
