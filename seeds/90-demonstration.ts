// Demonstration data, refused in production. Books are opened through the services, as an officer of the unit would.
import { hash } from 'argon2'
import { type Knex } from 'knex'
import { openFiscalYear } from '../src/ledger/index.ts'
import { findBankAccounts, createBankAccount } from '../src/registers/index.ts'
import { addSeconds, fiscalYearOf, type Instant } from '../src/platform/dates.ts'
import { ownOrigin, type Database, type Officer, type OrganisationKind } from '../src/platform/database/work.ts'
import { type CitizenIdSeal } from '../src/platform/secrets.ts'
import { enactBudget, moveMoney } from './demonstration/budgets.ts'
import { keyFunds, planSchool } from './demonstration/funds.ts'
import { bringForward, keyJournals } from './demonstration/ledger.ts'
import { preparePayments } from './demonstration/payments.ts'
import { demoLaos, demoProfile, demoSubUnits, letterSubUnit } from './demonstration/offices.ts'
import { demoPassword, demoPeople, firstPasswordOf, isMailed, type DemoPerson } from './demonstration/people.ts'

export interface Stage {
  readonly owner: Knex
  readonly database: Database
  readonly seal: CitizenIdSeal
  readonly production: boolean
}

const day = 86400
const cost = { type: 2, memoryCost: 19456, timeCost: 2, parallelism: 1 } as const

export async function seedDemonstration(stage: Stage): Promise<void> {
  if (stage.production) throw new Error('demonstration data is refused in production')
  await makeSubUnits(stage.owner)
  await makeProfile(stage.owner)
  await makePeople(stage)
  await openBooks(stage)
  await keyBooks(stage)
}

/**
 * Apart from the rest, so that tests of the budget find none: every LAO with somebody who drafts and somebody who decides has its ordinance of the year in force;
 * the town also money outside it and money of last year, whom it pays and how, and one of its schools a plan.
 */
export async function seedBudgets({ owner, database, production }: Stage): Promise<void> {
  if (production) throw new Error('demonstration data is refused in production')
  const now = database.clock.now()
  const members = await owner('users as u').join('organisations as o', 'o.id', 'u.organisation_id').join('group_members as g', 'g.user_id', 'u.id')
    .where({ 'u.status': 'active' }).whereIn('g.group_code', budgetGroups).orderBy(['o.id', 'u.id'])
    .select('u.id as user_id', 'o.id', 'o.code', 'o.kind', 'o.name', 'o.province_code', 'o.lao_kind', 'g.group_code')
  const rights = await owner('group_permissions').whereIn('group_code', budgetGroups).select('group_code', 'menu_code', 'action')
  const rightsOf = (group: string) => rights.filter((right) => right.group_code === group).map((right) => `${right.menu_code}:${right.action}`)
  for (const office of new Set(members.map((member) => member.code))) {
    const holder = (group: string) => members.find((member) => member.code === office && member.group_code === group)
    const acting = (group: string) => {
      const person = holder(group)
      return person && actingFor(now, person, rightsOf(group))
    }
    const [clerk, head, accountant] = [acting('LAO_BUDGET'), acting('LAO_FIN_HEAD'), acting('LAO_ACCOUNT')]
    if (clerk && head) await enactBudget(owner, database, { clerk, head, laoKind: holder('LAO_BUDGET')?.lao_kind ?? '' })
    if (clerk && head && accountant && office === '4200103') {
      await moveMoney(owner, database, { clerk, head })
      await keyFunds(owner, database, { clerk, head, accountant })
      const finance = acting('LAO_FINANCE')
      if (finance) await preparePayments(owner, database, { finance, head, accountant })
    }
    const [planner, chief] = [acting('SUB_ACCOUNT'), acting('SUB_FIN_HEAD')]
    if (planner && chief && office === '420010305001') await planSchool(owner, database, { clerk: planner, head: chief })
  }
}

