// ผู้ลงนาม: who signs for the office, and who keeps the safe, each for a time and by an order.
import { type CalendarDate } from '../../platform/dates.ts'

export const signatoryRoles = ['head_of_finance', 'executive', 'clerk', 'department_head', 'safe_committee', 'cheque_signer'] as const
export type SignatoryRole = (typeof signatoryRoles)[number]

export interface SignatoryCommand {
  readonly role: SignatoryRole
  readonly name: string
  readonly position: string
  /** Whose place is taken ('นายกเทศมนตรี'), where somebody signs for another. */
  readonly actingFor: string
  readonly orderNumber: string
  readonly validFrom: CalendarDate
  /** The last day; none for an order without an end. */
  readonly validUntil: CalendarDate | null
}

export interface Signatory extends SignatoryCommand {
  readonly id: string
  readonly version: number
}

/** As it stands below the line: position, or position and whose place is taken. */
export function signingPosition({ position, actingFor }: Pick<Signatory, 'position' | 'actingFor'>, say: (position: string, actingFor: string) => string): string {
  return actingFor === '' ? position : say(position, actingFor)
}
