// The table lines are keyed into: chooser boxes for account and register, debit and credit with their totals and difference.
import { lineEditor, type EditorColumn, type LineEditor, type Option } from '../../platform/http/components.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { formatMoney } from '../../platform/money.ts'
import { journalText } from '../journal.text.ts'
import { chooserPaths } from '../ledger.paths.ts'
import { ledgerText } from '../ledger.text.ts'
import { codeIn, totalsOf, type JournalLine, type Known, type TypedLine, type Unit } from './journal-lines.ts'

const text = journalText.lines

export interface LinesInput {
  readonly rows: readonly TypedLine[]
  readonly units: readonly Unit[]
  readonly known: Pick<Known, 'accounts' | 'keys'>
  readonly errors: FieldErrors
  /** Blank rows asked for by the button. */
  readonly more: number | undefined
}

/** Beside a box of an account, and beside the box `key` of its row. */
export const accountChooser = { id: 'accounts', options: [], ask: chooserPaths.accounts } as const
export const keyChooser = { id: 'keys', options: [], ask: chooserPaths.keys, of: 'account' } as const

export function linesEditor(input: LinesInput): LineEditor {
  const { rows, more, errors } = input
  const totals = totalsOf(rows)
  return lineEditor({
    name: 'lines', caption: text.caption, columns: columnsFor(input), rows: rows.map((row) => named(row, input.known)), errors,
    blankRows: more ?? Math.max(1, 4 - rows.length), totals: { debit: formatMoney(totals.debit), credit: formatMoney(totals.credit) },
    difference: { label: text.difference, of: 'debit', against: 'credit', text: formatMoney(totals.difference) },
    lists: [{ ...accountChooser, options: proposals(input) }, keyChooser],
    addRows: { name: 'moreLines', value: '5', label: text.moreRows },
  })
}

function columnsFor({ units }: LinesInput): EditorColumn[] {
  const choices: Option[] = [{ value: '', text: text.noUnit }, ...units.map(({ id, name }) => ({ value: id, text: name }))]
  const counterparty: EditorColumn[] = units.length === 0 ? [] : [{ name: 'counterparty', label: text.columns.counterparty, kind: 'text', options: choices }]
  return [
    { name: 'account', label: text.columns.account, kind: 'text', list: accountChooser.id },
    { name: 'key', label: text.columns.key, kind: 'text', list: keyChooser.id },
    ...counterparty,
    { name: 'debit', label: ledgerText.debit, kind: 'money', isTotalled: true },
    { name: 'credit', label: ledgerText.credit, kind: 'money', isTotalled: true },
    { name: 'memo', label: text.columns.memo, kind: 'text' },
  ]
}

/** A code alone says little: its name follows it in the box. */
function named(row: TypedLine, { accounts }: Pick<Known, 'accounts'>): TypedLine {
  const code = codeIn(row.account)
  const account = code === undefined ? undefined : accounts.find((each) => each.code === code)
  return account ? { ...row, account: `${account.code} ${account.name}` } : row
}

const mostProposals = 20

/** Without script: what the words of a refused cell could mean. */
function proposals({ rows, known, errors }: LinesInput): Option[] {
  const refused = rows.filter((row, index) => errors[`lines.${index}.account`] !== undefined && codeIn(row.account) === undefined).map((row) => row.account)
  const meant = known.accounts.filter((account) => account.isPostable && refused.some((word) => word !== '' && account.name.includes(word)))
  return meant.slice(0, mostProposals).map(({ code, name }) => ({ value: `${code} ${name}`, text: '' }))
}

/** Lines that stand, as somebody would have typed them. */
export function typedLines(lines: readonly (JournalLine & { readonly subKind: string | null; readonly subName: string | null })[]): TypedLine[] {
  return lines.map(({ accountCode, subKind, subName, subKey, counterpartyId, side, amount, memo }) => ({
    account: accountCode, key: subKind === 'org' ? '' : keyText(subKey, subName), counterparty: counterpartyId ?? '',
    debit: side === 'D' ? formatMoney(amount) : '', credit: side === 'C' ? formatMoney(amount) : '', memo,
  }))
}

/** Key and name: the key finds the row again, the name tells what it is. */
function keyText(key: string | null, name: string | null): string {
  return key === null ? '' : `${key} ${name ?? ''}`.trim()
}
