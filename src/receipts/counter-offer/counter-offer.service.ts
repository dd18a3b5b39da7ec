// What the counter's form begins with when it is opened for somebody: a person of the register, a debt, animals brought for slaughter.
import { type OfficerRead } from '../../platform/database/work.ts'
import { isId } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { isZero } from '../../platform/money.ts'
import { findRatesOn } from '../slaughter/slaughter.repository.ts'
import { headsIn } from '../slaughter/slaughter.schema.ts'
import { slaughterLines } from '../slaughter/slaughter.ts'
import { slaughterText } from '../slaughter.text.ts'
import { getDebt } from '../tax-debt/tax-debt.repository.ts'
import { describeDue, findDue } from '../tax-debt/tax-debt.service.ts'
import { getTaxpayer } from '../taxpayer/taxpayer.repository.ts'
import { type CounterOffer, type OfferedLine } from './counter-offer.ts'

/** Nothing where nobody asks for it. */
export async function findOffer(read: OfficerRead, query: FormRequest['query']): Promise<CounterOffer | undefined> {
  const own = read.actor.organisationId
  if (isId(query.debt)) {
    const debt = await getDebt(read, own, query.debt)
    const due = await findDue(read, debt, read.today)
    const told = await describeDue(read, debt, due)
    return {
      payer: await getTaxpayer(read, own, debt.taxpayer.id),
      lines: due.lines.map(({ kind, incomeCode, subKey, reference, amount }, row) => ({
        incomeCode, key: subKey ?? '', description: told[row] ?? '', reference, amount, ...(kind === 'tax' && { assessed: debt.assessed, discount: isZero(debt.discount) ? undefined : debt.discount }),
      })),
    }
  }
  if (isId(query.taxpayer)) return { payer: await getTaxpayer(read, own, query.taxpayer), lines: [] }
  const heads = headsIn(query)
  return heads.size === 0 ? undefined : { payer: undefined, lines: await linesOfSlaughter(read, heads) }
}

async function linesOfSlaughter(read: OfficerRead, heads: ReadonlyMap<string, number>): Promise<OfferedLine[]> {
  const brought = (await findRatesOn(read, read.today)).flatMap((rate) => (heads.has(rate.id) ? [{ rate, heads: heads.get(rate.id) ?? 0 }] : []))
  const description = brought.map(({ rate, heads: count }) => slaughterText.lineOf(rate.animal, String(count))).join(', ')
  return slaughterLines(brought).map(({ incomeCode, amount }) => ({ incomeCode, key: '', description, reference: '', amount }))
}
