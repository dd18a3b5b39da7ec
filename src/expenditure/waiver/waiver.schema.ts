// What a browser may send: whose money, how much of each cost, the day and why.
import { z } from 'zod'
import { day, formKey, readAmount, words } from '../../documents/index.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { type Money } from '../../platform/money.ts'
import { peopleIn } from '../bounce-people/bounce-people.schema.ts'
import { waiverText } from '../waiver.text.ts'

const { errors } = waiverText

export const waiverSchema = z.object({ claim: z.string(errors.claim).regex(/^[0-9]{1,18}$/, errors.claim), documentDate: day, reason: words(500, errors.reasonText), formKey })

export interface WaiverForm extends z.infer<typeof waiverSchema> {
  /** '12-3': places in the batch of a claim. */
  readonly people: readonly string[]
  /** By the place of the cost. */
  readonly shares: ReadonlyMap<number, Money>
}

export const costField = (line: number) => `cost-${line}`

const costName = /^cost-([0-9]{1,4})$/

/** Boxes left blank take nothing back. */
export function sharesIn({ body }: Pick<FormRequest, 'body'>): ReadonlyMap<number, Money> {
  const shares = new Map<number, Money>()
  const faults: Record<string, string> = {}
  for (const [name, text] of Object.entries(body)) {
    const line = Number(costName.exec(name)?.[1] ?? 0)
    if (line === 0 || typeof text !== 'string' || text.trim() === '') continue
    const amount = readAmount(text)
    if (typeof amount === 'string') faults[name] = amount
    else shares.set(line, amount)
  }
  if (Object.keys(faults).length > 0) throw new RuleBroken(faults)
  return shares
}

export interface WaiverInput {
  readonly claim: string
  readonly documentDate: string
  readonly reason: string
  readonly formKey: string
  readonly people: readonly string[]
  /** By the place of the cost, as typed. */
  readonly shares: ReadonlyMap<number, string>
}

export function typedWaiver(request: FormRequest): WaiverInput {
  const shares = Object.keys(request.body).flatMap((name) => (costName.test(name) ? [[Number(costName.exec(name)?.[1]), typed(request, name)] as const] : []))
  return { claim: typed(request, 'claim'), documentDate: typed(request, 'documentDate'), reason: typed(request, 'reason'), formKey: typed(request, 'formKey'), people: peopleIn(request), shares: new Map(shares) }
}
