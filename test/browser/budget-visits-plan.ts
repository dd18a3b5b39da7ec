import { type BudgetSamples } from './budget-visits.ts'

export const planSamples: BudgetSamples = async () => ({})
