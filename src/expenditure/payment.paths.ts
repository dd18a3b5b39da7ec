// Addresses of payments and of what is withheld at them.
import { documentPaths } from '../documents/index.ts'

export const paymentPaths = documentPaths<'post' | 'cancel' | 'reverse'>('/expenditure/payments')

const withholdings = '/expenditure/withholdings'
export const withholdingPaths = {
  list: withholdings,
  certificateRoute: `${withholdings}/:id/print`,
  certificate: (id: string) => `${withholdings}/${id}/print`,
} as const
