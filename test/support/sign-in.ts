// The short way in for tests that are about something else.
import { demoPassword } from '../../seeds/demonstration/people.ts'
import { type TestOffice } from './app.ts'
import { type Visit } from './visit.ts'

/** The six digits of the newest code mail to an address. */
export async function codeFor(office: TestOffice, address: string): Promise<string> {
  await office.sendMail()
  const mail = await office.mailTo(address)
  const code = /\b\d{6}\b/.exec(mail.body_text)?.[0]
  if (!code) throw new Error(`no code in the mail to ${address}`)
  return code
}

/** A demonstration account, through password and code, to the home page. */
export async function signIn(office: TestOffice, username: string, visit: Visit = office.visit()): Promise<Visit> {
  await visit.open('/login')
  await visit.submit({ username, password: demoPassword })
  if (visit.path === '/sign-in/otp') await visit.submit({ code: await codeFor(office, `${username}@example.com`) })
  if (visit.path !== '/') throw new Error(`${username} stands at ${visit.path}: ${visit.text.slice(0, 400)}`)
  return visit
}

export type SignedIn = (username: string) => Promise<Visit>

/** Each person signs in once, and is the same visitor ever after. */
export function signedInOnce(office: TestOffice): SignedIn {
  const visits = new Map<string, Promise<Visit>>()
  return (username) => {
    const visit = visits.get(username) ?? signIn(office, username)
    visits.set(username, visit)
    return visit
  }
}
