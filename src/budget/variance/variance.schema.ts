import { RuleBroken } from '../../platform/errors.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { reportText } from '../report.text.ts'
import { type TypedReason } from './variance.ts'

const { errors } = reportText.variance
const longest = 500

/** 'reason.533000' with its 'version.533000'. */
export function typedReasons({ body }: FormRequest): TypedReason[] {
  const wrong: Record<string, string> = {}
  const found = Object.entries(body).flatMap(([name, value]): TypedReason[] => {
    const [, code] = /^reason\.([0-9]{6})$/.exec(name) ?? []
    if (code === undefined || typeof value !== 'string') return []
    const [reason, version] = [normalizeThai(value), body[`version.${code}`]]
    if (reason.length > longest) wrong[name] = errors.tooLong(String(longest))
    if (typeof version !== 'string' || !/^[0-9]{1,9}$/.test(version)) throw new RuleBroken(errors.form)
    return [{ code, reason, version: Number(version) }]
  })
  if (Object.keys(wrong).length > 0) throw new RuleBroken(wrong)
  return found
}
