// What a browser may send → a command; what the list may be asked for.
import { z } from 'zod'
import { askedRegister, formKey, optionalWords, type AskedRegister } from '../../documents/index.ts'
import { calendarDate } from '../../platform/dates.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { receiptsText } from '../receipts.text.ts'
import { summaryStates, type SummaryState } from './remittance-summary.ts'

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

export function askedSummaries(query: FormRequest['query'], own: string): AskedRegister<SummaryState> {
  return askedRegister(query, own, summaryStates)
}
