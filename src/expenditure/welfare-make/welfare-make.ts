// The people of a run of allowances out of the register: each kind from the control line of its item, the amount by the age that counts. Pure.
import { type LineWithBalance } from '../../budget/index.ts'
import { type CalendarDate } from '../../platform/dates.ts'
import { zero } from '../../platform/money.ts'
import { type ExpenseAccount } from '../expense-account/expense-account.ts'
import { twiceIn, type BankOfPayee, type Made } from '../pay-run-make/pay-run-make.ts'
import { payRunText } from '../pay-run.text.ts'
import { type RunPerson } from '../pay-run/pay-run.ts'
import { allowanceAt, countedAge, isEntitled, type WelfareKind, type WelfarePerson, type WelfareStep } from '../welfare/welfare.ts'

export interface KnownForWelfare {
  readonly month: CalendarDate
  readonly kinds: readonly WelfareKind[]
  readonly steps: readonly WelfareStep[]
  readonly stepMonths: number
  /** Of the run's year. */
  readonly lines: readonly LineWithBalance[]
  readonly accounts: ReadonlyMap<string, ExpenseAccount>
  readonly banks: ReadonlyMap<string, BankOfPayee>
}

const { errors } = payRunText

/** Who has not reached the first step gets nothing and is named. */
export function makeWelfare(register: readonly WelfarePerson[], known: KnownForWelfare): Made {
  const entitled = register.filter((person) => isEntitled(person, known.month))
  const used = known.kinds.filter(({ code }) => entitled.some(({ kind }) => kind === code))
  const sources = new Map(used.map((kind) => [kind.code, sourceOf(kind, known)]))
  const missing = [...sources.values()].filter((source) => typeof source === 'string')
  if (missing.length > 0) return { persons: [], faults: missing, cuts: [] }
  const made = entitled.map((person) => makePerson(person, known, sources.get(person.kind)))
  return { persons: made.filter((each) => typeof each !== 'string'), faults: [...twiceIn(entitled), ...made.filter((each) => typeof each === 'string')], cuts: [] }
}

interface WelfareMoney {
  readonly kind: WelfareKind
  readonly lineId: string
  readonly accountCode: string
}

function sourceOf(kind: WelfareKind, { lines, accounts }: KnownForWelfare): WelfareMoney | string {
  const [line, ...others] = lines.filter(({ economicCode }) => economicCode === kind.itemCode)
  const account = accounts.get(kind.itemCode)?.usual
  if (!line || !account) return errors.noWelfareLine(kind.name)
  return others.length === 0 ? { kind, lineId: line.id, accountCode: account.code } : errors.manyWelfareLines(kind.name)
}

function makePerson(person: WelfarePerson, { month, steps, stepMonths, banks }: KnownForWelfare, source: WelfareMoney | string | undefined): RunPerson | string {
  const age = countedAge(person.birthDate, month, stepMonths)
  const amount = allowanceAt(steps, { kind: person.kind, age, month })
  if (amount === undefined || source === undefined || typeof source === 'string') return errors.ofPerson(person.name, errors.tooYoung(String(age)))
  return {
    personId: person.id, payeeId: person.payeeId, name: person.name, taxId: person.taxId ?? '', position: payRunText.aged(source.kind.name, String(age)), departmentId: null, employer: zero,
    ...banks.get(person.payeeId) ?? { bankCode: '', accountNumber: '', accountName: '' },
    items: [{ side: 'pay', code: 'allowance', title: source.kind.name, budgetLineId: source.lineId, accountCode: source.accountCode, subKey: null, creditorId: null, amount }],
  }
}
