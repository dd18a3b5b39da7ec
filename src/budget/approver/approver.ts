// Who approves what (budget-and-receipts §3.5): the first rule whose conditions hold, for every line; one line for the council is enough.
import { type Approver } from '../document/document.ts'
import { type ApprovedAct, type ApproverRule } from '../settings/settings.ts'

export interface AskedApprover {
  readonly act: ApprovedAct
  readonly variant?: string | null
  /** เปลี่ยนแปลงลักษณะ ปริมาณ คุณภาพ (or the place of a construction): asked of the whole document. */
  readonly changes: boolean
}

export interface JudgedLine {
  readonly isCapital: boolean
  readonly isNewItem: boolean
}

export interface Approval {
  readonly approver: Approver
  readonly reference: string
}

export function approverOf(rules: readonly ApproverRule[], asked: AskedApprover, lines: readonly JudgedLine[]): Approval {
  const plain: JudgedLine = { isCapital: false, isNewItem: false }
  const approvals = (lines.length === 0 ? [plain] : lines).map((line) => approvalOf(rules, asked, line))
  const [first] = approvals
  if (!first) throw new RangeError('no rule of approval')
  return approvals.find(({ approver }) => approver === 'council') ?? first
}

function approvalOf(rules: readonly ApproverRule[], { act, variant, changes }: AskedApprover, line: JudgedLine): Approval {
  const found = rules.toSorted((a, b) => a.rank - b.rank).find((rule) => (
    rule.act === act && (rule.variant === null || rule.variant === variant) && (rule.isCapital ?? line.isCapital) === line.isCapital
    && (rule.isNewItem ?? line.isNewItem) === line.isNewItem && holds(rule, changes && line.isCapital)))
  if (!found) throw new RangeError(`no rule of approval for ${act}`)
  return { approver: found.approver, reference: found.legalReference }
}

function holds({ changesSubstance }: ApproverRule, changes: boolean): boolean {
  return changesSubstance === null || changesSubstance === changes
}
