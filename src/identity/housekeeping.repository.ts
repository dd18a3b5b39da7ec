// What is kept how long (access-admin-oversight §9.1): codes 30 days, unfinished sign-ins 90 days, sessions and mails 30 days after their end.
import { addSeconds } from '../platform/dates.ts'
import { type Work } from '../platform/database/work.ts'

const day = 86400

export async function forgetOldSignIns(work: Work): Promise<void> {
  await work.db('sign_in_transactions').where('created_at', '<', addSeconds(work.now, -90 * day)).delete()
  await work.db('otp_challenges').where('created_at', '<', addSeconds(work.now, -30 * day)).delete()
  await work.db('mails').where('created_at', '<', addSeconds(work.now, -30 * day)).whereNotExists(work.db('otp_challenges as c').whereRaw('c.mail_id = mails.id').select('c.id')).delete()
  await work.db('known_browsers').where('expires_at', '<', addSeconds(work.now, -day)).delete()
  await work.db('form_drafts').where('saved_at', '<', addSeconds(work.now, -30 * day)).delete()
  await work.db('jobs').where('done_at', '<', addSeconds(work.now, -30 * day)).delete()
  await work.db('sessions').where('expires_at', '<', addSeconds(work.now, -30 * day)).delete()
  await work.db('sign_in_counters').where('window_started_at', '<', addSeconds(work.now, -2 * day)).delete()
  await work.db('sign_in_tickets').where('created_at', '<', addSeconds(work.now, -day)).delete()
}
