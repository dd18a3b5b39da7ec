// Several payments at once, each a document of its own (EX-9).
import { type CalendarDate } from '../../platform/dates.ts'

/** A row of an issued report as it was ticked: paid on that day, its cheque taken by whom. */
export interface TickedRow {
  /** Of the report. */
  readonly id: string
  readonly formKey: string
  readonly handedTo: string
  readonly paymentDate: CalendarDate
}
