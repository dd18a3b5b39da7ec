import { type OfficerRead } from '../../platform/database/work.ts'
import { type PayDeduction } from './pay-rule.ts'

/** In the order of the law. */
export async function findPayDeductions(read: OfficerRead): Promise<PayDeduction[]> {
  const rows: Row[] = await read.db('pay_deductions').orderBy('priority')
  return rows.map((row) => ({
    code: row.code, name: row.name, kind: row.kind, accountCode: row.account_code, ruleCode: row.rule_code, creditor: row.creditor, employerItem: row.employer_item,
    isReckoned: row.is_reckoned, priority: row.priority,
  }))
}

interface Row {
  code: string
  name: string
  kind: PayDeduction['kind']
  account_code: string
  rule_code: string | null
  creditor: PayDeduction['creditor']
  employer_item: string | null
  is_reckoned: boolean
  priority: number
}
