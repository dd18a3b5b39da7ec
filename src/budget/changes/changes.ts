// ทะเบียนการโอนและแก้ไขเปลี่ยนแปลงคำชี้แจง (budget-and-receipts §3.5): every line of what was approved in the year, in the order of approval.
import { type CalendarDate } from '../../platform/dates.ts'
import { minus, plus, type Money, zero } from '../../platform/money.ts'
import { type Approver, type Kind } from '../document/document.ts'

export interface ChangedLine {
  readonly document: { readonly id: string; readonly kind: Kind; readonly number: number | null; readonly title: string }
  readonly approvedOn: CalendarDate | null
  readonly approver: Approver | null
  readonly direction: string
  readonly lineId: string | null
  readonly lineNumber: number | null
  readonly departmentId: string | null
  readonly taskCode: string
  readonly economicCode: string
  readonly title: string
  readonly explanation: string
  readonly amount: Money
  /** What was enacted on the line. */
  readonly enacted: Money
  readonly before: Money
}

export interface ChangeFigures {
  readonly out: Money
  readonly into: Money
  readonly after: Money
}

/** Rewording moves no money. */
export function figuresOf({ direction, amount, before }: ChangedLine): ChangeFigures {
  const [out, into] = [direction === 'out' ? amount : zero, direction === 'in' ? amount : zero]
  return { out, into, after: plus(minus(before, out), into) }
}
