// A piece of news from the administrator.
import { type CalendarDate } from '../../platform/dates.ts'

export interface Story {
  readonly code: string
  readonly title: string
  readonly body: string
  readonly publishedFrom: CalendarDate
}
