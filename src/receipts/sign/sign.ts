// Who prepared a document and who may sign it.

export interface Prepared {
  /** Whom `notBy: 'author'` means; empty where this officer may sign alone. */
  readonly authorId: string
  /** Who prepared it, whatever the unit. */
  readonly preparerId: string
}
