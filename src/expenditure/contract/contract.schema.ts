// What a browser may send → the terms of a contract. Rows left blank are no instalments.
import { z } from 'zod'
import { day, formKey, optionalWords, readAmount, versionSchema, words } from '../../documents/index.ts'
import { readThaiDate } from '../../platform/dates.ts'
import { rowsIn } from '../../platform/http/asked.ts'
import { typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { zero } from '../../platform/money.ts'
import { readPercent } from '../../platform/percent.ts'
import { normalizeThai, toArabicDigits } from '../../platform/thai.ts'
import { contractText } from '../contract.text.ts'
import { fineKinds } from '../late-fine/late-fine.ts'
import { contractKinds, securityKinds } from './contract.ts'

const { errors } = contractText
const mostRows = 60

export const percent = z.string().default('').transform((text, context) => {
  const read = readPercent(text === '' ? '0' : text)
  if (read === undefined) context.addIssue({ code: 'custom', message: errors.percent })
  return read ?? z.NEVER
})

export const amount = z.string(errors.amount).transform((text, context) => {
  const read = readAmount(text)
  if (typeof read === 'string') context.addIssue({ code: 'custom', message: read })
  return typeof read === 'string' ? z.NEVER : read
})

const optionalAmount = z.string().default('').transform((text, context) => {
  const read = text.trim() === '' ? zero : readAmount(text)
  if (typeof read === 'string') context.addIssue({ code: 'custom', message: read })
  return typeof read === 'string' ? z.NEVER : read
})

const months = z.string().default('').transform(toArabicDigits).refine((text) => /^[0-9]{0,3}$/.test(text.trim()) && Number(text) <= 600, errors.months).transform(Number)

/** Null where nothing was typed. */
const instalment = z.record(z.string(), z.string()).transform((row, context) => {
  if (Object.values(row).every((cell) => cell.trim() === '')) return null
  const [read, dueOn] = [readAmount(row.amount ?? ''), readThaiDate(row.dueOn ?? '')]
  if (typeof read === 'string') context.addIssue({ code: 'custom', message: read, path: ['amount'] })
  if (dueOn === undefined) context.addIssue({ code: 'custom', message: errors.date, path: ['dueOn'] })
  return typeof read === 'string' || dueOn === undefined ? z.NEVER : { description: normalizeThai(row.description ?? '').slice(0, 300), amount: read, dueOn }
})

export const instalmentRows = z.array(instalment).max(mostRows, errors.manyRows)
  .transform((rows) => rows.flatMap((row) => row ?? []).map((row, index) => ({ number: index + 1, ...row })))

const fields = z.object({
  request: z.string(errors.request).regex(/^[0-9]{1,18}$/, errors.request), kind: z.enum(contractKinds, errors.kind), contractNumber: words(100, errors.contractNumber),
  egpProject: optionalWords(50), egpControl: optionalWords(50), payee: words(300, errors.payee), title: words(300, errors.title), signedOn: day, startsOn: day, endsOn: day,
  price: amount, vat: z.enum(['none', 'included'], errors.vat), fineKind: z.enum(fineKinds, errors.fineKind), fineRate: percent, fineReason: optionalWords(500),
  advancePercent: percent, retentionPercent: percent, securityKind: z.enum(securityKinds, errors.securityKind), securityAmount: optionalAmount, securityReference: optionalWords(100), securityReason: optionalWords(500),
  warrantyMonths: months, instalments: instalmentRows,
})

export const newContractSchema = z.preprocess(withRows, fields.extend({ formKey }))
export const editContractSchema = z.preprocess(withRows, fields.extend(versionSchema.shape))

export type ContractForm = Omit<z.output<typeof newContractSchema>, 'formKey'>

export function withRows(body: unknown): unknown {
  const given: FormRequest['body'] = typeof body === 'object' && body !== null ? { ...body } : {}
  return { ...given, instalments: rowsIn(given, 'instalments') }
}

export const inputNames = [
  'request', 'kind', 'contractNumber', 'egpProject', 'egpControl', 'payee', 'title', 'signedOn', 'startsOn', 'endsOn', 'price', 'vat', 'fineKind', 'fineRate', 'fineReason',
  'advancePercent', 'retentionPercent', 'securityKind', 'securityAmount', 'securityReference', 'securityReason', 'warrantyMonths', 'formKey', 'version',
] as const

/** What stands in the boxes: as offered, as stored or as typed. */
export interface ContractInput extends Readonly<Record<(typeof inputNames)[number], string>> {
  readonly rows: readonly Readonly<Record<string, string>>[]
}

export function typedContract(request: FormRequest): ContractInput {
  const of = (name: string) => typed(request, name)
  return {
    request: of('request'), kind: of('kind'), contractNumber: of('contractNumber'), egpProject: of('egpProject'), egpControl: of('egpControl'), payee: of('payee'), title: of('title'),
    signedOn: of('signedOn'), startsOn: of('startsOn'), endsOn: of('endsOn'), price: of('price'), vat: of('vat'), fineKind: of('fineKind'), fineRate: of('fineRate'),
    fineReason: of('fineReason'), advancePercent: of('advancePercent'), retentionPercent: of('retentionPercent'), securityKind: of('securityKind'),
    securityAmount: of('securityAmount'), securityReference: of('securityReference'), securityReason: of('securityReason'), warrantyMonths: of('warrantyMonths'), formKey: of('formKey'), version: of('version'),
    rows: rowsIn(request.body, 'instalments'),
  }
}
