// What a browser may send → a command; what the list may be asked for.
import { z } from 'zod'
import { calendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { daysIn, formKey, isId, optionalWords, organisationIn, type AskedDays } from '../asked.ts'
import { receiptsText } from '../receipts.text.ts'
import { summaryStates, type SummaryFilter } from './remittance-summary.ts'

const { errors } = receiptsText

/** Chosen from the days that wait, so the value is the day itself. */
const waitingDay = z.string(errors.chooseDay).transform((text, context) => {
  try {
    return calendarDate(text)
  } catch {
    context.addIssue({ code: 'custom', message: errors.chooseDay })
    return z.NEVER
  }
})

export const newSummarySchema = z.object({ formKey, summaryDate: waitingDay, remark: optionalWords(500) })

export interface AskedSummaries {
  readonly filter: SummaryFilter
  readonly days: AskedDays
  readonly errors: FieldErrors
}

export function askedSummaries(query: FormRequest['query'], own: string): AskedSummaries {
  const days = daysIn(query)
  return {
    filter: {
      organisationId: organisationIn(query, own), from: days.from, until: days.until,
      state: summaryStates.find((state) => state === query.state),
      after: isId(query.after) ? query.after : undefined,
    },
    days, errors: days.errors,
  }
}
