// A form whose rows are given, one for each unspent amount: what is wanted is typed or ticked beside it.
import { type FieldErrors } from '../../platform/errors.ts'
import { formatThaiDate } from '../../platform/dates.ts'
import { formatMoney, type Money } from '../../platform/money.ts'
import { type FormPage } from '../desk/desk.view.ts'
import { lineNumber } from '../report.view.ts'
import { type Names } from '../settings/settings.ts'
import { type Unspent } from '../unspent/unspent.ts'
import { yearEndText } from '../year-end.text.ts'

const { grid } = yearEndText

export interface GridBox {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly className: string
  readonly inputmode: string | undefined
  readonly error: string | undefined
  readonly isTick: boolean
  readonly isTicked: boolean
}

export interface GridRow {
  readonly key: { readonly id: string; readonly value: string }
  readonly title: string
  readonly note: string
  readonly amount: string
  readonly boxes: readonly GridBox[]
}

export interface Grid {
  readonly caption: string
  readonly headings: readonly { readonly label: string; readonly className: string }[]
  readonly rows: readonly GridRow[]
  readonly isEmpty: boolean
  readonly span: number
  readonly amountLabel: string
  readonly empty: string
}

export interface GridForm extends Omit<FormPage, 'editors'> {
  readonly grid: Grid
}

/** What is asked beside each row, under which name. */
export interface Asked {
  readonly name: 'amount' | 'untilDate' | 'reason' | 'wanted'
  readonly label: string
  readonly kind: 'money' | 'date' | 'text' | 'tick'
}

export interface Given {
  readonly unspent: readonly Unspent[]
  readonly names: Names
  readonly asked: readonly Asked[]
  /** By the place of the row. */
  valueOf(row: number, name: Asked['name']): string
  /** Default: what is unspent of this kind; of a whole line: all of it. */
  readonly amounts?: ReadonlyMap<string, Money>
  readonly keyOf: (unspent: Unspent) => string
  readonly caption: string
  readonly empty: string
}

export function gridOf(given: Given, errors: FieldErrors): Grid {
  const { asked, unspent, names } = given
  return {
    caption: given.caption, empty: given.empty, isEmpty: unspent.length === 0, span: asked.length + 2, amountLabel: grid.unspent,
    headings: [{ label: grid.item, className: 'is-text' }, { label: grid.unspent, className: 'is-money' }, ...asked.map(({ label, kind }) => ({ label, className: `is-${kind}` }))],
    rows: unspent.map((each, index): GridRow => ({
      key: { id: `rows.${index}.of`, value: given.keyOf(each) }, title: `${lineNumber(each.line)} ${each.line.title}`, note: noteOf(each, names),
      amount: formatMoney(given.amounts?.get(each.line.id) ?? each.amount),
      boxes: asked.map(({ name, label, kind }) => boxOf({ id: `rows.${index}.${name}`, label, kind, value: given.valueOf(index, name) }, errors)),
    })),
  }
}

function boxOf({ id, label, kind, value }: { readonly id: string; readonly label: string; readonly kind: Asked['kind']; readonly value: string }, errors: FieldErrors): GridBox {
  const inputmodes = { money: 'decimal', date: 'numeric', text: undefined, tick: undefined } as const
  return { id, label, value, className: `is-${kind}`, inputmode: inputmodes[kind], error: errors[id], isTick: kind === 'tick', isTicked: kind === 'tick' && value === 'yes' }
}

/** Where it stands, for whom it is held, and how long it may be used. */
export function noteOf({ line, stage, about, holder }: Unspent, names: Names): string {
  const task = names.classes.get(line.taskCode)
  const parts = [
    `${line.taskCode} ${task?.name ?? ''}`, `${line.economicCode} ${names.classes.get(line.economicCode)?.name ?? ''}`,
    holder === null ? grid.stages[stage] : `${grid.stages[stage]}: ${about}`, grid.until(formatThaiDate(line.usableUntil)),
  ]
  return parts.join(' · ')
}
