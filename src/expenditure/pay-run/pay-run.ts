// งวดการจ่าย: the pay of one month, person by person, from the register to the claims that pay it (expenditure-accounting-assets §1.7). Pure.
import { lifecycle, printedNumber, type DocumentHead, type RegisterFilter } from '../../documents/index.ts'
import { type Person } from '../../platform/database/people.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { compare, minus, sum, zero, type Money } from '../../platform/money.ts'

/** Kind of its trail, and the origin of its claims. */
export const runSource = 'pay-run'

export const runStates = ['draft', 'submitted', 'approved', 'paid', 'cancelled'] as const
export type RunState = (typeof runStates)[number]

/** เงินเดือน ค่าจ้าง ค่าตอบแทน (C3), บำนาญ (C4), เบี้ยยังชีพ (C5). */
export const runKinds = ['payroll', 'pension', 'welfare'] as const
export type RunKind = (typeof runKinds)[number]

/** Made by the pay office, approved by the head of finance, claimed by departments; the payments of its claims make it paid. */
export const runLifecycle = lifecycle({
  draft: {
    edit: { to: 'draft', may: 'expense.payroll:edit', onlyBy: 'author' },
    refresh: { to: 'draft', may: 'expense.payroll:edit' },
    submit: { to: 'submitted', may: 'expense.payroll:create' },
    cancel: { to: 'cancelled', may: 'expense.payroll:edit' },
  },
  submitted: {
    withdraw: { to: 'draft', may: 'expense.payroll:edit' },
    approve: { to: 'approved', may: 'expense.check:approve', notBy: 'author' },
    return: { to: 'draft', may: 'expense.check:approve' },
  },
  approved: {
    claim: { to: 'approved', may: 'expense.voucherreq:create' },
    reopen: { to: 'draft', may: 'expense.check:approve' },
  },
  paid: {},
  cancelled: {},
})

export type RunStep = 'refresh' | 'submit' | 'cancel' | 'withdraw' | 'approve' | 'return' | 'claim' | 'reopen'

export interface RunItem {
  readonly side: 'pay' | 'deduction'
  /** 'wage' or 'allowance'; of a deduction its code. */
  readonly code: string
  readonly title: string
  readonly budgetLineId: string | null
  readonly accountCode: string
  readonly subKey: string | null
  readonly creditorId: string | null
  readonly amount: Money
}

export interface RunPerson {
  readonly personId: string
  readonly payeeId: string
  readonly name: string
  readonly taxId: string
  readonly position: string
  readonly departmentId: string | null
  readonly bankCode: string
  readonly accountNumber: string
  readonly accountName: string
  /** The employer's part of the social security. */
  readonly employer: Money
  readonly items: readonly RunItem[]
}

export interface Figures {
  readonly gross: Money
  readonly deducted: Money
  readonly net: Money
}

export interface RunHead extends DocumentHead<RunState>, Figures {
  readonly kind: RunKind
  readonly month: CalendarDate
  readonly payDate: CalendarDate
  readonly people: number
  readonly employer: Money
  readonly author: Person
}

export interface Run extends RunHead {
  readonly organisationName: string
  readonly remark: string
  readonly employerLineId: string | null
  readonly returnReason: string | null
  readonly approver: Person | null
  readonly persons: readonly RunPerson[]
}

export interface NewRun {
  readonly kind: RunKind
  readonly month: CalendarDate
  readonly payDate: CalendarDate
  readonly remark: string
  readonly employerLineId: string | null
}

export interface RunFilter extends RegisterFilter<RunState> {
  readonly kind: RunKind | undefined
}

export interface RunTotals extends Figures {
  readonly count: number
}

export function figuresOf({ items }: Pick<RunPerson, 'items'>): Figures {
  const of = (side: RunItem['side']) => sum(items.filter((item) => item.side === side).map(({ amount }) => amount))
  const [gross, deducted] = [of('pay'), of('deduction')]
  return { gross, deducted, net: minus(gross, deducted) }
}

export function totalOf(persons: readonly RunPerson[]): Figures & { readonly employer: Money } {
  const figures = persons.map(figuresOf)
  const [gross, deducted] = [sum(figures.map((each) => each.gross)), sum(figures.map((each) => each.deducted))]
  return { gross, deducted, net: minus(gross, deducted), employer: sum(persons.map(({ employer }) => employer)) }
}

export function runNumber({ number, fiscalYear }: Pick<RunHead, 'number' | 'fiscalYear'>): string | undefined {
  return number === null ? undefined : printedNumber('PAY', number, fiscalYear)
}

export interface Change {
  readonly what: 'new' | 'left' | 'changed'
  readonly name: string
  readonly position: string
  readonly before: Figures
  readonly now: Figures
}

const none: Figures = { gross: zero, deducted: zero, net: zero }

/** Who is new, who is there no more, and whose figures differ from the month before. */
export function changesFrom(before: readonly RunPerson[], now: readonly RunPerson[]): Change[] {
  const earlier = new Map(before.map((person) => [person.personId, person]))
  const present = new Set(now.map(({ personId }) => personId))
  const current = now.flatMap((person): Change[] => {
    const old = earlier.get(person.personId)
    const change = { name: person.name, position: person.position, now: figuresOf(person) }
    if (!old) return [{ ...change, what: 'new', before: none }]
    const was = figuresOf(old)
    return compare(was.gross, change.now.gross) === 0 && compare(was.deducted, change.now.deducted) === 0 ? [] : [{ ...change, what: 'changed', before: was }]
  })
  const left = before.filter(({ personId }) => !present.has(personId))
  return [...current, ...left.map((person): Change => ({ what: 'left', name: person.name, position: person.position, before: figuresOf(person), now: none }))]
}

export interface ItemTotal {
  readonly side: RunItem['side']
  readonly code: string
  readonly title: string
  readonly people: number
  readonly amount: Money
}

/** Control totals: what was given and kept back by item and, of deductions, by who gets it. */
export function totalsByItem(persons: readonly RunPerson[]): ItemTotal[] {
  const found = new Map<string, ItemTotal>()
  for (const { side, code, title, creditorId, budgetLineId, amount } of persons.flatMap(({ items }) => items)) {
    const key = side === 'pay' ? `pay/${budgetLineId ?? ''}/${title}` : `deduction/${code}/${creditorId ?? ''}`
    const known = found.get(key)
    found.set(key, { side, code, title, people: (known?.people ?? 0) + 1, amount: sum([known?.amount ?? zero, amount]) })
  }
  return [...found.values()].sort((a, b) => Number(b.side === 'pay') - Number(a.side === 'pay'))
}
