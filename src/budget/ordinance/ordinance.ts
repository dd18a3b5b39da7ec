// ข้อบัญญัติ/เทศบัญญัติงบประมาณรายจ่าย: from draft to announcement (budget-and-receipts §3.2, §3.3).
import { z } from 'zod'
import { lifecycle } from '../../documents/index.ts'
import { minus, plus, sum, zero, type Money } from '../../platform/money.ts'
import { type BudgetDocument, type DocumentLine, type Kind, type LineKey, type Step } from '../document/document.ts'
import { ordinancePaths, specialPaths, supplementaryPaths, type OrdinancePaths, type OrdinanceStep } from '../ordinance.paths.ts'

export type OrdinanceKind = Extract<Kind, 'annual' | 'supplementary' | 'interim' | 'special'>

export type CheckId = 'B1' | 'B2' | 'B3' | 'B4' | 'B5' | 'B6' | 'B7' | 'B8' | 'S1' | 'S2' | 'I1' | 'I2'

interface KindRules {
  /** The law names days of the year for proposing and announcing. */
  readonly hasYearDays: boolean
  /** What is done with it, beside typing it. */
  readonly steps: readonly OrdinanceStep[]
  /** What is looked at before it is proposed. */
  readonly checks: readonly CheckId[]
}

const decided: readonly OrdinanceStep[] = ['propose', 'council', 'supervise', 'enforce', 'report', 'correct', 'return', 'cancel']

const kindRules: Readonly<Record<OrdinanceKind, KindRules>> = {
  annual: { hasYearDays: true, steps: decided, checks: ['B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7', 'B8'] },
  supplementary: { hasYearDays: false, steps: decided, checks: ['S1', 'S2', 'B1', 'B2', 'B3', 'B6', 'B8'] },
  // Last year's recurrent lines, enacted already: no council sees them again (§3.2).
  interim: { hasYearDays: false, steps: ['begin', 'report', 'correct', 'cancel'], checks: ['I1', 'I2', 'B2', 'B3', 'B8'] },
  // One enterprise's part of an ordinance: laid before the council, approved and announced with it, never by itself.
  special: { hasYearDays: false, steps: ['cancel'], checks: ['B1', 'B2', 'B3', 'B6', 'B8'] },
}

type Leaf = `budget.${string}`

/** One table for all kinds; only the leaves of the menu, whose rights it asks for, are another's. Several clerks type one budget: none of them brings it into force. */
function lifecycleOf({ prepare, decide }: { readonly prepare: Leaf; readonly decide: Leaf }) {
  return lifecycle({
    draft: {
      edit: { to: 'draft', may: `${prepare}:edit` },
      propose: { to: 'proposed', may: `${decide}:create` },
      begin: { to: 'enforced', may: `${decide}:approve`, notBy: 'hands' },
      cancel: { to: 'cancelled', may: `${prepare}:edit` },
    },
    proposed: {
      council: { to: 'council_approved', may: `${decide}:approve` },
      return: { to: 'draft', may: `${decide}:approve` },
    },
    council_approved: {
      supervise: { to: 'supervisor_approved', may: `${decide}:approve` },
      return: { to: 'draft', may: `${decide}:approve` },
    },
    supervisor_approved: {
      enforce: { to: 'enforced', may: `${decide}:approve`, notBy: 'hands' },
      return: { to: 'draft', may: `${decide}:approve` },
    },
    enforced: { report: { to: 'enforced', may: `${decide}:create` }, correct: { to: 'enforced', may: `${decide}:create` } },
    closed: {},
    cancelled: {},
  })
}

type OrdinanceLifecycle = ReturnType<typeof lifecycleOf>
export type OrdinanceState = keyof OrdinanceLifecycle['table']
export const ordinanceStates: readonly OrdinanceState[] = ['draft', 'proposed', 'council_approved', 'supervisor_approved', 'enforced', 'closed', 'cancelled']
export type OrdinanceAction = Parameters<OrdinanceLifecycle['step']>[2]

/** Which ordinances stand under one address, and whose rights govern them. */
export interface OrdinanceDesk {
  readonly name: 'annual' | 'supplementary' | 'special'
  readonly kinds: readonly [OrdinanceKind, ...OrdinanceKind[]]
  readonly paths: OrdinancePaths
  readonly leaves: { readonly revenues: Leaf; readonly expenditures: Leaf }
  readonly lifecycle: OrdinanceLifecycle
}

export const annualDesk: OrdinanceDesk = {
  name: 'annual', kinds: ['annual', 'interim'], paths: ordinancePaths, leaves: { revenues: 'budget.revest', expenditures: 'budget.expest' },
  lifecycle: lifecycleOf({ prepare: 'budget.expest', decide: 'budget.approve' }),
}

export const supplementaryDesk: OrdinanceDesk = {
  name: 'supplementary', kinds: ['supplementary'], paths: supplementaryPaths, leaves: { revenues: 'budget.supplementary', expenditures: 'budget.supplementary' },
  lifecycle: lifecycleOf({ prepare: 'budget.supplementary', decide: 'budget.supplementary' }),
}

