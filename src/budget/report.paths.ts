// Addresses of the reports: each has its print, its CSV and its Excel below it.
const root = '/budget/reports'

export const reportPaths = {
  index: root,
  actual: `${root}/budget-and-actual`,
} as const
