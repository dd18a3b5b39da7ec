// The door: what the home page and later rooms need of money in.
export { dailyPositionRoutes } from './daily-position/daily-position.routes.ts'
export type { PositionRooms } from './daily-position/daily-position.ts'
export { findReceiptWork } from './receipt-work/receipt-work.service.ts'
export type { ReceiptWork, WorkItem } from './receipt-work/receipt-work.ts'
export { findUnpostedReceipts } from './receipt-work/receipt-year.service.ts'
export { receiptPaths, remittancePaths, summaryPaths } from './receipts.paths.ts'
export { receiptsPosting } from './receipts.posting.ts'
export { receiptsRoutes } from './receipts.routes.ts'
