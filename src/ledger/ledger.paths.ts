// Addresses of the ledger. Books of a sub-unit are looked at with its organisation in the address.
export const ledgerPaths = {
  vouchers: '/ledger/vouchers',
  voucherRoute: '/ledger/vouchers/:organisation/:id',
  voucher: (organisationId: string, id: string) => `/ledger/vouchers/${organisationId}/${id}`,
  voucherPrintRoute: '/ledger/vouchers/:organisation/:id/print',
  voucherPrint: (organisationId: string, id: string) => `/ledger/vouchers/${organisationId}/${id}/print`,
  reports: '/ledger/reports',
  register: '/ledger/register',
  registeredRoute: '/ledger/register/:organisation/:id',
  registered: (organisationId: string, id: string) => `/ledger/register/${organisationId}/${id}`,
  registeredPrintRoute: '/ledger/register/:organisation/:id/print',
  registeredPrint: (organisationId: string, id: string) => `/ledger/register/${organisationId}/${id}/print`,
  dayBook: '/ledger/day-book',
  dayBookPrint: '/ledger/day-book/print',
  trialBalance: '/ledger/trial-balance',
  trialBalancePrint: '/ledger/trial-balance/print',
  accounts: '/ledger/accounts',
  accountRoute: '/ledger/accounts/:organisation/:code',
  accountPrintRoute: '/ledger/accounts/:organisation/:code/print',
  account: (organisationId: string, code: string) => `/ledger/accounts/${organisationId}/${code}`,
} as const

/** Where a voucher's source stands. Rooms up the stairs are known here by their addresses only; a kind without one is shown without a link. */
export const sourcePaths: Readonly<Record<string, (id: string, organisationId: string) => string>> = {
  'remittance-summary': (id) => `/receipts/remittance-summaries/${id}`,
  voucher: (id, organisationId) => ledgerPaths.voucher(organisationId, id),
}
