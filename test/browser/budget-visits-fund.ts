import { type BudgetSamples } from './budget-visits.ts'

export const fundSamples: BudgetSamples = async () => ({})
