// The trail as the component `trail` wants it.
import { type AuditEntry } from '../platform/audit/audit.ts'
import { formatInstant, instant } from '../platform/dates.ts'
import { type Trail } from '../platform/http/components.ts'
import { documentsText as text } from './documents.text.ts'

export interface TrailLabels {
  /** By action as given to recordChange; an action without a word is shown by its code. */
  readonly actions: Readonly<Record<string, string>>
  /** Which values of before and after are shown, and how they are called. */
  readonly fields?: Readonly<Record<string, string>>
}

export function trailRows(entries: readonly AuditEntry[], labels: TrailLabels): Trail {
  return { heading: text.trail.heading, entries: entries.map((entry) => trailRow(entry, labels)) }
}

function trailRow(entry: AuditEntry, labels: TrailLabels): Trail['entries'][number] {
  const action = entry.code.replace(/^DOC_/, '').toLowerCase().replaceAll('_', '-')
  return {
    what: labels.actions[action] ?? entry.code,
    who: [entry.userName, entry.position].filter((part) => part !== '').join(' '),
    when: formatInstant(instant(entry.occurredAt)),
    note: entry.reason === null ? undefined : text.trail.reason(entry.reason),
    changes: changesOf(entry, labels.fields ?? {}),
  }
}

function changesOf(entry: AuditEntry, fields: Readonly<Record<string, string>>): { label: string; before: string; after: string }[] {
  const before = new Map(Object.entries(entry.before ?? {}))
  const after = new Map(Object.entries(entry.after ?? {}))
  return Object.entries(fields)
    .map(([name, label]) => ({ label, before: shown(before.get(name)), after: shown(after.get(name)) }))
    .filter((change) => change.before !== change.after)
}

function shown(value: unknown): string {
  return value === undefined || value === null || value === '' ? text.trail.none : String(value)
}