/** งบประมาณรายจ่ายเฉพาะการ, one for each enterprise (§3.1). */
export const specialDesk: OrdinanceDesk = {
  name: 'special', kinds: ['special'], paths: specialPaths, leaves: annualDesk.leaves, lifecycle: annualDesk.lifecycle,
}

const desks: readonly OrdinanceDesk[] = [annualDesk, supplementaryDesk, specialDesk]
export const ordinanceKinds: readonly OrdinanceKind[] = desks.flatMap(({ kinds }) => kinds)

export function rulesOf({ kind }: Pick<OrdinanceHead, 'kind'>): KindRules {
  const found = ordinanceKinds.find((each) => each === kind)
  if (!found) throw new RangeError(`no ordinance: ${kind}`)
  return kindRules[found]
}

export function deskOf({ kind }: Pick<OrdinanceHead, 'kind'>): OrdinanceDesk {
  const desk = desks.find(({ kinds }) => kinds.some((each) => each === kind))
  if (!desk) throw new RangeError(`no desk for ${kind}`)
  return desk
}

export type OrdinanceHead = BudgetDocument<OrdinanceState>

/** เงินงบประมาณ, or งบประมาณรายจ่ายเฉพาะการ: the two are never mixed. */
export function sourceOfKind(kind: Kind): string {
  return kind === 'special' ? 'A2' : '10'
}

/** Enacted with another: it is decided there. */
export function ridesAlong({ kind }: Pick<OrdinanceHead, 'kind'>): boolean {
  return kind === 'special'
}

/** What its money adds to: what supplements the year, and what is enacted with that, comes on top of what was approved. */
export function stageOf({ ordinal }: Pick<OrdinanceHead, 'ordinal'>): 'approved' | 'supplemented' {
  return ordinal === null ? 'approved' : 'supplemented'
}

/** Each kind goes its own way out of the draft; the copy is sent once, and what was recorded of it is corrected in the sight of all. */
export function knowsStep(ordinance: Pick<OrdinanceHead, 'kind' | 'steps'>, step: string): boolean {
  if (step === 'report' || step === 'correct') return (reportOf(ordinance.steps) !== undefined) === (step === 'correct')
  return step === 'edit' || rulesOf(ordinance).steps.some((each) => each === step)
}

/** What is known of the copy sent to the supervisor: as first recorded, or as corrected last. */
export function reportOf(steps: readonly Step[]): Step | undefined {
  return steps.findLast(({ action }) => action === 'report' || action === 'correct')
}

/** The control lines it makes, by number of its own lines. */
export function givenLines({ lines, enterpriseId }: Pick<Ordinance, 'lines' | 'enterpriseId'>) {
  return lines.flatMap(({ key, amount, line, explanation, location }) => (key ? [{ ...key, enterpriseId, amount, documentLine: line, explanation, location }] : []))
}

/** What the budget speech and the minutes of principle and reason say (§3.3). */
export const particularsSchema = z.object({
  principle: z.string().default(''), position: z.string().default(''), performance: z.string().default(''), personnelExplanation: z.string().default(''),
})
export type Particulars = z.output<typeof particularsSchema>

export interface NewRevenueLine {
  readonly code: string
  /** FY−4, FY−3, FY−2. */
  readonly actuals: readonly [Money, Money, Money]
  readonly estimateNow: Money
  readonly amount: Money
  readonly explanation: string
}

export interface RevenueLine extends NewRevenueLine {
  readonly name: string
  readonly categoryCode: string
}

export interface Ordinance extends OrdinanceHead {
  readonly details: Particulars
  readonly revenues: readonly RevenueLine[]
  readonly lines: readonly DocumentLine[]
}

export interface Totals {
  readonly revenue: Money
  readonly expenditure: Money
}

export function totalOf(lines: readonly { readonly amount: Money }[]): Money {
  return sum(lines.map(({ amount }) => amount))
}

export function totalsOf({ revenues, lines }: Pick<Ordinance, 'revenues' | 'lines'>): Totals {
  return { revenue: totalOf(revenues), expenditure: totalOf(lines) }
}

/** Less than nothing is a deficit. */
export function surplusOf({ revenue, expenditure }: Totals): Money {
  return minus(revenue, expenditure)
}

/** What one plan or one type takes, by where the money comes from. */
export interface Part {
  readonly code: string
  readonly own: Money
  readonly subsidy: Money
}

/** In the order of the codes. */
export function partsBy(lines: readonly Pick<DocumentLine, 'key' | 'amount' | 'fromSubsidy'>[], codeOf: (key: LineKey) => string): Part[] {
  const parts = new Map<string, Part>()
  for (const { key, amount, fromSubsidy } of lines) {
    const code = key ? codeOf(key) : ''
    const { own, subsidy } = parts.get(code) ?? { own: zero, subsidy: zero }
    parts.set(code, { code, own: plus(own, minus(amount, fromSubsidy)), subsidy: plus(subsidy, fromSubsidy) })
  }
  return [...parts.values()].sort((a, b) => a.code.localeCompare(b.code))
}
