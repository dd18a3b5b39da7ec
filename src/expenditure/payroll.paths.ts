// Addresses of the people who are paid by the month, of what is kept back from them and for whom.
import { documentPaths } from '../documents/index.ts'

const employees = '/expenditure/employees'

export const employeePaths = {
  ...documentPaths<never>(employees),
  import: `${employees}/import`,
  template: `${employees}/import/csv`,
} as const

export const payCreditorPaths = { list: '/expenditure/pay-creditors', useRoute: '/expenditure/pay-creditors/:id/use', use: (id: string) => `/expenditure/pay-creditors/${id}/use` } as const

const welfare = '/expenditure/welfare'

export const welfarePaths = {
  ...documentPaths<never>(welfare),
  import: `${welfare}/import`,
  template: `${welfare}/import/csv`,
} as const

export const withheldPaths = {
  list: '/expenditure/withheld-money',
  claimRoute: '/expenditure/withheld-money/:id/claim',
  claim: (id: string) => `/expenditure/withheld-money/${id}/claim`,
} as const
