// Addresses of payees, their bank accounts and the file they are read in from.
import { documentPaths } from '../documents/index.ts'

const payees = '/expenditure/payees'

export const payeePaths = {
  ...documentPaths<'activate' | 'deactivate'>(payees),
  search: `${payees}/search`,
  searchOf: (kind: string) => `${payees}/search?kind=${kind}`,
  import: `${payees}/import`,
  template: `${payees}/import/csv`,
  accountNewRoute: `${payees}/:id/accounts/new`,
  accountNew: (id: string) => `${payees}/${id}/accounts/new`,
} as const

export const accountPaths = documentPaths<'verify' | 'refuse'>('/expenditure/payee-accounts')
