import { type BudgetSamples } from './budget-visits.ts'

export const changeSamples: BudgetSamples = async () => ({})
