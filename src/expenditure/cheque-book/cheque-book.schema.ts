import { z } from 'zod'
import { day, formKey, optionalWords, reasonSchema, words } from '../../documents/index.ts'
import { isId } from '../../platform/http/asked.ts'
import { chequeText } from '../cheque.text.ts'
import { chequeNumber } from '../cheque/cheque.schema.ts'

const { errors } = chequeText

export const newBookSchema = z.object({
  formKey, bankAccountId: z.string(errors.bank).refine(isId, errors.bank), book: words(30, errors.book), firstNumber: chequeNumber, lastNumber: chequeNumber, receivedOn: day,
  remark: optionalWords(300),
})

export const spoilSchema = reasonSchema.extend({ number: chequeNumber })
