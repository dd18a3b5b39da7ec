// What the form of a claim sends: texts as typed. They are judged against budget, chart and registers by the service.
import { z } from 'zod'
import { formKey, versionSchema } from '../../documents/index.ts'
import { rowsIn } from '../../platform/http/asked.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { rowOf, type TypedRow } from '../claim-lines/claim-lines.ts'

export const textBoxes = [
  'kind', 'department', 'documentDate', 'payee', 'payeeAccount', 'channel', 'title', 'invoiceNumber', 'invoiceDate', 'vat', 'rule', 'typedTax', 'orderTotal', 'approvalReference', 'receipt',
  'remark', 'duplicateReason',
] as const

export type TextBoxes = Readonly<Record<(typeof textBoxes)[number], string>>

export interface ClaimInput extends TextBoxes {
  readonly rows: readonly TypedRow[]
  /** What is deducted for others: a loan set off, a co-operative. */
  readonly deductions: readonly TypedRow[]
  /** The people of a batch as rows of a spreadsheet. */
  readonly pasted: string
  readonly formKey: string
  readonly version: string
}

export const newClaimSchema = z.object({ formKey })
export const editClaimSchema = versionSchema

/** The journal's chain parts its fields by control characters, so none may come in. */
function plain(text: string): string {
  return normalizeThai(text.replace(/[\u0000-\u001F\u007F]/g, ' '))
}

export function claimInput(request: FormRequest): ClaimInput {
  const boxes = Object.fromEntries(textBoxes.map((name) => [name, plain(typed(request, name))]))
  const rows = (name: string) => rowsIn(request.body, name).map((cells) => rowOf(Object.fromEntries(Object.entries(cells).map(([cell, text]) => [cell, plain(text)]))))
  return {
    ...blankBoxes, ...boxes, rows: rows('lines'), deductions: rows('deductions'), pasted: typed(request, 'pasted').slice(0, 400_000), formKey: typed(request, 'formKey'), version: typed(request, 'version'),
  }
}

export const blankBoxes: TextBoxes = {
  kind: '', department: '', documentDate: '', payee: '', payeeAccount: '', channel: '', title: '', invoiceNumber: '', invoiceDate: '', vat: '', rule: '', typedTax: '', orderTotal: '',
  approvalReference: '', receipt: '', remark: '', duplicateReason: '',
}

/** A button that asks for the same page: more rows, or everything reckoned anew. */
export function asksAgain(request: FormRequest): boolean {
  return typed(request, 'moreLines') !== '' || typed(request, 'then') === 'reckon'
}
