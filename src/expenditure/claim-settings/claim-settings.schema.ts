import { z } from 'zod'
import { rowsIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { claimKindCodes } from '../claim-kind/claim-kind.ts'
import { claimText } from '../claim.text.ts'
import { debtMoments, needs, type Need } from './claim-settings.ts'

const { errors } = claimText.settings

export const settingsSchema = z.object({
  version: z.string().regex(/^[0-9]{1,9}$/).transform(Number), endorsed: z.enum(['yes', 'no'], errors.endorsed).transform((text) => text === 'yes'), debtAt: z.enum(debtMoments, errors.debtAt),
})

export const papersSchema = z.object({ kind: z.enum(claimKindCodes, errors.kind) })

/** What the form says of each paper; whatever it does not name stays as it is. */
export function needsIn(request: FormRequest): { readonly code: string; readonly need: Need }[] {
  return rowsIn(request.body, 'papers').flatMap(({ code = '', need: typed }) => {
    const need = needs.find((each) => each === typed)
    return need === undefined || code === '' ? [] : [{ code, need }]
  })
}
