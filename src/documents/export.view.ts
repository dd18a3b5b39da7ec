// Where a list is saved or printed from, and the links that lead there.
import { type PageHeader } from '../platform/http/components.ts'
import { RuleBroken } from '../platform/errors.ts'
import { documentsText } from './documents.text.ts'

const text = documentsText.export

export function exportPaths(list: string) {
  return { csv: `${list}/csv`, xlsx: `${list}/xlsx`, print: `${list}/print` } as const
}

type Actions = NonNullable<PageHeader['actions']>

const link = (label: string, path: string, query: URLSearchParams) => ({ text: label, href: `${path}?${query.toString()}`, kind: 'secondary' as const })

/** Excel and CSV of what is shown, for whoever may print: a list without a paper of its own. */
export function saveActions(list: string, query: URLSearchParams, mayPrint: boolean): Actions {
  const paths = exportPaths(list)
  return mayPrint ? [link(text.xlsx, paths.xlsx, query), link(text.csv, paths.csv, query)] : []
}

/** The same, and the paper. */
export function exportActions(list: string, query: URLSearchParams, mayPrint: boolean): Actions {
  return mayPrint ? [link(text.print, exportPaths(list).print, query), ...saveActions(list, query, mayPrint)] : []
}

/** More than this is no list to read or to calculate with: the reader narrows it. */
export const mostExported = 20_000
export const mostPrinted = 2_000

export function mustFit(rows: number, most: number): void {
  if (rows > most) throw new RuleBroken(text.tooMany(most.toLocaleString('en')))
}
