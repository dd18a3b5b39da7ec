// Accounts by role as they are seeded, for tests without a database.
import { type Roles } from '../../src/ledger/index.ts'
import { cell, readDataFile } from '../../src/platform/database/reference.ts'

export const seededRoles: Roles = Object.fromEntries(readDataFile('account-roles.csv').filter((row) => cell(row, 'chart_kind') !== 'PAWN')
  .map((row) => [cell(row, 'role'), cell(row, 'account')]))
