import { daysBetween, instant } from '../../platform/dates.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { loadSettings } from '../limits/limits.repository.ts'
import { passwordDueOn } from '../sign-in/journey.ts'
import { findPasswordChange } from './profile.repository.ts'

/** Days until the password falls due, from the day on which the owner is to be reminded; undefined before (seed 004 3.4.2). */
export async function findPasswordReminder(read: OfficerRead): Promise<number | undefined> {
  const settings = await loadSettings(read)
  const changed = await findPasswordChange(read)
  const due = passwordDueOn({ passwordChangedAt: changed === undefined ? undefined : instant(changed) }, settings)
  const days = due === undefined ? undefined : daysBetween(read.today, due)
  return days !== undefined && days <= settings.password_warning_days ? days : undefined
}
