// The first paper is the original, every later one a copy.
import { documentsText as text } from './documents.text.ts'

/** `before`: how often the document had been printed, as recordPrint tells. */
export function printMark(before: number): string {
  return before === 0 ? text.print.original : text.print.copy
}
