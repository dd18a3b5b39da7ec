// The claims of a run: one for each department and source of money, one for the employer's part of the social security (expenditure-accounting-assets §1.3, S27). Pure.
import { type LineWithBalance } from '../../budget/index.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { compare, isZero, plus, sum, zero, type Money } from '../../platform/money.ts'
import { type ClaimDeduction, type ClaimLine, type ClaimPayee, type NewClaim } from '../claim/claim.ts'
import { monthName } from '../month/month.ts'
import { payRunText as text } from '../pay-run.text.ts'
import { type PayDeduction } from '../pay-rule/pay-rule.ts'
import { figuresOf, runSource, totalOf, type Run, type RunItem, type RunPerson } from '../pay-run/pay-run.ts'

export interface KnownForClaims {
  readonly today: CalendarDate
  readonly lines: ReadonlyMap<string, LineWithBalance>
  readonly departments: ReadonlyMap<string, string>
  readonly deductions: readonly PayDeduction[]
  /** Who gets the social security, and the account of the employer's part. */
  readonly employer: { readonly payeeId: string; readonly accountCode: string } | undefined
}

export interface RunPart {
  /** Told again when the run is looked at: which part of it this claim pays. */
  readonly part: string
  readonly claim: NewClaim
}

const kindOf = { payroll: 'C3', pension: 'C4', welfare: 'C5' } as const
export const employerPart = 'employer'

/** Every claim the run needs. What is kept back from a person goes with the part of the pay that is greatest. */
export function partsOf(run: Run, known: KnownForClaims): RunPart[] {
  const parts = new Map<string, Shared[]>()
  for (const person of run.persons) {
    const shares = sharesOf(run, person, known)
    const main = shares.toSorted((a, b) => compare(b.gross, a.gross))[0]
    for (const share of shares) parts.set(share.part, [...parts.get(share.part) ?? [], { ...share, deductions: share === main ? share.deductions : [] }])
  }
  return [...[...parts].map(([part, shares]) => ({ part, claim: claimOf(run, shares, known) })), ...employerClaim(run, known)]
}

interface Shared {
  readonly part: string
  readonly person: RunPerson
  readonly pays: readonly RunItem[]
  readonly gross: Money
  readonly deductions: readonly RunItem[]
}

function sharesOf(run: Run, person: RunPerson, { lines }: KnownForClaims): Shared[] {
  const pays = new Map<string, RunItem[]>()
  for (const item of person.items.filter(({ side }) => side === 'pay')) {
    const line = item.budgetLineId === null ? undefined : lines.get(item.budgetLineId)
    // A pay-roll mixes items of one source; pensions and allowances keep each line apart.
    const money = line ? (run.kind === 'payroll' ? `source ${line.sourceCode}` : `line ${line.id}`) : `key ${item.subKey ?? ''}`
    const part = `department ${person.departmentId ?? '0'}, ${money}`
    pays.set(part, [...pays.get(part) ?? [], item])
  }
  const deductions = person.items.filter(({ side }) => side === 'deduction')
  return [...pays].map(([part, items]) => ({ part, person, pays: items, gross: sum(items.map(({ amount }) => amount)), deductions }))
}

function claimOf(run: Run, shares: readonly Shared[], known: KnownForClaims): NewClaim {
  const lines = claimLines(shares.flatMap(({ pays }) => pays))
  const [line] = lines
  const control = line?.budgetLineId ? known.lines.get(line.budgetLineId) : undefined
  const departmentId = shares[0]?.person.departmentId ?? control?.departmentId ?? null
  return {
    kind: kindOf[run.kind], claimDate: known.today, departmentId, sourceCode: control?.sourceCode ?? null, lines, deductions: claimDeductions(shares, known),
    title: text.claimTitle(text.kinds[run.kind], monthName(run.month), control && run.kind !== 'payroll' ? control.title : known.departments.get(departmentId ?? '') ?? ''),
    payees: shares.map(payeeOf), origin: { kind: runSource, id: run.id },
  }
}

/** So much of each line and account. */
function claimLines(items: readonly RunItem[]): ClaimLine[] {
  const lines = new Map<string, ClaimLine>()
  for (const { budgetLineId, accountCode, subKey, title, amount } of items) {
    const key = `${budgetLineId ?? ''}/${accountCode}/${subKey ?? ''}`
    const known = lines.get(key)
    lines.set(key, {
      budgetLineId, accountCode, subKey, counterpartyId: null, fundCode: null, revenueCode: null, description: known?.description ?? title, amount: plus(known?.amount ?? zero, amount), source: null,
    })
  }
  return [...lines.values()]
}

/** In the order of the law, one line for each creditor; the tax with what it was taken from. */
function claimDeductions(shares: readonly Shared[], { deductions }: KnownForClaims): ClaimDeduction[] {
  const found = new Map<string, ClaimDeduction & { readonly priority: number }>()
  for (const { deductions: items, gross } of shares) {
    for (const item of items) {
      const rule = deductions.find(({ code }) => code === item.code)
      const isTax = rule?.kind === 'withholding'
      const key = `${item.code}/${item.accountCode}/${item.subKey ?? ''}`
      const known = found.get(key)
      found.set(key, {
        kind: rule?.kind ?? 'deposit', accountCode: item.accountCode, subKey: item.subKey, description: item.title, base: isTax ? plus(known?.base ?? zero, gross) : null, rate: null,
        ruleCode: rule?.ruleCode ?? null, amount: plus(known?.amount ?? zero, item.amount), priority: rule?.priority ?? 0,
      })
    }
  }
  return [...found.values()].sort((a, b) => a.priority - b.priority).map(({ priority: _priority, ...deduction }) => deduction)
}

function payeeOf({ person, gross, deductions }: Shared): ClaimPayee {
  return {
    payeeId: person.payeeId, name: person.name, taxId: person.taxId, bankCode: person.bankCode, accountNumber: person.accountNumber, accountName: person.accountName, gross,
    deducted: sum(deductions.map(({ amount }) => amount)),
  }
}

function employerClaim(run: Run, { today, lines, employer }: KnownForClaims): RunPart[] {
  const amount = totalOf(run.persons).employer
  const line = run.employerLineId === null ? undefined : lines.get(run.employerLineId)
  if (isZero(amount) || !line || !employer) return []
  const description = text.employerTitle(monthName(run.month))
  return [{ part: employerPart, claim: {
    kind: 'C1', claimDate: today, departmentId: line.departmentId ?? run.persons[0]?.departmentId ?? null, sourceCode: line.sourceCode, payeeId: employer.payeeId, title: description,
    origin: { kind: runSource, id: run.id },
    lines: [{ budgetLineId: line.id, accountCode: employer.accountCode, subKey: null, counterpartyId: null, fundCode: null, revenueCode: null, description, amount, source: null }],
  } }]
}

/** People whose pay from one part does not bear what is kept back from them. */
export function overdrawn(run: Run, known: KnownForClaims): readonly string[] {
  return run.persons.filter((person) => {
    const greatest = sharesOf(run, person, known).reduce((most, { gross }) => (compare(gross, most) > 0 ? gross : most), zero)
    return compare(figuresOf(person).deducted, greatest) > 0
  }).map(({ name }) => name)
}
