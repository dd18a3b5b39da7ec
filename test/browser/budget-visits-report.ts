import { type BudgetSamples } from './budget-visits.ts'

export const reportSamples: BudgetSamples = async () => ({})
