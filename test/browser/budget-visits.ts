// The budget's part of the samples, one file for each group of desks, all looking at the town of แสนสุข.
import { type TestOffice } from '../support/app.ts'
import { type SignedIn } from '../support/sign-in.ts'
import { aBudgetOffice, type BudgetOffice, type Person } from '../budget/world.ts'
import { baseSamples } from './budget-visits-base.ts'
import { changeSamples } from './budget-visits-change.ts'
import { formSamples } from './budget-visits-form.ts'
import { fundSamples } from './budget-visits-fund.ts'
import { interimSamples } from './budget-visits-interim.ts'
import { ordinanceSamples } from './budget-visits-ordinance.ts'
import { planSamples } from './budget-visits-plan.ts'
import { reportSamples } from './budget-visits-report.ts'
import { yearEndSamples } from './budget-visits-year-end.ts'
import { type PageVisit } from './page-visits.ts'

/** Somebody of the demonstration, at work without a browser. */
export type InPerson = (username: string) => Promise<Person>

export interface BudgetStage {
  readonly office: TestOffice
  readonly signedIn: SignedIn
  /** Of the demonstration: saensuk.budget, saensuk.head and saensuk.account see what is written here. */
  readonly saensuk: BudgetOffice
  readonly inPerson: InPerson
}

export type BudgetSamples = (stage: BudgetStage) => Promise<Readonly<Record<string, readonly PageVisit[]>>>

const all: readonly BudgetSamples[] = [baseSamples, ordinanceSamples, interimSamples, formSamples, changeSamples, fundSamples, yearEndSamples, planSamples, reportSamples]

export async function budgetSamples(office: TestOffice, signedIn: SignedIn, inPerson: InPerson): Promise<Readonly<Record<string, readonly PageVisit[]>>> {
  // A draft is shown for mending to its author alone: the one who looks writes.
  const stage = { office, signedIn, inPerson, saensuk: { ...await aBudgetOffice(office, { code: '4200103' }), clerk: await inPerson('saensuk.budget'), accountant: await inPerson('saensuk.account') } }
  let found: Readonly<Record<string, readonly PageVisit[]>> = {}
  for (const samples of all) found = { ...found, ...await samples(stage) }
  return found
}
