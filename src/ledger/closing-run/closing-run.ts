// What a closing posts, in its order, from the balances of the year (§3.7): pure but for the words.
import { addDays, fiscalYear, fiscalYearPeriod, type FiscalYear } from '../../platform/dates.ts'
import { formatMoney, isZero, plus, negate, zero } from '../../platform/money.ts'
import { closingText } from '../closing.text.ts'
import { closingPosting, type ClosingEvents } from '../ledger.posting.ts'
import { linesOf, total, type PostingLine } from '../posting/posting.ts'
import { type Asked, type RunPosting } from '../posting/gate.ts'
import { accountOf, type Roles } from '../roles.ts'
import { type SamePerson } from '../voucher/voucher.ts'
import { carriedLines, emptied, isEmpty, reserveOf, resultOf, setAside, transferred, type BudgetFigures, type YearNet } from '../closing/closing.ts'

const { descriptions } = closingText

export interface Closing {
  readonly requestId: string
  readonly year: FiscalYear
  readonly figures: BudgetFigures | null
  readonly preparedBy: string
  readonly samePerson: SamePerson | null
  /** How often the next year's opening was carried over before. */
  readonly carriedBefore: number
  readonly accumulatedName: string
}

export function closingLines<N extends keyof ClosingEvents>(event: N, facts: ClosingEvents[N], roles: Roles): PostingLine[] {
  return linesOf<ClosingEvents[N]>(closingPosting[event], facts, roles)
}

interface Step {
  readonly event: keyof ClosingEvents
  readonly lines: readonly PostingLine[]
  readonly description: string
}

export function closingRun(closing: Closing, nets: readonly YearNet[], roles: Roles): RunPosting[] {
  const steps = closingSteps(closing, nets, roles)
  const opening = carriedLines(afterwards(nets, steps.flatMap(({ lines }) => lines)))
  const next = fiscalYear(closing.year + 1)
  return [
    ...steps.map(({ event, lines, description }) => ({ lines, asked: askedFor(closing, {
      type: 'CL', stage: 'closing', documentDate: lastDayOf(closing.year), source: { kind: 'closing', id: closing.requestId }, event, description, isCarried: false, total: total(lines, 'D'),
    }) })),
    ...opening.length === 0 ? [] : [{ lines: opening, asked: askedFor(closing, {
      type: 'OB', stage: 'opening', documentDate: fiscalYearPeriod(next).from, source: { kind: 'opening', id: String(next) }, event: `opening.carried/${closing.carriedBefore + 1}`,
      description: descriptions.opening, isCarried: true, total: total(opening, 'D'),
    }) }],
  ]
}

function closingSteps({ figures, accumulatedName }: Closing, nets: readonly YearNet[], roles: Roles): Step[] {
  const of = (group: YearNet['group']) => emptied(nets.filter((each) => each.group === group))
  const [revenue, expense] = [of('revenue'), of('expense')]
  const reserve = figures && !isZero(reserveOf(figures)) ? figures : undefined
  return [
    ...isEmpty(revenue) ? [] : [{ event: 'closing.revenue' as const, lines: closingLines('closing.revenue', revenue, roles), description: descriptions.revenue }],
    ...isEmpty(expense) ? [] : [{ event: 'closing.expense' as const, lines: closingLines('closing.expense', expense, roles), description: descriptions.expense }],
    ...isZero(resultOf(nets)) ? [] : [{ event: 'closing.result' as const, lines: closingLines('closing.result', transferred(nets), roles), description: descriptions.result(accumulatedName) }],
    ...reserve === undefined ? [] : [{
      event: 'closing.reserve' as const, lines: closingLines('closing.reserve', setAside(reserve), roles),
      description: descriptions.reserve(formatMoney(reserve.receipts), formatMoney(reserve.spent)),
    }],
  ]
}

type AskedPart = Pick<Asked, 'type' | 'stage' | 'documentDate' | 'source' | 'event' | 'description' | 'isCarried' | 'total' | 'reversesId'>

export function askedFor(signed: Pick<Closing, 'preparedBy' | 'samePerson'>, part: AskedPart): Asked {
  return { ...part, preparedBy: signed.preparedBy, samePerson: signed.samePerson, maySoft: true }
}

export function lastDayOf(year: FiscalYear) {
  return addDays(fiscalYearPeriod(year).until, -1)
}

/** What each account and key holds once these lines stand too. Lines of a closing without a key belong to accounts that have none, or to the general one. */
export function afterwards(nets: readonly YearNet[], lines: readonly PostingLine[]): YearNet[] {
  const keyOf = ({ accountCode, subKey, counterpartyId }: Pick<PostingLine, 'accountCode' | 'subKey' | 'counterpartyId'>) => JSON.stringify([accountCode, subKey ?? null, counterpartyId ?? null])
  const held = new Map(nets.map((each) => [keyOf(each), each]))
  for (const line of lines) {
    const before = held.get(keyOf(line)) ?? { accountCode: line.accountCode, group: 'equity' as const, subKey: line.subKey, counterpartyId: line.counterpartyId, net: zero }
    held.set(keyOf(line), { ...before, net: plus(before.net, line.side === 'D' ? line.amount : negate(line.amount)) })
  }
  return [...held.values()].filter(({ net }) => !isZero(net))
}

export function accumulatedOf(roles: Roles): string {
  return accountOf(roles, 'accumulated')
}
