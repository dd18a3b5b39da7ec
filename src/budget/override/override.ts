// ใช้จ่ายเกินวงเงิน: an allowance on one line, by a document of its own; only for kinds of expenditure that the settings open (BU-4).
import { lifecycle, readAmount } from '../../documents/index.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { zero, type Money } from '../../platform/money.ts'
import { approverOf, type Approval } from '../approver/approver.ts'
import { untilApproval, type DeskDocument } from '../desk/desk.ts'
import { type LineWithBalance } from '../line/line.ts'
import { readLine, whyNot, type Known } from '../named-line/named-line.ts'
import { overrideText } from '../override.text.ts'
import { lineNumber } from '../report.view.ts'

const { errors } = overrideText

export const overrideLifecycle = lifecycle({
  ...untilApproval('budget.transfer'),
  approved: { withdraw: { to: 'closed', may: 'budget.transfer:approve', notBy: 'author' } },
  closed: {},
})

export type OverrideState = keyof typeof overrideLifecycle.table
export type Override = DeskDocument<OverrideState>

export interface JudgedOverride {
  readonly line: LineWithBalance | undefined
  readonly amount: Money
  readonly approval: Approval
  readonly faults: FieldErrors
}

/** Beginnings of economic codes; none as long as nobody has opened any. */
export function openCodes({ settings }: Pick<Known, 'settings'>): string[] {
  return settings.text('override-codes').split(',').map((code) => code.trim()).filter((code) => code !== '')
}

function isOpen(line: LineWithBalance, known: Known): boolean {
  return openCodes(known).some((code) => line.economicCode.startsWith(code))
}

export function overridable(known: Known): LineWithBalance[] {
  return known.lines.filter((line) => isOpen(line, known) && whyNot(line, known) === undefined)
}

export function judgeOverride(typed: { readonly line: string; readonly amount: string }, known: Known): JudgedOverride {
  const found = readLine(known.lines, typed.line)
  const amount = readAmount(typed.amount)
  return {
    line: typeof found === 'string' ? undefined : found, amount: typeof amount === 'string' ? zero : amount,
    approval: approverOf(known.rules, { act: 'override', changes: false }, []),
    faults: openCodes(known).length === 0 ? { line: overrideText.closed } : {
      ...typeof amount === 'string' && { amount }, ...typeof found === 'string' ? { line: found } : faultsOf(found, known),
    },
  }
}

function faultsOf(line: LineWithBalance, known: Known): FieldErrors {
  if (!isOpen(line, known)) return { line: errors.notOpen(lineNumber(line), line.economicCode) }
  const why = whyNot(line, known)
  return why === undefined ? {} : { line: errors.forbidden(lineNumber(line), why) }
}
