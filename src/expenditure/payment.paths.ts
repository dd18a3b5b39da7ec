// Addresses of payments, cheques, and of what is withheld.
import { documentPaths } from '../documents/index.ts'

const payments = '/expenditure/payments'
export const paymentPaths = {
  ...documentPaths<'post' | 'cancel' | 'reverse' | 'bounce' | 'unbounce' | 'bounce-people' | 'unbounce-people'>(payments),
  /** ใบถอน of an office that keeps its report on paper. */
  slipRoute: `${payments}/:id/slip`,
  slip: (id: string) => `${payments}/${id}/slip`,
  /** Of a row of an issued report. */
  newOf: (rowId: string) => `${payments}/new?row=${rowId}`,
} as const

/** Several at once: rows of issued reports are recorded, recorded payments are approved. */
export const paymentManyPaths = { record: '/expenditure/payment-rows/new', waiting: '/expenditure/payment-approvals', approve: '/expenditure/payment-approvals/approve' } as const

const reports = '/expenditure/cheque-reports'
export const chequeReportPaths = {
  ...documentPaths<'approve' | 'return' | 'cancel' | 'issue' | 'drop'>(reports),
  slipsRoute: `${reports}/:id/slips`,
  slips: (id: string) => `${reports}/${id}/slips`,
} as const
export const chequePaths = documentPaths<'sign' | 'draw' | 'replace' | 'clear' | 'unclear'>('/expenditure/cheques')
export const bookPaths = documentPaths<'spoil' | 'close'>('/expenditure/cheque-books')

const forms = '/expenditure/cheque-forms'
export const chequeFormPaths = {
  list: forms,
  editRoute: `${forms}/:id/edit`,
  /** 'book-12', 'account-5' */
  edit: (key: string) => `${forms}/${key}/edit`,
  testRoute: `${forms}/:id/test`,
  test: (key: string) => `${forms}/${key}/test`,
} as const

const withholdings = '/expenditure/withholdings'
export const withholdingPaths = {
  list: withholdings,
  returns: `${withholdings}/returns`,
  returnPrint: `${withholdings}/returns/print`,
  returnCover: `${withholdings}/returns/cover`,
  /** For the Revenue Department: what stands in it, and the file itself. */
  file: `${withholdings}/file`,
  fileText: `${withholdings}/file/txt`,
  fileOf: (asked: Readonly<Record<string, string>>) => `${withholdings}/file?${new URLSearchParams(asked)}`,
  /** ภ.ง.ด.1ก */
  yearly: `${withholdings}/yearly`,
  yearlyCover: `${withholdings}/yearly/cover`,
  remit: `${withholdings}/remit`,
  payer: `${withholdings}/payer/edit`,
  certificateRoute: `${withholdings}/:id/print`,
  certificate: (id: string) => `${withholdings}/${id}/print`,
  /** Another certificate in the place of a wrong one. */
  substituteRoute: `${withholdings}/:id/substitute`,
  substitute: (id: string) => `${withholdings}/${id}/substitute`,
} as const
