// The box in which a control line is named, with proposals.
import { field, type Control, type Option } from '../../platform/http/components.ts'
import { formatMoney } from '../../platform/money.ts'
import { deskText } from '../desk.text.ts'
import { type LineWithBalance } from '../line/line.ts'
import { lineText, nameOf } from './named-line.ts'

export const lineList = 'budget-lines'
const mostProposals = 1000

export function lineOptions(lines: readonly LineWithBalance[]): Option[] {
  return lines.slice(0, mostProposals).map((line) => ({ value: nameOf(line), text: deskText.left(formatMoney(line.balance.available)) }))
}

/** `lines`: those that may be chosen. */
export function lineControl(typed: string, lines: readonly LineWithBalance[], error: string | undefined): Control {
  const { line, lineHint } = deskText.fields
  return { field: field({
    name: 'line', label: line, hint: lineHint, value: lineText({ lines }, typed), error, required: true, width: 'full',
    list: { id: lineList, options: lineOptions(lines) },
  }) }
}
