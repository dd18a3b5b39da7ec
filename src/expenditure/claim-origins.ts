// What a desk does, in the same transaction, when a claim it drafted moves. One line a desk: the kind of the claim's origin → its hooks.
import { type OriginHooks } from './claim/claim.ts'

export const claimOrigins: Readonly<Record<string, OriginHooks>> = {
}
