// Which papers of a document may still come and go. Its desk states it once; service and page ask the same rule.
import { type Officer } from '../platform/database/work.ts'
import { type Permission } from '../platform/http/route.ts'
import { type DocumentHead } from './document.ts'
import { type LivingDocument } from './lifecycle.ts'

export interface PaperRule<S extends string> {
  readonly may: Permission
  /** Papers come and go with the content: wherever this table knows the step `edit`, and for whom. */
  readonly lifecycle?: {
    step(actor: Officer, document: LivingDocument<S>, action: 'edit'): S
    allows(actor: Officer, document: LivingDocument<S>): readonly string[]
  } | undefined
  /** States in which whoever has the right adds and removes. */
  readonly loose?: readonly S[]
  /** States after a decision: the signed copy, the bank's slip still come; what was decided upon stays. */
  readonly late?: readonly S[]
}

export type PapersOpen = 'change' | 'add' | undefined

/** For the page; the right of the officer and their office are asked too. */
export function papersOpen<S extends string>(rule: PaperRule<S>, officer: Officer, document: DocumentHead<S>): PapersOpen {
  if (officer.organisationId !== document.organisationId || !officer.permissions.has(rule.may)) return undefined
  if (rule.late?.includes(document.state) === true) return 'add'
  return rule.loose?.includes(document.state) === true || rule.lifecycle?.allows(officer, document).includes('edit') === true ? 'change' : undefined
}
