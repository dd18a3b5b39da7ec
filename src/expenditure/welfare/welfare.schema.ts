// What the form and the list of the entitled send, and what is wrong with the form. Pure.
import { isId } from '../../platform/http/asked.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { compareDates, readThaiDate, type CalendarDate } from '../../platform/dates.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { plain } from '../employee-form/employee-form.schema.ts'
import { readMonth } from '../month/month.ts'
import { welfareText } from '../welfare.text.ts'
import { endReasons, type WelfareCommand, type WelfareFilter, type WelfareKind } from './welfare.ts'

const { errors } = welfareText

export const welfareBoxes = ['person', 'kind', 'birthDate', 'startsOn', 'endedOn', 'endReason', 'formKey', 'version'] as const
export type WelfareInput = Readonly<Record<(typeof welfareBoxes)[number], string>>

export function welfareInput(request: FormRequest): WelfareInput {
  const box = (name: string) => plain(typed(request, name))
  return {
    person: box('person'), kind: box('kind'), birthDate: box('birthDate'), startsOn: box('startsOn'), endedOn: box('endedOn'), endReason: box('endReason'), formKey: box('formKey'), version: box('version'),
  }
}

export interface KnownForEntitled {
  readonly today: CalendarDate
  readonly kinds: readonly WelfareKind[]
  /** The one person the box means, or what is wrong with it. */
  readonly person: { readonly id: string } | string
}

export function judgeWelfare(input: WelfareInput, { today, kinds, person }: KnownForEntitled): { readonly command: WelfareCommand | undefined; readonly faults: FieldErrors } {
  const kind = kinds.find(({ code }) => code === input.kind)
  const [birthDate, startsOn] = [readThaiDate(input.birthDate), readMonth(input.startsOn)]
  const endedOn = input.endedOn === '' ? null : readThaiDate(input.endedOn)
  const endReason = endReasons.find((reason) => reason === input.endReason) ?? null
  const faults = {
    ...(typeof person === 'string' && { person }), ...(!kind && { kind: errors.kind }), ...((!birthDate || compareDates(birthDate, today) > 0) && { birthDate: errors.birthDate }),
    ...(!startsOn ? { startsOn: errors.month } : birthDate && compareDates(birthDate, startsOn) >= 0 && { startsOn: errors.bornAfter }),
    ...((endedOn === undefined || (endedOn !== null && (compareDates(endedOn, today) > 0 || (startsOn && compareDates(endedOn, startsOn) < 0)))) && { endedOn: errors.endedOn }),
    ...(endedOn && endReason === null && { endReason: errors.endReason }),
  }
  if (Object.keys(faults).length > 0 || typeof person === 'string' || !kind || !birthDate || !startsOn || endedOn === undefined) return { command: undefined, faults }
  return { faults, command: { payeeId: person.id, kind: kind.code, birthDate, startsOn, endedOn, endReason: endedOn === null ? null : endReason } }
}

export interface AskedWelfare {
  readonly filter: WelfareFilter
  readonly typed: { readonly kind: string; readonly search: string; readonly who: string }
}

export function askedWelfare(query: FormRequest['query'], kinds: readonly WelfareKind[]): AskedWelfare {
  const kind = kinds.find(({ code }) => code === query.kind)?.code
  const search = normalizeThai((query.search ?? '').replace(/[\u0000-\u001F]/g, ' ')).slice(0, 100)
  const isEntitled = query.who !== 'all'
  return { typed: { kind: kind ?? '', search, who: isEntitled ? '' : 'all' }, filter: { kind, search: search || undefined, isEntitled, after: isId(query.after) ? query.after : undefined } }
}
