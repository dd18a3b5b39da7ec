// What the ledger of an account, and the list of accounts, may be asked for.
import { type CalendarDate } from '../../platform/dates.ts'
import { idIn, isId, organisationIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { asOfIn, dayIn, type AskedAsOf } from '../asked.ts'
import { type AskedAccount, type LineKey } from './account.ts'

export function askedAccount({ params, query }: FormRequest, today: CalendarDate): AskedAccount {
  const asked = asOfIn(query, today)
  const subKey = (query.key ?? '').trim().slice(0, 60)
  return {
    ...asked, query: {
      organisationId: idIn(params.organisation), code: params.code ?? '', asOf: asked.asOf, isWholeYear: query.span === 'year',
      subKey: subKey === '' ? undefined : subKey, after: readKey(query.after), before: query.after ? undefined : readKey(query.before),
    },
  }
}

/** '2026-11-10.4711.2' */
export function writtenKey({ date, voucherId, line }: LineKey): string {
  return `${date}.${voucherId}.${line}`
}

function readKey(text: string | undefined): LineKey | undefined {
  const [day, voucherId, line] = (text ?? '').split('.')
  const date = dayIn(day)
  return date !== undefined && isId(voucherId) && /^[0-9]{1,4}$/.test(line ?? '') ? { date, voucherId, line: Number(line) } : undefined
}

export interface AskedAccounts extends AskedAsOf {
  readonly organisationId: string
  /** The beginning of a code, or part of a name. */
  readonly search: string
}

export function askedAccounts(query: FormRequest['query'], own: string, today: CalendarDate): AskedAccounts {
  return { ...asOfIn(query, today), organisationId: organisationIn(query, own), search: normalizeThai(query.search ?? '').slice(0, 100) }
}