const budgetGroups = ['LAO_BUDGET', 'LAO_FIN_HEAD', 'LAO_ACCOUNT', 'LAO_FINANCE', 'SUB_ACCOUNT', 'SUB_FIN_HEAD']

async function makeSubUnits(owner: Knex): Promise<void> {
  for (const lao of demoLaos) {
    const parent = await owner('organisations').where({ code: lao.code }).first('id', 'province_code', 'district')
    const rows = demoSubUnits.map((unit) => ({ code: `${lao.code}${unit.kind}001`, name: unit.name(lao.place), kind: unit.kind }))
    const extra = lao.code === letterSubUnit.lao ? [letterSubUnit] : []
    await owner('organisations').insert([...rows, ...extra].map((unit) => ({
      kind: unit.kind === '01' ? 'PAWN' : 'SUB', code: unit.code, name: unit.name, short_name: unit.name, province_code: parent.province_code,
      district: parent.district, sub_unit_kind: unit.kind, lao_id: parent.id,
    }))).onConflict('code').ignore()
  }
}

async function makeProfile(owner: Knex): Promise<void> {
  const town = await owner('organisations').where({ code: '4200103' }).first('id')
  await owner('organisation_profiles').insert({ organisation_id: town.id, ...demoProfile }).onConflict('organisation_id').merge()
}

/** Days that a first password lasts, carried over or mailed: settings, as every limit of sign-in (§1.8). */
interface FirstPasswordDays {
  readonly carriedOver: number
  readonly mailed: number
}

async function getFirstPasswordDays(owner: Knex): Promise<FirstPasswordDays> {
  const valueOf = async (name: string): Promise<number> => (await owner('sign_in_settings').where({ name }).first('value')).value
  return { carriedOver: await valueOf('first_password_days'), mailed: await valueOf('mailed_password_days') }
}

async function makePeople(stage: Stage): Promise<void> {
  const passwords = { own: await hash(demoPassword, cost), days: await getFirstPasswordDays(stage.owner) }
  for (const person of demoPeople) {
    const exists = await stage.owner('users').where({ username: person.username }).first('id')
    if (!exists) await makePerson(stage, person, passwords)
  }
}

/** The columns that follow from how far an account has come. */
function standingOf(stage: Stage, person: DemoPerson): object {
  const now = stage.database.clock.now()
  const isIn = person.standing === 'active' || person.standing === 'provisional'
  const statuses = { active: 'active', first: 'pending', expired: 'pending', suspended: 'suspended', cancelled: 'cancelled', provisional: 'provisional', requested: 'requested' } as const
  return {
    status: statuses[person.standing], provisional_until: person.standing === 'provisional' ? addSeconds(now, 5 * day) : null,
    ...(isIn && {
      email: `${person.username}@example.com`, email_verified_at: addSeconds(now, -30 * day), identity_level: 'thaid', identity_proven_at: addSeconds(now, -10 * day),
      password_changed_at: addSeconds(now, -30 * day), phone: '08 1234 5678',
    }),
    ...(person.isKnown && { citizen_id_sealed: stage.seal.seal(person.citizenId), citizen_id_index: stage.seal.index(person.citizenId), citizen_id_tail: person.citizenId.slice(-4) }),
  }
}

async function makePerson(stage: Stage, person: DemoPerson, { own, days }: { own: string; days: FirstPasswordDays }): Promise<void> {
  const { owner, database } = stage
  const now = database.clock.now()
  const office = await owner('organisations').where({ code: person.office }).first('id')
  const name = person.position === '' ? {} : { title: person.title, first_name: person.firstName, last_name: person.lastName, position: person.position }
  const [user] = await owner('users').insert({ organisation_id: office.id, username: person.username, ...name, ...standingOf(stage, person) }).returning('id')
  const isFirst = person.standing === 'first' || person.standing === 'expired'
  const life = isMailed(person) ? days.mailed : days.carriedOver
  const age = isFirst ? (person.standing === 'expired' ? life + 1 : 0) : 30
  await owner('password_credentials').insert({
    user_id: user.id, hash: isFirst ? await hash(firstPasswordOf(person), cost) : own, kind: isFirst ? 'first' : 'own', created_at: addSeconds(now, -age * day),
    expires_at: isFirst ? addSeconds(now, (life - age) * day) : null,
  })
  await owner('group_members').insert(person.groups.map((group) => ({ organisation_id: office.id, user_id: user.id, group_code: group, valid_from: '2026-10-01' })))
}

