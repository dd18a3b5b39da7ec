// Addresses of the ledger. Books of a sub-unit are looked at with its organisation in the address.
import { documentPaths } from '../documents/index.ts'
export const ledgerPaths = {
  vouchers: '/ledger/vouchers',
  voucherRoute: '/ledger/vouchers/:organisation/:id',
  voucher: (organisationId: string, id: string) => `/ledger/vouchers/${organisationId}/${id}`,
  voucherPrintRoute: '/ledger/vouchers/:organisation/:id/print',
  voucherPrint: (organisationId: string, id: string) => `/ledger/vouchers/${organisationId}/${id}/print`,
  payables: '/ledger/payables',
  payableRoute: '/ledger/payables/:organisation/:id',
  payable: (organisationId: string, id: string) => `/ledger/payables/${organisationId}/${id}`,
  payablePrintRoute: '/ledger/payables/:organisation/:id/print',
  payablePrint: (organisationId: string, id: string) => `/ledger/payables/${organisationId}/${id}/print`,
  payments: '/ledger/payment-vouchers',
  paymentRoute: '/ledger/payment-vouchers/:organisation/:id',
  payment: (organisationId: string, id: string) => `/ledger/payment-vouchers/${organisationId}/${id}`,
  paymentPrintRoute: '/ledger/payment-vouchers/:organisation/:id/print',
  paymentPrint: (organisationId: string, id: string) => `/ledger/payment-vouchers/${organisationId}/${id}/print`,
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
  periods: '/ledger/periods',
  periodsOf: (fiscalYear: number) => `/ledger/periods?fiscalYear=${fiscalYear}`,
  periodRequests: '/ledger/periods/requests',
  periodCarryOutRoute: '/ledger/periods/requests/:id/carry-out',
  periodCarryOut: (id: string) => `/ledger/periods/requests/${id}/carry-out`,
  periodRefuseRoute: '/ledger/periods/requests/:id/refuse',
  periodRefuse: (id: string) => `/ledger/periods/requests/${id}/refuse`,
  periodOpenYear: '/ledger/periods/open-year',
  smallUnit: '/ledger/small-unit',
  verification: '/ledger/verification',
  verificationExport: '/ledger/verification/csv',
} as const

/** Where a voucher's source stands. Rooms up the stairs are known here by their addresses only; a kind without one is shown without a link. */
export const sourcePaths: Readonly<Record<string, (id: string, organisationId: string) => string>> = {
  'pawn-receipt': (id) => `/pawnshops/receipts/${id}`,
  'pawn-voucher': (id) => `/pawnshops/vouchers/${id}`,
  forfeiture: (id) => `/pawnshops/forfeitures/${id}`,
  'profit-share': (id) => `/pawnshops/profit-shares/${id}`,
  'remittance-summary': (id) => `/receipts/remittance-summaries/${id}`,
  claim: (id) => `/expenditure/claims/${id}`,
  payment: (id) => `/expenditure/payments/${id}`,
  acceptance: (id) => `/expenditure/acceptances/${id}`,
  clearing: (id) => `/expenditure/clearings/${id}`,
  'expense-correction': (id) => `/expenditure/corrections/${id}`,
  'security-forfeiture': (id) => `/expenditure/forfeitures/${id}`,
  'pay-in': (id) => `/receipts/pay-ins/${id}`,
  'money-entry': (id) => `/receipts/money-entries/${id}`,
  voucher: (id, organisationId) => ledgerPaths.voucher(organisationId, id),
  journal: (id) => `/ledger/journals/${id}`,
  adjustment: (id) => `/ledger/adjustments/${id}`,
  opening: () => '/ledger/opening',
  'budget-grant': (id) => `/budget/grants/${id}`,
}

/** Journals, adjustments and openings: one set of addresses each. */
function bookPaths(list: string) {
  return {
    ...documentPaths<'submit' | 'withdraw' | 'return' | 'approve' | 'reverse' | 'cancel'>(list),
    linesRoute: `${list}/:id/lines/csv`,
    lines: (id: string) => `${list}/${id}/lines/csv`,
  } as const
}

export const bookAddresses = {
  journal: bookPaths('/ledger/journals'), adjustment: bookPaths('/ledger/adjustments'), opening: bookPaths('/ledger/opening'),
} as const

export const openingPaths = {
  import: '/ledger/opening/import/new',
  template: '/ledger/opening/template/csv',
  confirmRoute: '/ledger/opening/:id/confirm',
  confirm: (id: string) => `/ledger/opening/${id}/confirm`,
} as const

export const stockPaths = {
  list: '/ledger/stock',
  accounts: '/ledger/stock/accounts',
  new: '/ledger/stock/new',
  import: '/ledger/stock/import/new',
  template: '/ledger/stock/template/csv',
  editRoute: '/ledger/stock/:id/edit',
  edit: (id: string) => `/ledger/stock/${id}/edit`,
  removeRoute: '/ledger/stock/:id/remove',
  remove: (id: string) => `/ledger/stock/${id}/remove`,
  stepRoute: (step: 'approve' | 'refuse' | 'withdraw') => `/ledger/stock/:id/${step}`,
  step: (id: string, step: 'approve' | 'refuse' | 'withdraw') => `/ledger/stock/${id}/${step}`,
  /** Where one row is looked at: in its list. */
  show: () => '/ledger/stock',
} as const

export const closingPaths = {
  page: '/ledger/closing',
  of: (fiscalYear: number) => `/ledger/closing?fiscalYear=${fiscalYear}`,
  requests: '/ledger/closing/requests',
  undo: '/ledger/closing/undo',
  carryOutRoute: '/ledger/closing/requests/:id/carry-out',
  carryOut: (id: string) => `/ledger/closing/requests/${id}/carry-out`,
  refuseRoute: '/ledger/closing/requests/:id/refuse',
  refuse: (id: string) => `/ledger/closing/requests/${id}/refuse`,
} as const

export const chooserPaths = { accounts: '/ledger/chart/search', keys: '/ledger/sub-ledgers/search' } as const
