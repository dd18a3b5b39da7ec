// The trail as the component `trail` wants it.
import { type AuditEntry } from '../platform/audit/audit.ts'
import { formatInstant, formatThaiDateShort, instant, readThaiDate } from '../platform/dates.ts'
import { type Trail } from '../platform/http/components.ts'
import { formatMoney, readBaht } from '../platform/money.ts'
import { signedAlone } from './document.ts'
import { documentsText as text } from './documents.text.ts'

/** How a kept value is shown. The log holds money as numeric text and days as ISO text; which of them a value is, only the desk knows. */
export type TrailField = string | { readonly label: string; readonly kind: 'money' | 'date' }

export interface TrailLabels {
  /** By action as given to recordChange; an action without a word is shown by its code. */
  readonly actions: Readonly<Record<string, string>>
  /** Which values of before and after are shown, and how they are called. */
  readonly fields?: Readonly<Record<string, TrailField>>
}

/** What files have come and gone is told of every document in the same words. */
export function trailRows(entries: readonly AuditEntry[], desk: TrailLabels): Trail {
  const papers = text.attachments.trail
  const labels = { actions: { ...papers.actions, ...desk.actions }, fields: { ...desk.fields, ...papers.fields } }
  return { heading: text.trail.heading, empty: entries.length === 0 ? text.trail.empty : undefined, entries: entries.map((entry) => trailRow(entry, labels)) }
}

function trailRow(entry: AuditEntry, labels: Required<TrailLabels>): Trail['entries'][number] {
  const action = entry.code.replace(/^DOC_/, '').toLowerCase().replaceAll('_', '-')
  return {
    what: labels.actions[action] ?? entry.code,
    who: [entry.userName, entry.position].filter((part) => part !== '').join(' '),
    when: formatInstant(instant(entry.occurredAt)),
    note: noteOf(entry),
    changes: changesOf(entry, labels.fields),
  }
}

function noteOf({ reason, after }: AuditEntry): string | undefined {
  const notes = [...(reason === null ? [] : [text.trail.reason(reason)]), ...(after !== null && signedAlone in after ? [text.trail.alone] : [])]
  return notes.length === 0 ? undefined : notes.join(' · ')
}

function changesOf(entry: AuditEntry, fields: Readonly<Record<string, TrailField>>): { label: string; before: string | undefined; after: string }[] {
  const before = new Map(Object.entries(entry.before ?? {}))
  const after = new Map(Object.entries(entry.after ?? {}))
  return Object.entries(fields)
    .map(([name, field]) => ({ label: labelOf(field), before: shown(before.get(name), field), after: shown(after.get(name), field) }))
    .filter((change) => change.before !== change.after)
    .map((change) => ({ ...change, before: change.before === text.trail.none ? undefined : change.before }))
}

function labelOf(field: TrailField): string {
  return typeof field === 'string' ? field : field.label
}

/** What does not read as its field says is shown as it was kept. */
function shown(value: unknown, field: TrailField): string {
  if (value === undefined || value === null || value === '') return text.trail.none
  const kept = String(value)
  if (typeof field === 'string') return kept
  const amount = field.kind === 'money' ? readBaht(kept) : undefined
  const day = field.kind === 'date' ? readThaiDate(kept) : undefined
  if (amount !== undefined) return formatMoney(amount)
  return day === undefined ? kept : formatThaiDateShort(day)
}
