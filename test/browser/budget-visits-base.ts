import { type BudgetSamples } from './budget-visits.ts'

export const baseSamples: BudgetSamples = async () => ({})
