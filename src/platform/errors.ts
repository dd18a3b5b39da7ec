// The five ways a request can fail. Throw where you know; the route wrapper and the error page are the only catchers.

/** Messages by field; the key '' holds what belongs to the whole form. Keys of lines are dotted: 'lines.0.amount'. */
export type FieldErrors = Readonly<Record<string, string>>

/** What is asked for does not exist, or lies outside the actor's scope: both look the same from outside. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
}

/** The actor exists but may not do this. */
export class Forbidden extends Error {
  override readonly name = 'Forbidden'
}

/** Somebody else changed the document, or it is in another state than the form believed. */
export class Conflict extends Error {
  override readonly name = 'Conflict'
}

/** A rule of the office or of the form refuses this; the form is shown again with these Thai messages. */
export class RuleBroken extends Error {
  override readonly name = 'RuleBroken'
  readonly errors: FieldErrors

  constructor(errors: FieldErrors | string) {
    const byField = typeof errors === 'string' ? { '': errors } : errors
    super(Object.values(byField)[0] ?? 'rule broken')
    this.errors = byField
  }
}

/** Something we depend on (database, queue, mail, ThaiD) cannot answer now. */
export class Unavailable extends Error {
  override readonly name = 'Unavailable'
}
