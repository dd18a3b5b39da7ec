// The door.
export { findBankAccounts, saveSubLedgerKey, type SubLedgerKey } from './bank-account/bank-account.repository.ts'
export { createBankAccount, getBankAccount } from './bank-account/bank-account.service.ts'
export type { BankAccount, BankAccountKind, NewBankAccount } from './bank-account/bank-account.ts'
export { findDepartments } from './department/department.repository.ts'
export { createDepartment } from './department/department.service.ts'
export type { Department } from './department/department.ts'
export { registersRoutes } from './registers.routes.ts'
