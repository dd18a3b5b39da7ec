// How an office handles its claims (expenditure-accounting-assets §1.2, annex C).
import { type ClaimKind } from '../claim-kind/claim-kind.ts'

export const debtMoments = ['approved', 'checked'] as const
/** When the debt is set up: ว่าตั้งหนี้เมื่ออนุมัติ หรือเมื่อตรวจสอบแล้ว. */
export type DebtMoment = (typeof debtMoments)[number]

export interface ClaimSettings {
  /** Without it a submitted claim goes to the checker at once: an office that has no head of a requesting department. */
  readonly isEndorsed: boolean
  readonly debtAt: DebtMoment
  /** Nought until somebody has saved them. */
  readonly version: number
}

export const usualSettings: ClaimSettings = { isEndorsed: true, debtAt: 'approved', version: 0 }

export const needs = ['mandatory', 'optional', 'none'] as const
export type Need = (typeof needs)[number]

/** A paper that the checker asks for with a claim of this kind. */
export interface WantedDocument {
  readonly kind: ClaimKind
  readonly code: string
  readonly name: string
  readonly need: Need
  /** What the country's list says. */
  readonly usual: Need
}
