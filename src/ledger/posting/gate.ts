// What a document asks of the gate and how its refusals are told (INV-02, INV-03, INV-05, INV-07). The gate itself is ledger_post in PostgreSQL.
import { compareDates, fiscalMonthOf, fiscalYearOf, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { type Money } from '../../platform/money.ts'
import { ledgerText } from '../ledger.text.ts'
import { stages, type SamePerson, type Source, type Stage, type VoucherHead, type VoucherLine, type VoucherType } from '../voucher/voucher.ts'
import { type PostingLine } from './posting.ts'

const { errors } = ledgerText

/** What stands in the books after posting. */
export interface Posted {
  readonly id: string
  readonly number: string
}

/** Parts of the work for which a period can be shut by itself. */
export const modules = ['receipts', 'expenditure', 'pawn', 'general'] as const
export type Module = (typeof modules)[number]

const modulesOf: Readonly<Partial<Record<VoucherType, Module>>> = { RV: 'receipts', AP: 'expenditure', PV: 'expenditure', PN: 'pawn' }

export function moduleOf(type: VoucherType): Module {
  return modulesOf[type] ?? 'general'
}

const stagesOf: Readonly<Partial<Record<VoucherType, Stage>>> = { OB: 'opening', AJ: 'adjusting', CL: 'closing', PA: 'post-audit' }

/** A closing voucher after the audit says so itself; a reversal takes the stage of what it reverses. */
export function stageOf(type: VoucherType, given?: Stage): Stage {
  return given ?? stagesOf[type] ?? 'normal'
}

/** 0 opening · 1–12 October to September · 13 adjusting · 14 closing · 15 after the audit. */
export function periodOf(stage: Stage, date: CalendarDate): number {
  const periods = { opening: 0, normal: fiscalMonthOf(date), adjusting: 13, closing: 14, 'post-audit': 15, 'post-audit-closing': 15 }
  return periods[stage]
}

export const positionOf = (stage: Stage): number => stages.indexOf(stage)

/** What the gate is asked; whose books and who approves is told by the transaction. */
export interface Asked {
  readonly type: VoucherType
  readonly stage: Stage
  readonly documentDate: CalendarDate
  readonly source: Source
  readonly event: string
  readonly description: string
  readonly total: Money
  readonly preparedBy: string
  readonly samePerson: SamePerson | null
  readonly maySoft: boolean
  readonly isCarried: boolean
  readonly reversesId?: string | undefined
}

export interface Refusal {
  readonly refused: 'noYear' | 'closed' | 'unknownAccount' | 'header' | 'scope' | 'retiredAccount' | 'register' | 'unknownKey' | 'noRegister'
  readonly account?: string
  /** Counted from 1. */
  readonly line?: number
  readonly state?: 'open' | 'soft' | 'closed'
}

export interface Standing {
  readonly id: string
  readonly type: VoucherType
  readonly number: number
  readonly fiscal_year: number
  readonly is_new: boolean
}

export type Answer = Refusal | Standing

/** One voucher of a run: all or nothing. */
export interface RunPosting {
  readonly asked: Asked
  readonly lines: readonly PostingLine[]
}

export type RunAnswer = Answer | { readonly refused: 'gone' | 'samePerson' | 'earlierOpen' | 'laterClosed' }

export function refusalText({ refused, account = '', state }: Refusal): string {
  if (refused === 'noYear') return errors.noYear
  if (refused === 'closed') return state === 'soft' ? errors.softClosed : errors.closed
  return errors[refused](account)
}

/** In a form of lines the message stands at its row. */
export function refusalOf(refusal: Refusal, atLines: boolean): RuleBroken {
  const message = refusalText(refusal)
  if (!atLines || refusal.line === undefined) return new RuleBroken(message)
  const cell = refusal.refused === 'register' || refusal.refused === 'unknownKey' || refusal.refused === 'noRegister' ? 'key' : 'account'
  return new RuleBroken({ [`lines.${refusal.line - 1}.${cell}`]: message })
}

/** INV-09, INV-10: a register would turn over; told as 'account key'. */
export function overdrawnText(told: string): string {
  const code = told.split(' ', 1)[0] ?? ''
  return code.startsWith('1101') ? errors.cash(code) : errors.overdrawn(code)
}

/** INV-05 */
export function mustBeReversible(voucher: VoucherHead, { reason, documentDate }: { reason: string; documentDate: CalendarDate }): void {
  if (voucher.type === 'RX') throw new RuleBroken(errors.reversal)
  if (voucher.reversedById !== null) throw new RuleBroken(errors.reversed)
  if (reason.trim() === '') throw new RuleBroken({ reason: errors.reason })
  if (compareDates(documentDate, voucher.documentDate) < 0) throw new RuleBroken(errors.beforeOriginal)
  if (voucher.stage === 'normal') return
  const isSamePeriod = voucher.stage === 'adjusting' ? fiscalYearOf(documentDate) === voucher.fiscalYear : documentDate === voucher.documentDate
  if (!isSamePeriod) throw new RuleBroken(errors.otherPeriod)
}

/** The same lines with sides swapped. */
export function reversed(lines: readonly VoucherLine[]): PostingLine[] {
  return lines.map((line) => ({
    accountCode: line.accountCode, side: line.side === 'D' ? 'C' : 'D', amount: line.amount, subKey: line.subKey ?? undefined,
    counterpartyId: line.counterpartyId ?? undefined, budgetLineId: line.budgetLineId ?? undefined, fundCode: line.fundCode ?? undefined,
    revenueCode: line.revenueCode ?? undefined, memo: line.memo,
  }))
}

/** Swapped too, with income and expense of the closed year turned to where its closing took them. */
export function corrected(lines: readonly VoucherLine[], accumulated: string): PostingLine[] {
  return reversed(lines).map((line) => (/^[45]/.test(line.accountCode) ? { accountCode: accumulated, side: line.side, amount: line.amount, memo: line.memo } : line))
}
