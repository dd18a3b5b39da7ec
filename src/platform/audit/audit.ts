// The audit log's words: what happened, to what, before and after. Secrets and whole citizen ids never enter (access-admin-oversight §4.8).

export interface AuditEvent {
  /** AUTH_*, THAID_*, OTP_*, PWD_*, SESSION_*, USER_*, … DENIED; documents use DOC_<ACTION>. */
  readonly code: string
  /** Whose log it belongs to; by default the actor's organisation. */
  readonly organisationId?: string
  readonly userId?: string
  readonly objectKind?: string
  readonly objectId?: string
  readonly before?: object
  readonly after?: object
  readonly reason?: string
}

export interface AuditEntry {
  readonly code: string
  readonly userName: string
  readonly position: string
  readonly occurredAt: string
  readonly before: object | null
  readonly after: object | null
  readonly reason: string | null
}
