// Addresses of the reports: each has its print below it, and its files where there is a table.
const root = '/budget/reports'

export const reportPaths = {
  index: root,
  actual: `${root}/budget-and-actual`,
  revenueActual: `${root}/revenue-and-actual`,
  changes: `${root}/changes`,
  planType: `${root}/plans-by-type`,
  fundProof: `${root}/accumulated-money`,
} as const

export const quarterPaths = { list: `${root}/quarters`, edit: '/budget/quarters/edit' } as const

export const variancePaths = { edit: '/budget/variances/edit' } as const

/** The print set of an ordinance (budget-and-receipts §3.3). */
export const paperPaths = {
  speech: `${root}/speech`,
  principles: `${root}/principles`,
  ordinance: `${root}/ordinance`,
  basicData: `${root}/basic-data`,
  revenues: `${root}/revenue-estimates`,
  revenueDetails: `${root}/revenue-details`,
  expenditures: `${root}/expenditure-estimates`,
  expenditureDetails: `${root}/expenditure-details`,
  tasksByType: `${root}/tasks-by-type`,
  personnel: `${root}/personnel-cost`,
  subsidies: `${root}/subsidy-projects`,
} as const
