// What the checker's desk sends: ticked papers of one claim, or several claims at once.
import { z } from 'zod'
import { versionSchema } from '../../documents/index.ts'
import { manyIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai } from '../../platform/thai.ts'

export const checkSchema = versionSchema.extend({ note: z.string().default('').transform((text) => normalizeThai(text.replace(/[\u0000-\u001F\u007F]/g, ' ')).slice(0, 300)) })

export function tickedPapers(request: FormRequest): ReadonlySet<string> {
  return new Set(manyIn(request.body, 'papers'))
}
