// ทะเบียนคุมประกันต่าง ๆ of contracts: what is held of whom, in which form, until when it must be given back, and how long that is past (§1.5, §2). Pure.
import { addDays, addMonths, compareDates, daysBetween, type CalendarDate } from '../../platform/dates.ts'
import { type Money } from '../../platform/money.ts'
import { type ContractState } from '../contract/contract.ts'

export const heldKinds = ['security', 'retention', 'performance', 'advance', 'retention-paper'] as const
/** Money in the ledger, or papers by what they stand for. */
export type HeldKind = (typeof heldKinds)[number]

export interface HeldSecurity {
  readonly contractId: string
  readonly contractName: string
  readonly contractNumber: string
  readonly contractState: ContractState
  readonly payeeName: string
  readonly kind: HeldKind
  /** What is in the register: a paper of a bank, or money. */
  readonly form: string
  readonly taken: Money
  readonly given: Money
  readonly held: Money
  /** Of the last delivery that was accepted. */
  readonly acceptedOn: CalendarDate | null
  readonly warrantyMonths: number
}

/** Free are the advance's paper and the retention with the last delivery, the security when its warranty is over; while the contract runs or was terminated nothing is due. */
export function releasedOn({ contractState, kind, acceptedOn, warrantyMonths }: Pick<HeldSecurity, 'contractState' | 'kind' | 'acceptedOn' | 'warrantyMonths'>): CalendarDate | null {
  if (acceptedOn === null || (contractState !== 'completed' && contractState !== 'closed')) return null
  return kind === 'security' || kind === 'performance' ? addMonths(acceptedOn, warrantyMonths) : acceptedOn
}

/** So many days after its release it is given back at the latest (ระเบียบ กค. 2560 ข้อ 170). */
export function dueOn(held: Parameters<typeof releasedOn>[0], returnDays: number): CalendarDate | null {
  const released = releasedOn(held)
  return released === null ? null : addDays(released, returnDays)
}

/** Nought where nothing is late. */
export function daysOverdue(due: CalendarDate | null, today: CalendarDate): number {
  return due === null || compareDates(today, due) <= 0 ? 0 : daysBetween(due, today)
}