/** The current fiscal year stands open and every unit has a savings account, so that the first receipt can be keyed at once. */
async function openBooks({ owner, database }: Stage): Promise<void> {
  const heads = await owner('users as u').join('organisations as o', 'o.id', 'u.organisation_id').whereIn('o.kind', ['LAO', 'SUB', 'PAWN']).where({ 'u.status': 'active' })
    .distinctOn('o.id').orderBy('o.id').orderBy('u.id').select('u.id as user_id', 'o.id', 'o.kind', 'o.name', 'o.province_code')
  for (const [index, row] of heads.entries()) {
    await database.work(actingFor(database.clock.now(), row), ownOrigin, async (work) => {
      await openFiscalYear(work, fiscalYearOf(work.today))
      const accounts = await findBankAccounts(work, { activeOnly: false })
      if (accounts.length === 0) await createBankAccount(work, { bankName: 'ธนาคารกรุงไทย', branch: 'ชลบุรี', accountNumber: String(2_000_000_001 + index), accountName: row.name, kind: 'savings' })
    })
  }
}

/** Every office with two people for its books brings its balances forward, keyed by one and approved by another; the town goes on to its first journals. */
async function keyBooks({ owner, database }: Stage): Promise<void> {
  const now = database.clock.now()
  const members = await owner('users as u').join('organisations as o', 'o.id', 'u.organisation_id').join('group_members as g', 'g.user_id', 'u.id')
    .where({ 'u.status': 'active' }).whereIn('g.group_code', [...bookHeads, ...bookMakers])
    .orderBy(['o.id', 'u.id']).select('u.id as user_id', 'o.id', 'o.code', 'o.kind', 'o.name', 'o.province_code', 'g.group_code')
  for (const office of new Set(members.map((member) => member.code))) {
    const holder = (groups: readonly string[]) => groups.flatMap((group) => members.filter((member) => member.code === office && member.group_code === group))[0]
    const [head, maker] = [holder(bookHeads), holder(bookMakers)]
    if (!head || !maker) continue
    const people = { maker: actingFor(now, maker, bookRights), head: actingFor(now, head, bookRights) }
    await bringForward(owner, database, people)
    if (office === '4200103') await keyJournals(owner, database, people)
  }
}

const bookHeads = ['LAO_FIN_HEAD', 'SUB_FIN_HEAD', 'PAWN_MANAGER']
const bookMakers = ['LAO_ACCOUNT', 'SUB_ACCOUNT', 'PAWN_ACCOUNT', 'LAO_FINANCE', 'SUB_FINANCE']
const bookRights = ['account.journal', 'account.opening'].flatMap((leaf) => ['create', 'edit', 'approve'].map((action) => `${leaf}:${action}`))

function actingFor(now: Instant, row: { user_id: string; id: string; kind: OrganisationKind; name: string; province_code: string }, rights: readonly string[] = []): Officer {
  return {
    kind: 'officer', userId: row.user_id, sessionId: '0', username: '', name: '', position: '', organisationId: row.id, organisationName: row.name,
    organisationKind: row.kind, scope: row.kind === 'LAO' ? 'lao' : 'unit', provinceCode: row.province_code, permissions: new Set(rights), provisional: false,
    provenAt: now, proofSeconds: 600, idle: { seconds: 1800, warnSeconds: 150 },
  }
}
