// ใช้เงินสำรองจ่าย: out of the reserve, for one event, and for nothing but a disaster or general hardship (budget-and-receipts §3.6).
import { lifecycle, readAmount } from '../../documents/index.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { zero, type Money } from '../../platform/money.ts'
import { approverOf, type Approval } from '../approver/approver.ts'
import { untilApproval, type DeskDocument } from '../desk/desk.ts'
import { type LineWithBalance } from '../line/line.ts'
import { readLine, shortage, whyNot, type Known } from '../named-line/named-line.ts'
import { releaseText } from '../release.text.ts'
import { lineNumber } from '../report.view.ts'

const { errors } = releaseText

export const releaseLifecycle = lifecycle({
  ...untilApproval('budget.transfer'),
  approved: {},
})

export type ReleaseState = keyof typeof releaseLifecycle.table
export type Release = DeskDocument<ReleaseState>

export interface TypedRelease {
  readonly variant: string
  readonly line: string
  readonly amount: string
}

export interface JudgedRelease {
  readonly line: LineWithBalance | undefined
  readonly amount: Money
  readonly approval: Approval
  readonly faults: FieldErrors
}

/** The reserve of the year. */
export function reservesIn(known: Known): LineWithBalance[] {
  return known.lines.filter((line) => line.economicCode === known.settings.text('reserve-item') && whyNot(line, known) === undefined)
}

/** For which kinds of events the law opens the reserve. */
export function openKinds({ settings }: Pick<Known, 'settings'>): string[] {
  return settings.text('release-kinds').split(',').filter((kind) => kind !== '')
}

export function judgeRelease({ variant, line: named, amount: typedAmount }: TypedRelease, known: Known): JudgedRelease {
  const found = readLine(known.lines, named)
  const amount = readAmount(typedAmount)
  const faults = [
    openKinds(known).includes(variant) ? {} : { variant: errors.variant },
    typeof amount === 'string' ? { amount } : {},
    typeof found === 'string' ? { line: found } : faultsOf(found, typeof amount === 'string' ? zero : amount, known),
  ]
  return {
    line: typeof found === 'string' ? undefined : found, amount: typeof amount === 'string' ? zero : amount,
    approval: approverOf(known.rules, { act: 'release', variant, changes: false }, []), faults: Object.assign({}, ...faults),
  }
}

function faultsOf(line: LineWithBalance, amount: Money, known: Known): FieldErrors {
  if (line.economicCode !== known.settings.text('reserve-item')) return { line: errors.notReserve(lineNumber(line)) }
  const why = whyNot(line, known)
  if (why !== undefined) return { line: errors.forbidden(lineNumber(line), why) }
  const short = shortage(line, amount, known)
  return short === undefined ? {} : { amount: short }
}
