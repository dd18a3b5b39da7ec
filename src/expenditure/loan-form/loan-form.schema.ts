// What the form of a loan contract sends: texts as typed, judged against budget and registers by the service.
import { z } from 'zod'
import { formKey, versionSchema } from '../../documents/index.ts'
import { rowsIn } from '../../platform/http/asked.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai } from '../../platform/thai.ts'

export const loanBoxes = ['kind', 'source', 'department', 'documentDate', 'borrower', 'position', 'purpose', 'returnDate', 'consents', 'approvalReference'] as const
export const estimateCells = ['line', 'description', 'amount'] as const

export type TypedEstimate = Readonly<Record<(typeof estimateCells)[number], string>>

export interface LoanInput extends Readonly<Record<(typeof loanBoxes)[number], string>> {
  readonly rows: readonly TypedEstimate[]
  readonly formKey: string
  readonly version: string
}

export const newLoanSchema = z.object({ formKey })
export const editLoanSchema = versionSchema

/** The journal's chain parts its fields by control characters, so none may come in. */
const plain = (text: string): string => normalizeThai(text.replace(/[\u0000-\u001F\u007F]/g, ' ')).trim()

export function loanInput(request: FormRequest): LoanInput {
  const box = (name: string) => plain(typed(request, name))
  const rows = rowsIn(request.body, 'lines').map(({ line = '', description = '', amount = '' }) => ({ line: plain(line), description: plain(description), amount: plain(amount) }))
  return {
    kind: box('kind'), source: box('source'), department: box('department'), documentDate: box('documentDate'), borrower: box('borrower'), position: box('position'),
    purpose: box('purpose'), returnDate: box('returnDate'), consents: box('consents'), approvalReference: box('approvalReference'), rows,
    formKey: box('formKey'), version: box('version'),
  }
}
