// ลดหรืองดเบี้ยปรับ/เงินเพิ่ม by an order: asked by who collects, confirmed by who approves receipts, then no longer asked for (budget-and-receipts §4.9, INV-13).
import { type CalendarDate } from '../../platform/dates.ts'
import { type Late } from '../tax-rule/tax-rule.ts'

export type ReductionState = 'asked' | 'granted' | 'refused'

export interface ReductionOrder extends Late {
  readonly orderNumber: string
  readonly orderDate: CalendarDate
  readonly reason: string
}

export interface Reduction extends ReductionOrder {
  readonly id: string
  readonly state: ReductionState
  readonly asker: string
  readonly decider: string
}

export type ReductionForm = ReductionOrder & { readonly version: number }
