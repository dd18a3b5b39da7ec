// What the register of a document may be asked for: whose, which days, which state, after which one.
import { makers, type Maker } from '../platform/database/heads.ts'
import { addDays, readThaiDate, type CalendarDate } from '../platform/dates.ts'
import { type FieldErrors } from '../platform/errors.ts'
import { isId, organisationIn } from '../platform/http/asked.ts'
import { type FormRequest } from '../platform/http/request.ts'
import { documentsText } from './documents.text.ts'

type Query = FormRequest['query']

export interface AskedDays {
  /** As typed, for the boxes. */
  readonly typed: { readonly from: string; readonly until: string }
  /** Half-open. */
  readonly from: CalendarDate | undefined
  readonly until: CalendarDate | undefined
  readonly errors: FieldErrors
}

export function daysIn(query: Query): AskedDays {
  const typed = { from: query.from ?? '', until: query.until ?? '' }
  const [from, until] = [readThaiDate(typed.from), readThaiDate(typed.until)]
  const wrong = (name: 'from' | 'until', read: CalendarDate | undefined) => (
    typed[name] !== '' && read === undefined ? { [name]: documentsText.errors.date } : {})
  return { typed, from, until: until && addDays(until, 1), errors: { ...wrong('from', from), ...wrong('until', until) } }
}

export interface RegisterFilter<S extends string> {
  readonly organisationId: string
  readonly from: CalendarDate | undefined
  readonly until: CalendarDate | undefined
  readonly state: S | undefined
  readonly by?: Maker | undefined
  /** Only what waits for the document that follows it; the home page counts these. */
  readonly isWaiting?: boolean | undefined
  /** Id of the last document of the page before. */
  readonly after: string | undefined
}

export interface AskedRegister<S extends string> {
  readonly filter: RegisterFilter<S>
  /** Goes along with the days, so that the next page and the files ask for the same. */
  readonly days: AskedDays & { readonly typed: { readonly by: string; readonly waiting: string } }
  readonly errors: FieldErrors
}

export function askedRegister<S extends string>(query: Query, own: string, states: readonly S[]): AskedRegister<S> {
  const days = daysIn(query)
  const [by, isWaiting] = [makerIn(query), query.waiting === 'yes' || undefined]
  return {
    filter: {
      organisationId: organisationIn(query, own), from: days.from, until: days.until,
      state: states.find((state) => state === query.state), after: isId(query.after) ? query.after : undefined, by, isWaiting,
    },
    days: { ...days, typed: { ...days.typed, by: by ?? '', waiting: isWaiting ? 'yes' : '' } }, errors: days.errors,
  }
}

/** Only one's own, or only those of others: asked by the home page, whose numbers count these. */
export function makerIn({ by }: Query): Maker | undefined {
  return makers.find((maker) => maker === by)
}
