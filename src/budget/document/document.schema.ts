// Forms of the steps: what council, supervisor and executive did, and when.
import { z } from 'zod'
import { day, optionalWords, reasonSchema, versionSchema, words } from '../../documents/index.ts'
import { readThaiDate } from '../../platform/dates.ts'
import { budgetText } from '../budget.text.ts'

const { errors } = budgetText

/** Left empty: none. */
export const optionalDay = z.string().default('').transform((text, context) => {
  if (text.trim() === '') return null
  const date = readThaiDate(text)
  if (date === undefined) context.addIssue({ code: 'custom', message: errors.date })
  return date ?? z.NEVER
})

export const stepSchema = versionSchema.extend({
  happenedOn: day, meeting: optionalWords(200), letterNumber: optionalWords(100), letterDate: optionalDay, note: optionalWords(500),
})
export type StepForm = z.output<typeof stepSchema>

/** A council decides in a meeting. */
export const councilSchema = stepSchema.extend({ meeting: words(200, errors.meeting) })

export { reasonSchema, versionSchema }
