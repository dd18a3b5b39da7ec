import { type Route } from '../platform/http/route.ts'
import { counterRoutes } from './counter/counter.routes.ts'
import { depositRoutes } from './deposit/deposit.routes.ts'
import { incomeKeyRoutes } from './income-key/income-key.routes.ts'
import { moneyEntryRoutes } from './money-entry/money-entry.routes.ts'
import { payInRoutes } from './pay-in/pay-in.routes.ts'
import { cashBookRoutes } from './cash-book/cash-book.routes.ts'
import { receiptDetailRoutes } from './receipt-detail/receipt-detail.routes.ts'
import { reportIndexRoutes } from './report-index/report-index.routes.ts'
import { revenueRegisterRoutes } from './revenue-register/revenue-register.routes.ts'
import { bookRoutes } from './receipt-book/receipt-book.routes.ts'
import { receiptRoutes } from './receipt/receipt.routes.ts'
import { remittanceRoutes } from './remittance/remittance.routes.ts'
import { summaryRoutes } from './remittance-summary/remittance-summary.routes.ts'
import { slaughterRoutes } from './slaughter/slaughter.routes.ts'
import { taxDebtRoutes } from './tax-debt/tax-debt.routes.ts'
import { taxRunRoutes } from './tax-run/tax-run.routes.ts'
import { taxpayerRoutes } from './taxpayer/taxpayer.routes.ts'
import { taxpayerImportRoutes } from './taxpayer-import/taxpayer-import.routes.ts'

export const receiptsRoutes: readonly Route[] = [
  ...counterRoutes, ...slaughterRoutes, ...incomeKeyRoutes, ...receiptRoutes, ...bookRoutes, ...remittanceRoutes, ...summaryRoutes, ...payInRoutes, ...depositRoutes, ...moneyEntryRoutes,
  ...taxpayerImportRoutes, ...taxpayerRoutes, ...taxDebtRoutes, ...taxRunRoutes,
  ...reportIndexRoutes, ...receiptDetailRoutes, ...revenueRegisterRoutes, ...cashBookRoutes,
]
