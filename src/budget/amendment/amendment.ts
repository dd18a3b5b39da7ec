// แก้ไขเปลี่ยนแปลงคำชี้แจง: a line keeps its money and is explained otherwise (budget-and-receipts §3.5).
import { z } from 'zod'
import { lifecycle } from '../../documents/index.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { amendmentText } from '../amendment.text.ts'
import { approverOf, type Approval } from '../approver/approver.ts'
import { untilApproval, type DeskDocument } from '../desk/desk.ts'
import { type LineWithBalance } from '../line/line.ts'
import { isCapital, readLine, whyNot, type Known } from '../named-line/named-line.ts'
import { lineNumber } from '../report.view.ts'

const { errors } = amendmentText

export const amendmentLifecycle = lifecycle({
  ...untilApproval('budget.amend'),
  approved: { announce: { to: 'announced', may: 'budget.amend:create' } },
  announced: { report: { to: 'announced', may: 'budget.amend:create' } },
})

export type AmendmentState = keyof typeof amendmentLifecycle.table
export type Amendment = DeskDocument<AmendmentState>

/** What a control line says of itself. */
export interface Wording {
  readonly explanation: string
  readonly location: string
}

export interface TypedRewording {
  readonly line: string
  /** Not asked yet: as the line says. */
  readonly explanation: string | undefined
  readonly location: string | undefined
  readonly changes: boolean
}

export interface Rewording {
  readonly line: LineWithBalance | undefined
  /** What it shall say. */
  readonly wording: Wording
  readonly isSiteChanged: boolean
  /** ลักษณะ ปริมาณ คุณภาพ, or the site of a construction. */
  readonly changes: boolean
  readonly approval: Approval
  readonly faults: FieldErrors
}

const particulars = z.object({ oldLocation: z.string(), changes: z.boolean() }).catch({ oldLocation: '', changes: false })

/** What the line said of its site when the amendment was drawn up. */
export function oldLocationOf(amendment: Pick<Amendment, 'particulars'>): string {
  return particulars.parse(amendment.particulars).oldLocation
}

/** As it was answered, the site apart. */
export function answerOf(amendment: Pick<Amendment, 'particulars'>): boolean {
  return particulars.parse(amendment.particulars).changes
}

/** Which lines may be reworded at all. */
export function amendable(known: Known): LineWithBalance[] {
  return known.lines.filter((line) => whyNot(line, known) === undefined)
}

export function judgeRewording(typed: TypedRewording, known: Known): Rewording {
  const found = readLine(known.lines, typed.line)
  const line = typeof found === 'string' ? undefined : found
  const capital = isCapital(line?.economicCode, known)
  const wording = { explanation: typed.explanation ?? line?.explanation ?? '', location: typed.location ?? line?.location ?? '' }
  const isSiteChanged = line !== undefined && !isSame(line.location, wording.location)
  const changes = typed.changes || isSiteChanged && capital
  return {
    line, wording, isSiteChanged, changes, approval: approverOf(known.rules, { act: 'amendment', changes }, [{ isCapital: capital, isNewItem: false }]),
    faults: typeof found === 'string' ? { line: found } : faultsOf(found, wording, { known, capital }),
  }
}

function faultsOf(line: LineWithBalance, wording: Wording, { known, capital }: { readonly known: Known; readonly capital: boolean }): FieldErrors {
  const why = whyNot(line, known)
  if (why !== undefined) return { line: errors.forbidden(lineNumber(line), why) }
  if (isSaid(line, wording)) return { explanation: errors.same }
  return capital && line.location !== '' && normalizeThai(wording.location) === '' ? { location: errors.location } : {}
}

/** Whether the line says just this. */
export function isSaid(one: Wording, other: Wording): boolean {
  return isSame(one.explanation, other.explanation) && isSame(one.location, other.location)
}

function isSame(one: string, other: string): boolean {
  return normalizeThai(one) === normalizeThai(other)
}
