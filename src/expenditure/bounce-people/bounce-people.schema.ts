import { day, reasonSchema } from '../../documents/index.ts'
import { manyIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'

export const bouncePeopleSchema = reasonSchema.extend({ bouncedOn: day })

/** Who was ticked, once each. */
export function peopleIn({ body }: Pick<FormRequest, 'body'>): string[] {
  return [...new Set(manyIn(body, 'people').filter((key) => /^[0-9]{1,18}-[0-9]{1,9}$/.test(key)))]
}
