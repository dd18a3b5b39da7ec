// What a browser may send to any of these desks; what their register may be asked for.
import { z } from 'zod'
import { day, makerIn, optionalWords, reasonSchema, versionSchema, words } from '../../documents/index.ts'
import { type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { isId, organisationIn } from '../../platform/http/asked.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { yearIn } from '../asked.ts'
import { deskText } from '../desk.text.ts'
import { optionalDay, stepSchema } from '../document/document.schema.ts'
import { type DocumentFilter, type Kind } from '../document/document.ts'

const { errors } = deskText

/** The head of every draft. */
export const headFields = { documentDate: day, title: words(300, errors.title), reason: words(2000, errors.reason) }

/** Who approved, and where a council decided: in which meeting. */
export const approveSchema = stepSchema.extend({ approver: z.enum(['executive', 'council'], errors.approver) })
  .refine(({ approver, meeting }) => approver !== 'council' || meeting !== '', { message: errors.meeting, path: ['meeting'] })

export const noteSchema = versionSchema.extend({
  happenedOn: day, letterNumber: optionalWords(100), letterDate: optionalDay, note: optionalWords(500),
})

export { reasonSchema, versionSchema }

/** The button that was pressed asks for the page again: with more rows, or with the figures of now. */
export function asksForPage(request: FormRequest): boolean {
  return typed(request, 'again') !== ''
}

/** Faults of the rows are told with those of the head, even when the head alone was refused, and to whoever asks whether it will do. */
export function faultsToTell(request: FormRequest, faults: FieldErrors, errors: FieldErrors): FieldErrors {
  return typed(request, 'again') === 'check' || Object.keys(errors).length > 0 ? { ...faults, ...errors } : {}
}

/** What stands in the boxes of a form, beside what its kind asks. */
export interface FormInput {
  readonly formKey: string
  readonly version: string
}

/** As offered or stored, or as typed. A draft kept while nobody was signed in knows no version: it is taken up at the present one. */
export function inputFor<I extends FormInput>(request: FormRequest, start: I, given: I): { readonly input: I; readonly isTyped: boolean } {
  const isTyped = Object.keys(request.body).length > 0
  const known = { formKey: given.formKey || start.formKey, version: given.version || start.version }
  return { input: isTyped ? { ...given, ...known } : start, isTyped }
}

export interface Tabs {
  readonly desk: { readonly kind: Kind; readonly lifecycle: { readonly table: object } }
}

export interface AskedDesk<T extends Tabs> {
  /** The kind that is looked at, of those that share the register. */
  readonly tab: T
  readonly filter: DocumentFilter & { readonly fiscalYear: FiscalYear }
}

export function askedDesk<T extends Tabs>(query: FormRequest['query'], tabs: readonly [T, ...T[]], now: { readonly own: string; readonly today: CalendarDate }): AskedDesk<T> {
  const tab = tabs.find(({ desk }) => desk.kind === query.kind) ?? tabs[0]
  return {
    tab,
    filter: {
      organisationId: organisationIn(query, now.own), kinds: [tab.desk.kind], fiscalYear: yearIn(query, now.today),
      state: Object.keys(tab.desk.lifecycle.table).find((state) => state === query.state), after: isId(query.after) ? query.after : undefined, by: makerIn(query),
    },
  }
}
