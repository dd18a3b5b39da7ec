// Several documents at once: each in a transaction of its own, done whole or not at all; what stood against one is told beside it and stops no other.
import { type OfficerRead, type OfficerWork } from '../platform/database/work.ts'
import { Conflict, Forbidden, NotFound, RuleBroken, type FieldErrors } from '../platform/errors.ts'
import { page, type Reply } from '../platform/http/reply.ts'
import { type FormRequest } from '../platform/http/request.ts'
import { asOfficer, post, type Keys, type Permission, type PostRoute } from '../platform/http/route.ts'
import { type TickedResult } from './ticked.ts'
import { type ResultPage } from './ticked.view.ts'

export type ActOnOne<T> = (work: OfficerWork, one: T) => Promise<unknown>

export interface TickedRoute<T> {
  /** What was ticked; throws RuleBroken where the form as a whole is wrong. */
  ticked(request: FormRequest): readonly T[]
  readonly act: ActOnOne<T>
  /** Said where nothing was ticked. */
  readonly none: string
  results(read: OfficerRead, results: readonly TickedResult[]): Promise<ResultPage>
  again(read: OfficerRead, request: FormRequest, errors: FieldErrors): Promise<Reply>
}

/** Acted on before the transaction of the request, because each has one of its own. */
export function tickedRoute<T extends { readonly id: string }>(path: string, right: Permission, route: TickedRoute<T>): PostRoute {
  return post<readonly TickedResult[]>(path, right, {
    ask: async (keys, request) => actOnEach(keys, route.ticked(request), route.act),
    handle: async (work, _request, results) => {
      if (results.length === 0) throw new RuleBroken(route.none)
      return page('documents/results', await route.results(work, results))
    },
    again: (read, request, { errors }) => route.again(read, request, errors),
  })
}

/** One after the other; a fault of ours is no refusal and goes on. */
export async function actOnEach<T extends { readonly id: string }>(keys: Keys, ticked: readonly T[], act: ActOnOne<T>): Promise<TickedResult[]> {
  const results: TickedResult[] = []
  for (const one of ticked) {
    const refusal = await keys.work((work) => act(asOfficer(work), one)).then(() => undefined, refusalOf)
    results.push({ id: one.id, refusal })
  }
  return results
}

function refusalOf(error: unknown): string {
  if (error instanceof RuleBroken) return Object.values(error.errors).join(' · ')
  if (error instanceof Conflict || error instanceof Forbidden || error instanceof NotFound) return error.message
  throw error
}

/** Those that can be read: one of another office is told by its number alone. */
export async function foundOf<T>(results: readonly TickedResult[], get: (id: string) => Promise<T>): Promise<ReadonlyMap<string, T>> {
  const found = new Map<string, T>()
  for (const { id } of results) {
    const one = await get(id).catch(nothingThere)
    if (one !== undefined) found.set(id, one)
  }
  return found
}

function nothingThere(error: unknown): undefined {
  if (error instanceof NotFound) return undefined
  throw error
}
