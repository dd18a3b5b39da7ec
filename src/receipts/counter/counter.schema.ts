// The form of the counter → a receipt to be issued.
import { z } from 'zod'
import { formKey, optionalWords } from '../../documents/index.ts'
import { readTaxId } from '../../platform/citizen-id.ts'
import { cell, linesOf, mustAgree, paymentsOf, receiptFields, totalOf, withRows, type ReceiptRows } from '../receipt-form/receipt-form.schema.ts'
import { payerKinds } from '../receipt/receipt.ts'
import { receiptsText } from '../receipts.text.ts'
import { type NewIssued } from './counter.ts'

const { errors } = receiptsText

/** Of a foreigner as the passport has it; blank where the payer showed none. */
const payerNumber = cell.refine((text) => text.length <= 20, errors.tooLong('20'))

const fields = z.object({ formKey, payerKind: cell, payerNumber, payerAddress: optionalWords(300), ...receiptFields })

export const counterSchema = z.preprocess(withRows, fields.transform(inCash).superRefine((form, context) => {
  mustAgree(form, context)
  const isForeign = form.payerKind === 'foreign' || form.payerNumber === ''
  if (!isForeign && readTaxId(form.payerNumber) === undefined) context.addIssue({ code: 'custom', path: ['payerNumber'], message: errors.payerNumber })
}).transform((form): NewIssued => ({
  formKey: form.formKey, payer: form.payer, remark: form.remark, lines: linesOf(form), payments: paymentsOf(form),
  payerFacts: {
    kind: payerKinds.find((kind) => kind === form.payerKind) ?? null, number: readTaxId(form.payerNumber) ?? form.payerNumber, address: form.payerAddress,
  },
})))

/** No payment named: all of it was handed over in cash, the usual thing at a counter. */
function inCash<T extends ReceiptRows>(form: T): T {
  return paymentsOf(form).length > 0 || linesOf(form).length === 0 ? form : { ...form, cash: totalOf(form) }
}
