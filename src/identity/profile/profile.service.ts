import { daysBetween } from '../../platform/dates.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { passwordDueOn } from '../sign-in/journey.ts'
import { findPasswordAge } from './profile.repository.ts'

/** Days until the password falls due, from the day on which the owner is to be reminded; undefined before (seed 004 3.4.2). */
export async function findPasswordReminder(read: OfficerRead): Promise<number | undefined> {
  const { changedAt, months, warningDays } = await findPasswordAge(read)
  const due = passwordDueOn({ passwordChangedAt: changedAt }, { password_months: months })
  const days = due === undefined ? undefined : daysBetween(read.today, due)
  return days !== undefined && days <= warningDays ? days : undefined
}
