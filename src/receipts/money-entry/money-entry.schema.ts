// What a browser may send → a command.
import { z } from 'zod'
import { askedRegister, day, formKey, optionalWords, readAmount, versionSchema, words, type AskedRegister } from '../../documents/index.ts'
import { zero } from '../../platform/money.ts'
import { isId } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { moneyEntryText } from '../money-entry.text.ts'
import { readChequeKey } from '../returned-cheque/returned-cheque.ts'
import { asksFor, entryKinds, entryStates, type EntryCommand, type EntryFilter, type EntryKind, type EntryState } from './money-entry.ts'

const { errors } = moneyEntryText

const amount = z.string(errors.amount).transform((text, context) => {
  const read = readAmount(text)
  if (typeof read === 'string') context.addIssue({ code: 'custom', message: read })
  return typeof read === 'string' ? z.NEVER : read
})

/** Empty is nothing. */
const covered = z.string().default('').transform((text, context) => {
  const read = text.trim() === '' ? zero : readAmount(text)
  if (typeof read === 'string') context.addIssue({ code: 'custom', message: read })
  return typeof read === 'string' ? z.NEVER : read
})

const fields = z.object({
  kind: z.enum(entryKinds, errors.kind), entryDate: day, depositId: z.string().default(''), targetCode: z.string().default(''), targetKey: optionalWords(300), targetReference: optionalWords(60),
  debtId: z.string().default(''), covered, chequeKey: z.string().default(''),
  amount, reason: words(500, errors.entryReason), authority: optionalWords(200),
})

type Narrowed = 'depositId' | 'debtId' | 'chequeKey' | 'covered' | 'targetCode' | 'targetKey' | 'targetReference'

/** What the kind does not ask for is not taken, even if it was sent. */
function commandOf<T extends z.output<typeof fields>>({ depositId, debtId, covered: borne, chequeKey, targetCode, targetKey, targetReference, ...rest }: T): Omit<T, Narrowed> & EntryCommand {
  const asks = asksFor[rest.kind]
  return {
    ...rest, depositId: asks.deposit && isId(depositId) ? depositId : null, debtId: asks.debt && isId(debtId) ? debtId : null, covered: asks.debt ? borne : zero,
    cheque: asks.cheque ? readChequeKey(chequeKey) ?? null : null,
    targetCode: asks.target ? targetCode : null, targetKey: asks.target && targetKey !== '' ? targetKey : null,
    targetReference: asks.target ? targetReference : '',
  }
}

export const newEntrySchema = fields.extend({ formKey }).transform(commandOf)
export const editEntrySchema = fields.extend(versionSchema.shape).transform(commandOf)

export function kindIn(text: string | undefined): EntryKind | undefined {
  return entryKinds.find((kind) => kind === text)
}

export interface AskedEntries extends AskedRegister<EntryState> {
  readonly filter: EntryFilter
}

export function askedEntries(query: FormRequest['query'], own: string): AskedEntries {
  const asked = askedRegister(query, own, entryStates)
  return { ...asked, filter: { ...asked.filter, kind: kindIn(query.kind) } }
}
