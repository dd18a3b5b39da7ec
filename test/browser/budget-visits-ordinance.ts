import { type BudgetSamples } from './budget-visits.ts'

export const ordinanceSamples: BudgetSamples = async () => ({})
