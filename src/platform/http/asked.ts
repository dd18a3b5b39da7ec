// What an address or a form may bring: ids, an organisation, rows and ticked boxes. Anything else is answered as if it had not been asked.
import { NotFound } from '../errors.ts'
import { type FormRequest } from './request.ts'

export function isId(text: string | undefined): text is string {
  return text !== undefined && /^[0-9]{1,18}$/.test(text)
}

export function idIn(text: string | undefined): string {
  if (!isId(text)) throw new NotFound(text)
  return text
}

/** The organisation named in the address, or one's own. */
export function organisationIn(query: FormRequest['query'], own: string): string {
  return query.organisation ? idIn(query.organisation) : own
}

/** 'lines.0.amount' of a form → rows by their number, with the gaps filled: an error finds its row again. */
export function rowsIn(body: FormRequest['body'], name: string): Record<string, string>[] {
  const rows: Record<string, string>[] = []
  for (const [key, value] of Object.entries(body)) {
    const [, row, column] = new RegExp(`^${name}\\.([0-9]{1,3})\\.(\\w+)$`).exec(key) ?? []
    if (row === undefined || column === undefined || typeof value !== 'string') continue
    while (rows.length <= Number(row)) rows.push({})
    Object.assign(rows[Number(row)] ?? {}, { [column]: value })
  }
  return rows
}

/** Boxes of one name: none, one or many of them ticked. */
export function manyIn(body: FormRequest['body'], name: string): string[] {
  return [body[name] ?? []].flat().filter((value) => typeof value === 'string')
}
