// Addresses of payments, cheques, and of what is withheld.
import { documentPaths } from '../documents/index.ts'

export const paymentPaths = documentPaths<'post' | 'cancel' | 'reverse'>('/expenditure/payments')
export const chequePaths = documentPaths<'sign' | 'replace' | 'clear' | 'unclear'>('/expenditure/cheques')
export const bookPaths = documentPaths<'spoil' | 'close'>('/expenditure/cheque-books')

const withholdings = '/expenditure/withholdings'
export const withholdingPaths = {
  list: withholdings,
  certificateRoute: `${withholdings}/:id/print`,
  certificate: (id: string) => `${withholdings}/${id}/print`,
} as const
