// What the register may be asked for.
import { type Office } from '../../documents/index.ts'
import { readThaiDate, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { isId } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { yearIn } from '../asked.ts'
import { type LineFilter, type PlaceInRegister } from './line.ts'

type Query = FormRequest['query']

export function askedLines(query: Query, { office, fiscalYear }: { readonly office: Office; readonly fiscalYear: FiscalYear }): LineFilter {
  const plan = codeIn(query.plan, /^[0-9]{5}$/)
  return {
    organisationId: office.organisationId, fiscalYear, sourceCode: codeIn(query.source, /^[0-9A-Z]{2,4}$/),
    planCode: plan, taskCode: codeIn(query.task, /^[0-9]{5}$/), economicPrefix: codeIn(query.type, /^5[0-9]$/),
    departmentId: isId(query.department) ? query.department : undefined, text: normalizeThai(query.text ?? '').slice(0, 100) || undefined,
  }
}

/** '00111.5330100.12': the last line of the page before. */
export function askedPlace(query: Query): PlaceInRegister | undefined {
  const [, taskCode, economicCode, number] = /^([0-9]{5})\.([0-9]{6,7})\.([0-9]{1,9})$/.exec(query.after ?? '') ?? []
  return taskCode && economicCode && number ? { taskCode, economicCode, number: Number(number) } : undefined
}

export function placeText({ taskCode, economicCode, number }: PlaceInRegister): string {
  return [taskCode, economicCode, number].join('.')
}

export interface AskedAvailable {
  readonly fiscalYear: FiscalYear
  /** A number with whatever was shown behind it, or words of the title. */
  readonly named: string
  readonly on: CalendarDate
}

/** The line as it was typed or chosen in a form. */
export function askedAvailable(query: Query, today: CalendarDate): AskedAvailable {
  return { fiscalYear: yearIn(query, today), named: normalizeThai(query.number ?? '').slice(0, 300), on: readThaiDate(query.on ?? '') ?? today }
}

function codeIn(text: string | undefined, shape: RegExp): string | undefined {
  return text !== undefined && shape.test(text) ? text : undefined
}
