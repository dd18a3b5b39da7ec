// Where a list is saved or printed from, and the links that lead there.
import { type PageHeader } from '../platform/http/components.ts'
import { RuleBroken } from '../platform/errors.ts'
import { documentsText } from './documents.text.ts'

const text = documentsText.export

export function exportPaths(list: string) {
  return { csv: `${list}/csv`, xlsx: `${list}/xlsx`, print: `${list}/print` } as const
}

/** Print, Excel and CSV of what is shown, for whoever may print. */
export function exportActions(list: string, query: URLSearchParams, mayPrint: boolean): NonNullable<PageHeader['actions']> {
  const paths = exportPaths(list)
  const link = (label: string, path: string) => ({ text: label, href: `${path}?${query.toString()}`, kind: 'secondary' as const })
  return mayPrint ? [link(text.print, paths.print), link(text.xlsx, paths.xlsx), link(text.csv, paths.csv)] : []
}

/** More than this is no list to read or to calculate with: the reader narrows it. */
export const mostExported = 20_000
export const mostPrinted = 2_000

export function mustFit(rows: number, most: number): void {
  if (rows > most) throw new RuleBroken(text.tooMany(most.toLocaleString('en')))
}
