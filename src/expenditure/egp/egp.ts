// บันทึกจัดซื้อจัดจ้างจากระบบ e-GP: contracts beside their numbers in the system of the Comptroller General. Numbers are keyed by hand: no link to e-GP is offered to an LAO.
import { type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { compare, type Money } from '../../platform/money.ts'
import { type ContractState } from '../contract/contract.ts'

/** missing: both numbers are wanted and one is not there. */
export const egpStates = ['missing', 'keyed', 'exempt'] as const
export type EgpState = (typeof egpStates)[number]

export interface EgpRecord {
  readonly organisationId: string
  readonly id: string
  readonly version: number
  readonly number: number | null
  readonly fiscalYear: FiscalYear
  readonly contractState: ContractState
  readonly contractNumber: string
  readonly title: string
  readonly payeeName: string
  readonly payeeTaxId: string | null
  readonly methodName: string
  readonly signedOn: CalendarDate
  readonly price: Money
  readonly hasAdvance: boolean
  readonly egpProject: string
  readonly egpControl: string
}

export function egpStateOf({ egpProject, egpControl, price }: Pick<EgpRecord, 'egpProject' | 'egpControl' | 'price'>, from: Money): EgpState {
  if (egpProject !== '' && egpControl !== '') return 'keyed'
  return compare(price, from) < 0 ? 'exempt' : 'missing'
}
