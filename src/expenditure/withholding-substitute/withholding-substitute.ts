// ออกหนังสือรับรองฉบับแทน: what a certificate (50 ทวิ) tells of the payee or the income was wrong; the sums are those of the payment (PA-7, §1.9). Pure.
import { type Withholding } from '../withholding/withholding.ts'

export interface Substitute {
  readonly payeeName: string
  readonly taxId: string
  readonly branch: string
  readonly address: string
  /** The rule whose kind of income it names. */
  readonly rule: string
  readonly reason: string
}

/** As the certificate tells it now. */
export function toldBy(row: Pick<Withholding, 'payeeName' | 'payeeTaxId' | 'payeeBranch' | 'payeeAddress' | 'ruleCode'>): Omit<Substitute, 'reason'> {
  return { payeeName: row.payeeName, taxId: row.payeeTaxId, branch: row.payeeBranch, address: row.payeeAddress, rule: row.ruleCode }
}

export function isSame(told: Omit<Substitute, 'reason'>, wanted: Omit<Substitute, 'reason'>): boolean {
  return (['payeeName', 'taxId', 'branch', 'address', 'rule'] as const).every((name) => told[name] === wanted[name])
}
