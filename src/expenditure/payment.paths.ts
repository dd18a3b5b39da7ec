// Addresses of payments, cheques, and of what is withheld.
import { documentPaths } from '../documents/index.ts'

const payments = '/expenditure/payments'
export const paymentPaths = {
  ...documentPaths<'post' | 'cancel' | 'reverse' | 'bounce' | 'unbounce' | 'bounce-people' | 'unbounce-people'>(payments), ...attachPaths(payments),
  /** Of a row of an issued report. */
  newOf: (rowId: string) => `${payments}/new?row=${rowId}`,
} as const

const reports = '/expenditure/cheque-reports'
export const chequeReportPaths = { ...documentPaths<'approve' | 'return' | 'cancel' | 'issue' | 'drop'>(reports), ...attachPaths(reports) } as const
export const chequePaths = documentPaths<'sign' | 'replace' | 'clear' | 'unclear'>('/expenditure/cheques')
export const bookPaths = documentPaths<'spoil' | 'close'>('/expenditure/cheque-books')

const withholdings = '/expenditure/withholdings'
export const withholdingPaths = {
  list: withholdings,
  returns: `${withholdings}/returns`,
  returnPrint: `${withholdings}/returns/print`,
  returnCover: `${withholdings}/returns/cover`,
  /** ภ.ง.ด.1ก */
  yearly: `${withholdings}/yearly`,
  yearlyCover: `${withholdings}/yearly/cover`,
  remit: `${withholdings}/remit`,
  payer: `${withholdings}/payer/edit`,
  certificateRoute: `${withholdings}/:id/print`,
  certificate: (id: string) => `${withholdings}/${id}/print`,
} as const

function attachPaths(list: string) {
  return {
    attachRoute: `${list}/:id/attachments`,
    attach: (id: string) => `${list}/${id}/attachments`,
    detachRoute: `${list}/:id/attachments/:attachment/remove`,
    detach: (id: string, attachment: string) => `${list}/${id}/attachments/${attachment}/remove`,
  } as const
}
