// ประเภทรายรับที่ใช้ (ฐานข้อมูลรายได้, letter 003 item 3.3): what the boxes at the counter and in the estimates propose. A code that is not chosen can still be
// typed, and what was booked under it stays: choosing is for the eye, not a fence.
import { createHash } from 'node:crypto'

export interface RevenueType {
  /** A revenue code ('41210008') or a kind that is no revenue ('DP13'). */
  readonly code: string
  readonly name: string
  readonly group: string
  readonly groupName: string
}

export interface TypeCommand {
  /** The ticks as the page showed them. */
  readonly version: string
  readonly codes: readonly string[]
}

/** The same ticks give the same version: who saves an old page would undo what another has chosen since. */
export function versionOf(chosen: ReadonlySet<string>): string {
  return createHash('sha256').update([...chosen].sort().join(' ')).digest('hex').slice(0, 16)
}

export function groupsOf(types: readonly RevenueType[]): (readonly [name: string, types: readonly RevenueType[]])[] {
  return [...new Set(types.map(({ group }) => group))].map((group) => {
    const own = types.filter((type) => type.group === group)
    return [own[0]?.groupName ?? group, own]
  })
}

/** Of what could be proposed: what is in use; everything where nothing was chosen. */
export function inUse<T extends { readonly code: string }>(items: readonly T[], chosen: ReadonlySet<string>): readonly T[] {
  return chosen.size === 0 ? items : items.filter(({ code }) => chosen.has(code))
}
