// What a browser may send: an acceptance as it is typed; how much of it a claim asks for.
import { z } from 'zod'
import { formKey, versionSchema } from '../../documents/index.ts'
import { rowsIn } from '../../platform/http/asked.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { amount } from '../contract/contract.schema.ts'

export interface TypedDelivery {
  readonly item: string
  readonly quantity: string
  readonly unit: string
  readonly amount: string
  /** Id of a budget line of the contract. */
  readonly line: string
  /** Account code; none: the usual one of the item. */
  readonly account: string
}

export interface AcceptanceInput {
  readonly contract: string
  readonly instalment: string
  readonly documentDate: string
  readonly deliveredOn: string
  readonly deliveryNote: string
  readonly invoiceNumber: string
  readonly invoiceDate: string
  readonly formKey: string
  readonly version: string
  readonly rows: readonly TypedDelivery[]
}

export function typedAcceptance(request: FormRequest): AcceptanceInput {
  const of = (name: string) => normalizeThai(typed(request, name))
  return {
    contract: of('contract'), instalment: of('instalment'), documentDate: of('documentDate'), deliveredOn: of('deliveredOn'), deliveryNote: of('deliveryNote'),
    invoiceNumber: of('invoiceNumber'), invoiceDate: of('invoiceDate'), formKey: of('formKey'), version: of('version'),
    rows: rowsIn(request.body, 'lines').map((row) => ({
      item: row.item ?? '', quantity: row.quantity ?? '', unit: row.unit ?? '', amount: row.amount ?? '', line: row.line ?? '', account: row.account ?? '',
    })),
  }
}

/** The select boxes of a blank row hold something already. */
export function isBlankDelivery({ item, quantity, unit, amount: sum }: TypedDelivery): boolean {
  return [item, quantity, unit, sum].every((cell) => cell.trim() === '')
}

export const claimSchema = versionSchema.extend({ amount })

/** Everything else of the form is judged cell by cell. */
export const newAcceptanceSchema = z.object({ formKey })
export const editAcceptanceSchema = versionSchema
