import { instant, type Instant } from '../../platform/dates.ts'
import { type OfficerRead } from '../../platform/database/work.ts'

export interface PasswordAge {
  /** When the officer last changed the password. */
  readonly changedAt: Instant | undefined
  readonly months: number
  readonly warningDays: number
}

/** With the two settings it is measured by, in one question: the home page asks it every time. */
export async function findPasswordAge(read: OfficerRead): Promise<PasswordAge> {
  const { rows } = await read.db.raw(
    `SELECT u.password_changed_at, (SELECT value FROM sign_in_settings WHERE name = 'password_months') AS months,
       (SELECT value FROM sign_in_settings WHERE name = 'password_warning_days') AS warning_days FROM users u WHERE u.id = ?`, [read.actor.userId],
  )
  const [row] = rows
  return { changedAt: row.password_changed_at === null ? undefined : instant(row.password_changed_at), months: row.months, warningDays: row.warning_days }
}
