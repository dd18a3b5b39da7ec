// What a browser may send → a command.
import { z } from 'zod'
import { askedRegister, day, formKey, optionalWords, readAmount, versionSchema, words, type AskedRegister } from '../../documents/index.ts'
import { readThaiDate } from '../../platform/dates.ts'
import { isId, manyIn, rowsIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { isZero } from '../../platform/money.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { pieceBoxes, piecesIn } from '../cash-count/cash-count.schema.ts'
import { payInText } from '../pay-in.text.ts'
import { readChequeKey } from '../returned-cheque/returned-cheque.ts'
import { amountsOf, payInStates, type Cheque, type PayInCommand, type PayInState } from './pay-in.ts'

const { errors } = payInText
const mostCheques = 50

const account = z.string(errors.bank).refine(isId, errors.bank)
const head = { payInDate: day, bankAccountId: account, remark: optionalWords(500) }

const cash = z.object({ ...head, ...pieceBoxes, cheques: z.array(z.record(z.string(), z.string())).max(mostCheques, errors.manyCheques), chequeKeys: z.array(z.string()).max(mostCheques, errors.manyCheques) })
const transfer = z.object({ ...head, fromAccountId: account, amount: z.string(errors.amount) })

type Issue = (path: (string | number)[], message: string) => void

function cashCommand(form: z.output<typeof cash>, issue: Issue): PayInCommand {
  const cheques = form.cheques.flatMap((row, index): Cheque[] => (isBlank(row) ? [] : chequeOf(row, (column, message) => issue(['cheques', index, column], message))))
  const chosen = form.chequeKeys.flatMap((text) => readChequeKey(text) ?? [])
  const command = { payInDate: form.payInDate, bankAccountId: form.bankAccountId, remark: form.remark, money: { pieces: piecesIn(form), cheques, chosen } }
  if (chosen.length + cheques.length > mostCheques) issue(['chequeKeys'], errors.manyCheques)
  if (chosen.length === 0 && isZero(amountsOf(command).total)) issue(['pieces-100000'], errors.nothing)
  return command
}

function isBlank(row: Readonly<Record<string, string>>): boolean {
  return Object.values(row).every((value) => value.trim() === '')
}

function chequeOf(row: Readonly<Record<string, string>>, issue: (column: string, message: string) => void): Cheque[] {
  const [bank, number] = [normalizeThai(row.bank ?? '').slice(0, 100), normalizeThai(row.number ?? '').slice(0, 20)]
  const [chequeDate, amount] = [readThaiDate(row.date ?? ''), readAmount(row.amount ?? '')]
  if (bank === '') issue('bank', errors.chequeBank)
  if (number === '') issue('number', errors.chequeNumber)
  if (chequeDate === undefined) issue('date', errors.date)
  if (typeof amount === 'string') issue('amount', amount)
  return chequeDate === undefined || typeof amount === 'string' ? [] : [{ bank, number, chequeDate, amount }]
}

function transferCommand(form: z.output<typeof transfer>, issue: Issue): PayInCommand {
  const amount = readAmount(form.amount)
  if (typeof amount === 'string') issue(['amount'], amount)
  if (form.fromAccountId === form.bankAccountId) issue(['fromAccountId'], errors.sameAccount)
  const money = { fromAccountId: form.fromAccountId, amount: typeof amount === 'string' ? amountsOf({ money: { pieces: {}, cheques: [] } }).total : amount }
  return { payInDate: form.payInDate, bankAccountId: form.bankAccountId, remark: form.remark, money }
}

const issuing = (context: z.RefinementCtx): Issue => (path, message) => context.addIssue({ code: 'custom', path, message })
const withRows = (body: unknown) => ({ ...Object(body), cheques: rowsIn(Object(body), 'cheques'), chequeKeys: [...new Set(manyIn(Object(body), 'chequeKeys'))] })
const made = { formKey }

export const newPayInSchema = z.preprocess(withRows, cash.extend(made).transform((form, context) => ({ ...cashCommand(form, issuing(context)), formKey: form.formKey })))
export const editPayInSchema = z.preprocess(withRows, cash.extend(versionSchema.shape).transform((form, context) => ({ ...cashCommand(form, issuing(context)), version: form.version })))
export const newTransferSchema = transfer.extend(made).transform((form, context) => ({ ...transferCommand(form, issuing(context)), formKey: form.formKey }))
export const editTransferSchema = transfer.extend(versionSchema.shape).transform((form, context) => ({ ...transferCommand(form, issuing(context)), version: form.version }))

export const paidSchema = versionSchema.extend({ paidOn: day, bankReference: words(60, errors.reference) })

export function askedPayIns(query: FormRequest['query'], own: string): AskedRegister<PayInState> {
  return askedRegister(query, own, payInStates)
}
