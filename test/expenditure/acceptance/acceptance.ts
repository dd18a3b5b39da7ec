// The worked scenarios of part B (acceptance-expenditure.json) as data: their journals, and the vouchers of a test held against them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { getVoucher } from '../../../src/ledger/index.ts'
import { formatMoney } from '../../../src/platform/money.ts'
import { type Acting } from '../../support/world.ts'

const line = z.object({ side: z.enum(['D', 'C']), account: z.string(), amount: z.string(), sub: z.string().optional() })
const journal = z.object({ voucher_type: z.string(), date: z.string(), org_kind: z.string(), lines: z.array(line) })
const scenarios = z.object({
  messages_th: z.record(z.string(), z.string()),
  scenarios: z.array(z.object({ id: z.string(), title: z.string(), journals: z.array(journal), error: z.string().nullable() })),
})

export const acceptance = scenarios.parse(JSON.parse(readFileSync(join(import.meta.dirname, 'acceptance-expenditure.json'), 'utf8')))

export type JournalLines = readonly (readonly [side: string, account: string, amount: string])[]

/** The lines of one journal of a scenario as [side, account, amount], in a fixed order. */
export function journalOf(id: string, index = 0): JournalLines {
  const found = acceptance.scenarios.find((scenario) => scenario.id === id)?.journals[index]
  if (!found) throw new Error(`scenario ${id} has no journal ${index}`)
  return sorted(found.lines.map(({ side, account, amount }) => [side, account, amount] as const))
}

/** The lines of a posted voucher in the same form. */
export async function linesOf(who: Acting, organisationId: string, voucherId: string): Promise<JournalLines> {
  const { lines } = await who.read((read) => getVoucher(read, organisationId, voucherId))
  return sorted(lines.map(({ side, accountCode, amount }) => [side, accountCode, formatMoney(amount).replaceAll(',', '')] as const))
}

function sorted(lines: JournalLines): JournalLines {
  return lines.toSorted((one, other) => one.join(' ').localeCompare(other.join(' ')))
}
