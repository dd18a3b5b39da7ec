import { fiscalYear } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { isId } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { baseText } from '../base.text.ts'
import { type ChoiceCommand } from './base.ts'

const { errors } = baseText.classes

export function choiceCommand({ body }: FormRequest): ChoiceCommand {
  const { year, part, version } = body
  if (typeof year !== 'string' || !/^2[5-6][0-9]{2}$/.test(year) || typeof part !== 'string' || typeof version !== 'string') throw new RuleBroken(errors.form)
  return { fiscalYear: fiscalYear(Number(year)), part, version, active: tickedIn(body), departments: departmentsIn(body) }
}

/** 'active.00111' */
export function tickedIn(body: FormRequest['body']): string[] {
  return Object.keys(body).flatMap((name) => /^active\.([0-9]{5,7})$/.exec(name)?.[1] ?? [])
}

function departmentsIn(body: FormRequest['body']): Map<string, string> {
  const found = new Map<string, string>()
  for (const [name, value] of Object.entries(body)) {
    const [, code] = /^department\.([0-9]{5})$/.exec(name) ?? []
    if (code === undefined || value === '') continue
    if (typeof value !== 'string' || !isId(value)) throw new RuleBroken({ [name]: errors.department })
    found.set(code, value)
  }
  return found
}
