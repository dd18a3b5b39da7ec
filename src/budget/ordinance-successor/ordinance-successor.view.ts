// Lines to be succeeded, and the boxes in which their successors are chosen, as finished strings.
import { type FieldErrors } from '../../platform/errors.ts'
import { lineTable, select, type Column, type Control, type LineTable } from '../../platform/http/components.ts'
import { formatMoney, sum } from '../../platform/money.ts'
import { linePaths } from '../budget.paths.ts'
import { ordinanceText } from '../ordinance.text.ts'
import { lineNumber } from '../report.view.ts'
import { type BudgetClass } from '../settings/settings.ts'
import { candidatesFor, fieldOf, type Given, type Orphan } from './ordinance-successor.ts'

const { successors: text } = ordinanceText

const columns: readonly Column[] = [{ label: text.line, kind: 'text', isRowHeader: true }, { label: text.codes, kind: 'text' }, { label: text.used, kind: 'money' }]

export function orphansTable(orphans: readonly Orphan[], classes: ReadonlyMap<string, BudgetClass>): LineTable {
  const named = (code: string) => `${code} ${classes.get(code)?.name ?? ''}`.trim()
  return lineTable({
    caption: text.title, empty: '', columns,
    rows: orphans.map(({ line, used }) => (
      [{ text: nameOf(line), href: linePaths.show(line.organisationId, line.id) }, { text: named(line.taskCode), note: named(line.economicCode) }, formatMoney(used)])),
    totals: [{ label: ordinanceText.sum, isGrand: true, cells: [formatMoney(sum(orphans.map(({ used }) => used)))] }],
  })
}

/** `typed`: by name of the box. */
export function successorControls({ orphans, lines }: Given, typed: (name: string) => string, errors: FieldErrors): Control[] {
  return orphans.map((orphan): Control => {
    const name = fieldOf(orphan.line.id)
    const options = candidatesFor(orphan, lines).map(({ line, key, amount }) => (
      { value: String(line), text: text.option(`${key?.taskCode ?? ''}/${key?.economicCode ?? ''} ${key?.title ?? ''}`, formatMoney(amount)) }))
    return { select: select({
      name, label: text.successorOf(nameOf(orphan.line)), hint: text.hint(formatMoney(orphan.used)), options: [{ value: '', text: text.choose }, ...options], value: typed(name),
      error: errors[name], required: true, width: 'full',
    }) }
  })
}

function nameOf(line: Orphan['line']): string {
  return `${lineNumber(line)} ${line.title}`
}
