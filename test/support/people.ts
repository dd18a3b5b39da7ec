// Somebody new for each test: limits are counted for an hour or a day, so nobody is used twice.
import { demoPassword } from '../../seeds/demonstration/people.ts'
import { addSeconds } from '../../src/platform/dates.ts'
import { citizenId, isCitizenId, type CitizenId } from '../../src/platform/citizen-id.ts'
import { type TestOffice } from './app.ts'
import { codeFor } from './sign-in.ts'
import { type Visit } from './visit.ts'

export interface Person {
  readonly id: string
  readonly username: string
  readonly citizenId: CitizenId
  /** The bound address, or the one this person will give. */
  readonly email: string
  readonly password: string
}

export interface Wanted {
  /** Code of the organisation; default เทศบาลเมืองแสนสุข. */
  readonly at?: string
  /** Default a clerk without rights to approve. */
  readonly group?: string
  /** active: proven, own password · first: has only the first password. */
  readonly standing?: 'active' | 'first'
  /** False: nobody is registered as the holder. */
  readonly isKnown?: boolean
  /** Columns of users that differ. */
  readonly changes?: Readonly<Record<string, unknown>>
}

export const mailedPassword = 'Mailed-Secret-2569#'
const day = 86400
const running = { next: 1 }

export async function aPerson(office: TestOffice, wanted: Wanted = {}): Promise<Person> {
  const { at = '4200103', group = 'LAO_ACCOUNT', standing = 'active' } = wanted
  const number = running.next++
  const person = { username: `test${String(number).padStart(4, '0')}`, citizenId: aCitizenId(number), email: `test${String(number).padStart(4, '0')}@example.com` }
  const organisation = await office.owner('organisations').where({ code: at }).first('id')
  const [user] = await office.owner('users').insert({ organisation_id: organisation.id, username: person.username, ...columnsOf(office, person, wanted), ...wanted.changes }).returning('id')
  await office.owner('group_members').insert({ organisation_id: organisation.id, user_id: user.id, group_code: group, valid_from: '2024-10-01' })
  await givePassword(office, user.id, standing)
  return { ...person, id: user.id, password: standing === 'first' ? mailedPassword : demoPassword }
}

/** Artificial, with a valid check digit, and nobody's of the demonstration. */
export function aCitizenId(number: number): CitizenId {
  const twelve = `3${String(20_000_000_000 + number)}`
  const found = [...'0123456789'].map((digit) => twelve + digit).find(isCitizenId)
  return citizenId(found ?? '')
}

function columnsOf(office: TestOffice, person: Pick<Person, 'citizenId' | 'email'>, { standing = 'active', isKnown = true }: Wanted): object {
  const { seal } = office.identity
  const now = office.clock.now()
  return {
    status: standing === 'first' ? 'pending' : 'active', title: 'นาง', first_name: 'ทดสอบ', last_name: 'ระบบงาน', position: 'นักวิชาการเงินและบัญชี',
    ...(standing === 'active' && {
      email: person.email, email_verified_at: now, identity_level: 'thaid', identity_proven_at: addSeconds(now, -10 * day), password_changed_at: addSeconds(now, -30 * day), phone: '08 1234 5678',
    }),
    ...(isKnown && { citizen_id_sealed: seal.seal(person.citizenId), citizen_id_index: seal.index(person.citizenId), citizen_id_tail: person.citizenId.slice(-4) }),
  }
}

/** Hashes of the demonstration are used again: making one takes its time on purpose. */
async function givePassword(office: TestOffice, userId: string, standing: 'active' | 'first'): Promise<void> {
  const model = await office.owner('password_credentials as c').join('users as u', 'u.id', 'c.user_id')
    .where({ 'u.username': standing === 'first' ? 's671130305002' : 'saensuk.head' }).orderBy('c.id').first('c.hash')
  const now = office.clock.now()
  await office.owner('password_credentials').insert({
    user_id: userId, hash: model.hash, kind: standing === 'first' ? 'first' : 'own', created_at: now, expires_at: standing === 'first' ? addSeconds(now, 30 * day) : null,
  })
}

/** Name and password on the sign-in page, and wherever that leads. A session of before is left behind: inside one there is no such page. */
export async function enter(visit: Visit, person: Pick<Person, 'username' | 'password'>, at = '/login'): Promise<Visit> {
  visit.setCookie('laas.sid', undefined)
  await visit.open(at)
  return visit.submit({ username: person.username, password: person.password })
}

/** Through password and code to the home page. */
export async function signedIn(office: TestOffice, person: Person, visit: Visit = office.visit()): Promise<Visit> {
  await enter(visit, person)
  if (visit.path === '/sign-in/otp') await visit.submit({ code: await codeFor(office, person.email) })
  if (visit.path !== '/') throw new Error(`${person.username} stands at ${visit.path}: ${visit.text.slice(0, 300)}`)
  return visit
}

/** Scans at ThaiD as whoever is named, and comes back. */
export async function proveAs(office: TestOffice, visit: Visit, id: string): Promise<Visit> {
  office.thaid.person(id)
  return comeBack(visit)
}

/** ThaiD answers as it was told before. */
export async function comeBack(visit: Visit): Promise<Visit> {
  const state = /state=([\w-]+)/.exec(visit.html)?.[1] ?? ''
  await visit.open(`/sign-in/thaid/return?code=abc&state=${state}`)
  return visit.submit()
}

/** The codes of audit events about a person, oldest first. */
export async function eventsOf(office: TestOffice, person: Pick<Person, 'id'>): Promise<string[]> {
  const rows = await office.owner('audit_events').where({ user_id: person.id }).orderBy('id').select('code')
  return rows.map((row) => row.code)
}
