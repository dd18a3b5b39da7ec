import { type Route } from '../platform/http/route.ts'
import { chequeBookRoutes } from './cheque-book/cheque-book.routes.ts'
import { chequeFormRoutes } from './cheque-form/cheque-form.routes.ts'
import { chequePaperRoutes } from './cheque-paper/cheque-paper.routes.ts'
import { chequeReportRoutes } from './cheque-report/cheque-report.routes.ts'
import { chequeRoutes } from './cheque/cheque.routes.ts'
import { disbursementRoutes } from './disbursement-book/disbursement-book.routes.ts'
import { grantRegisterRoutes } from './grant-register/grant-register.routes.ts'
import { paymentManyRoutes } from './payment-many/payment-many.routes.ts'
import { paymentRoutes } from './payment/payment.routes.ts'
import { taxFileRoutes } from './tax-file/tax-file.routes.ts'
import { taxPayerRoutes } from './tax-payer/tax-payer.routes.ts'
import { taxRemittanceRoutes } from './tax-remittance/tax-remittance.routes.ts'
import { taxYearRoutes } from './tax-year/tax-year.routes.ts'
import { certificateRoutes } from './withholding-certificate/withholding-certificate.routes.ts'
import { withholdingRegisterRoutes } from './withholding-register/withholding-register.routes.ts'
import { substituteRoutes } from './withholding-substitute/withholding-substitute.routes.ts'

export const paymentListRoutes: readonly Route[] = [...chequeBookRoutes, ...chequeRoutes, ...chequeFormRoutes, ...chequePaperRoutes, ...chequeReportRoutes, ...paymentRoutes, ...paymentManyRoutes, ...disbursementRoutes, ...grantRegisterRoutes, ...taxPayerRoutes, ...taxRemittanceRoutes,
  ...withholdingRegisterRoutes, ...taxYearRoutes, ...taxFileRoutes, ...certificateRoutes, ...substituteRoutes,
]
