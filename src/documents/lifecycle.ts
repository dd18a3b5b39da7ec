// A document moves only along its table: from which state, by which action, to which state, with which permission, not by whom.
import { type Officer } from '../platform/database/work.ts'
import { Conflict, Forbidden, RuleBroken } from '../platform/errors.ts'
import { type Permission } from '../platform/http/route.ts'
import { documentsText as text } from './documents.text.ts'

export interface LifecycleStep<S extends string = string> {
  readonly to: S
  readonly may: Permission
  /** INV-13: who prepared a document does not approve it; of shared work nobody whose hand is in it does. */
  readonly notBy?: 'author' | 'hands'
  /** A draft is its author's: what another wrote into it they could approve as if somebody else had prepared it (INV-13). */
  readonly onlyBy?: 'author'
}

type Steps<S extends string> = { readonly [action: string]: LifecycleStep<S> }
type Table<T> = { readonly [S in keyof T]: Steps<keyof T & string> }
type StateOf<T> = keyof T & string
type ActionOf<T> = { [S in keyof T]: keyof T[S] }[keyof T] & string

export interface LivingDocument<S extends string> {
  readonly state: S
  /** Empty where nobody is bound to be another: one person signs alone. */
  readonly authorId: string
  /** Everybody who wrote in it, where several write one document. */
  readonly hands?: readonly string[]
}

export interface Lifecycle<S extends string, A extends string> {
  readonly table: Readonly<Record<S, Steps<S>>>
  /** The state after the action; throws when state, right or person stand against it. */
  step(actor: Officer, document: LivingDocument<S>, action: A): S
  /** What this officer may do with it now: the buttons of the page. */
  allows(actor: Officer, document: LivingDocument<S>): A[]
}

export function lifecycle<const T extends Table<T>>(table: T): Lifecycle<StateOf<T>, ActionOf<T>> {
  const stepsOf = (state: StateOf<T>): Steps<StateOf<T>> => table[state]
  const isActionOf = (state: StateOf<T>) => (name: string): name is ActionOf<T> => Object.hasOwn(stepsOf(state), name)
  return {
    table,
    step(actor, document, action) {
      const step = isActionOf(document.state)(action) ? stepsOf(document.state)[action] : undefined
      if (!step) throw new Conflict(text.wrongState)
      const refusal = refusalOf(actor, document, step)
      if (refusal) throw refusal
      return step.to
    },
    allows(actor, document) {
      const open = Object.entries(stepsOf(document.state)).filter(([, step]) => !refusalOf(actor, document, step))
      return open.map(([name]) => name).filter(isActionOf(document.state))
    },
  }
}

/** As the lifecycle shall see it where one person prepares and signs (access-admin-oversight §4.2). */
export function asSigned<D extends { readonly authorId: string }>(document: D, isAlone: boolean): D {
  return isAlone ? { ...document, authorId: '' } : document
}

function refusalOf(actor: Officer, document: LivingDocument<string>, step: LifecycleStep): Error | undefined {
  if (!actor.permissions.has(step.may)) return new Forbidden(text.noPermission)
  // an identity that is claimed but not yet confirmed may work, but not approve.
  if (actor.provisional && step.may.endsWith(':approve')) return new Forbidden(text.provisional)
  if (step.notBy !== undefined && actor.userId === document.authorId) return new RuleBroken(text.samePerson)
  if (step.notBy === 'hands' && document.hands?.includes(actor.userId) === true) return new RuleBroken(text.ownHand)
  if (step.onlyBy === 'author' && document.authorId !== '' && actor.userId !== document.authorId) return new RuleBroken(text.notYours)
  return undefined
}
