// People on their way in, without a screen: each page of the journey answered as its owner would.
import { demoPassword, demoPeople, firstPasswordOf, type DemoPerson } from '../../seeds/demonstration/people.ts'
import { type TestOffice } from './app.ts'
import { codeFor } from './sign-in.ts'
import { type Visit } from './visit.ts'

export const newPassword = 'Khlong-Yai-Nam-Sai-7'

export function demoPerson(username: string): DemoPerson {
  const found = demoPeople.find((person) => person.username === username)
  if (!found) throw new Error(`nobody of the demonstration is called ${username}`)
  return found
}

/** The mail address this person gives, or has given. */
export function mailOf(who: DemoPerson): string {
  return who.standing === 'first' ? `${who.username}@gmail.com` : `${who.username}@example.com`
}

export function passwordOf(who: DemoPerson): string {
  return who.standing === 'first' ? firstPasswordOf(who) : demoPassword
}

/** Walks from the sign-in page until the step is reached. */
export async function standAt(office: TestOffice, { username, step }: { username: string; step: string }): Promise<Visit> {
  const who = demoPerson(username)
  const visit = await office.visit().open('/login')
  await visit.submit({ username, password: passwordOf(who) })
  for (let count = 0; count < 8 && visit.path !== `/sign-in/${step}`; count += 1) await take(office, visit, who)
  if (visit.path !== `/sign-in/${step}`) throw new Error(`${username} came to ${visit.path}, not to ${step}: ${visit.text.slice(0, 300)}`)
  return visit
}

async function take(office: TestOffice, visit: Visit, who: DemoPerson): Promise<void> {
  const step = visit.path.split('/')[2]
  if (step === 'citizen-id') await visit.submit({ citizenId: who.citizenId })
  if (step === 'thaid') await proveAtThaid(office, visit, who)
  if (step === 'person') await visit.submit({ answer: 'yes' })
  if (step === 'email') await visit.submit({ email: mailOf(who) })
  if (step === 'otp') await visit.submit({ code: await codeFor(office, mailOf(who)) })
  if (step === 'new-password') await visit.submit({ password: newPassword, again: newPassword })
}

async function proveAtThaid(office: TestOffice, visit: Visit, who: DemoPerson): Promise<void> {
  office.thaid.person(who.citizenId, { title: who.title, first: who.firstName, last: who.lastName })
  const state = /state=([\w-]+)/.exec(visit.html)?.[1] ?? ''
  await visit.open(`/sign-in/thaid/return?code=abc&state=${state}`)
  await visit.submit()
}
