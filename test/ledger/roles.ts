// Accounts by role as they are seeded, for tests without a database: an LAO's, and what only a pawnshop has.
import { type Roles } from '../../src/ledger/index.ts'
import { cell, readDataFile } from '../../src/platform/database/reference.ts'

const rows = readDataFile('account-roles.csv')
const isPawn = (row: Readonly<Record<string, string>>) => cell(row, 'chart_kind') === 'PAWN'

export const seededRoles: Roles = Object.fromEntries([...rows.filter(isPawn), ...rows.filter((row) => !isPawn(row))]
  .map((row) => [cell(row, 'role'), cell(row, 'account')]))
