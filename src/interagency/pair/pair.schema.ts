import { z } from 'zod'
import { words } from '../../documents/index.ts'
import { NotFound } from '../../platform/errors.ts'
import { fiscalYear, fiscalYearOf, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { idIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { interagencyText } from '../interagency.text.ts'
import { type AskedStanding } from './pair.ts'

const { errors } = interagencyText

export const exceptionSchema = z.object({ letter: words(100, errors.letter), reason: words(500, errors.reason) })

/** The year asked for; anything else is this one. */
export function askedYear(query: FormRequest['query'], today: CalendarDate): FiscalYear {
  const asked = /^25[0-9]{2}$/.exec(query.fiscalYear ?? '')?.[0]
  return asked === undefined ? fiscalYearOf(today) : fiscalYear(Number(asked))
}

export function askedStanding({ year, other, account }: FormRequest['params']): AskedStanding {
  if (!/^25[0-9]{2}$/.test(year ?? '') || !/^[0-9]{10}\.[0-9]{3}$/.test(account ?? '')) throw new NotFound('dealing between units')
  return { year: fiscalYear(Number(year)), account: account ?? '', otherId: idIn(other) }
}
