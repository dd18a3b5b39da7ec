// เหตุผลของผลต่าง (BU-11): why a category came out otherwise than it was budgeted.
import { type FieldErrors } from '../../platform/errors.ts'
import { reportText } from '../report.text.ts'

const { errors } = reportText.variance

export interface Variance {
  readonly reason: string
  readonly version: number
}

/** By code of the category. */
export type Variances = ReadonlyMap<string, Variance>

export interface TypedReason {
  readonly code: string
  readonly reason: string
  /** Of the reason that stood when the page was made; 0 where there was none. */
  readonly version: number
}

export function fieldOf(code: string): string {
  return `reason.${code}`
}

/** A reason once given may be written anew, not taken away. */
export function faultsOf(typed: readonly TypedReason[], { known, codes }: { readonly known: Variances; readonly codes: ReadonlySet<string> }): FieldErrors {
  const wrong: Record<string, string> = {}
  for (const { code, reason } of typed) {
    if (!codes.has(code)) wrong[fieldOf(code)] = errors.noCode
    else if (reason === '' && known.has(code)) wrong[fieldOf(code)] = errors.empty
  }
  return wrong
}

export function changesOf(typed: readonly TypedReason[], known: Variances): TypedReason[] {
  return typed.filter(({ code, reason }) => reason !== (known.get(code)?.reason ?? ''))
}
