// แบบพิมพ์เช็ค/ใบถอน: where each thing stands on the bank's own paper, in millimetres from its upper left corner; one for a bank, or for one of its books.

/** Kind of its trail. */
export const chequeFormSource = 'cheque-form'

export const formKinds = ['cheque', 'withdrawal'] as const
export type FormKind = (typeof formKinds)[number]

/** What the printer is fed with, in millimetres; 'a4': a tray that takes no smaller paper. */
export const papers = { cheque: { width: 178, height: 89 }, slip: { width: 210, height: 99 }, a4: { width: 210, height: 297 } } as const
export type Paper = keyof typeof papers
export const paperNames = ['cheque', 'slip', 'a4'] as const
const usualPapers: Readonly<Record<FormKind, Paper>> = { cheque: 'cheque', withdrawal: 'slip' }

export const formFields = {
  cheque: ['crossing', 'day', 'payee', 'bearer', 'words', 'figures'], withdrawal: ['account', 'accountName', 'day', 'words', 'figures', 'payee'],
} as const
export type FormField = (typeof formFields)[FormKind][number]

/** Millimetres; `y` is the line the letters stand on. */
export interface Place {
  readonly field: FormField
  readonly x: number
  readonly y: number
  /** Room for the words, the length of a stroke, or of the boxes a day is told in. Nought: no bound, and a day is told in one. */
  readonly width: number
  /** Points. */
  readonly size: number
  readonly isPrinted: boolean
}

/** Which paper is meant: of a bank, or of one book of it. */
export interface FormTarget {
  readonly kind: FormKind
  readonly bankName: string
  readonly bookId: string | null
}

export interface FormSettings {
  readonly paper: Paper
  /** What this printer puts too far left or too high, in millimetres. */
  readonly shiftX: number
  readonly shiftY: number
  readonly places: readonly Place[]
}

export interface ChequeForm extends FormTarget, FormSettings {
  /** Null: nobody has kept one, the country's or the bank's stands. */
  readonly id: string | null
  readonly version: number
}

export function usualForm(target: FormTarget, places: readonly Place[]): ChequeForm {
  return { ...target, id: null, version: 0, paper: usualPapers[target.kind], shiftX: 0, shiftY: 0, places }
}

/** A paper an office may set up, and whether it has. */
export interface ListedForm extends FormTarget {
  /** In its address: 'book-12', or 'account-5' by an account of the bank. */
  readonly key: string
  /** Of the book; '' for the whole bank. */
  readonly book: string
  readonly kept: { readonly shiftX: number; readonly shiftY: number } | undefined
}
