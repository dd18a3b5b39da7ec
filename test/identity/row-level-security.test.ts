// Direct SQL under the roles of the application: what a fault or an injection in a page could reach.
import { type Knex } from 'knex'
import { beforeAll, describe, expect, it } from 'vitest'
import { ownOrigin, system, visitor, type Officer } from '../../src/platform/database/work.ts'
import { testDatabase } from '../support/database.ts'
import { aLao, anOfficer, asOfficer, aSubUnit, organisation } from '../support/world.ts'

const db = await testDatabase()
const roles = ['laas_app', 'laas_sign_in', 'laas_worker'] as const
type Role = (typeof roles)[number]

let own: Officer
let school: Officer
let neighbour: Officer
let province: Officer
let otherProvince: Officer
let department: Officer

beforeAll(async () => {
  const lao = await aLao(db)
  own = await anOfficer(db, { at: lao, groups: ['LAO_FIN_HEAD'] })
  school = await anOfficer(db, { at: await aSubUnit(db, { lao }), groups: ['SUB_FIN_HEAD'] })
  neighbour = await anOfficer(db, { at: await aLao(db), groups: ['LAO_FIN_HEAD'] })
  province = await anOfficer(db, { at: await organisation(db, `P${lao.provinceCode}`), groups: ['PROV_HEAD'] })
  otherProvince = await anOfficer(db, { at: await organisation(db, 'P71'), groups: ['PROV_HEAD'] })
  department = await anOfficer(db, { at: await organisation(db, 'DLA'), groups: ['DLA_OVERSIGHT'] })
})

interface Outcome {
  readonly rowCount: number | null
}

/** 'denied' for want of a right, 'refused' by a rule of the row, otherwise how many rows. */
async function tried(use: () => Promise<Outcome>): Promise<string | number> {
  try {
    return (await use()).rowCount ?? 0
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
    if (code === '42501') return error instanceof Error && error.message.includes('row-level security') ? 'refused' : 'denied'
    if (code === '23001') return 'never'
    throw error
  }
}

const as = (officer: Officer, sql: string, bindings: readonly Knex.Value[] = []) => tried(() => asOfficer(db, officer).work((work) => work.db.raw<Outcome>(sql, [...bindings])))

/** The role alone, with nothing said about who acts. */
const bare = (role: Role, sql: string) => tried(() => db.owner.transaction<Outcome>(async (trx) => { await trx.raw(`SET LOCAL ROLE ${role}`); return trx.raw<Outcome>(sql) }))

describe('what an office page can never read', () => {
  it.each(['password_credentials', 'sign_in_transactions', 'otp_challenges', 'sessions', 'known_browsers', 'sign_in_counters', 'sign_in_tickets', 'jobs'])('%s', async (table) => {
    expect(await as(department, `SELECT 1 FROM ${table}`)).toBe('denied')
    expect(await bare('laas_app', `SELECT 1 FROM ${table}`)).toBe('denied')
    expect(await as(department, `DELETE FROM ${table}`)).toBe('denied')
  })

  it.each(['recipient', 'subject', 'body_text', '*'])('mails.%s: it may put mail into the box and take none out', async (column) => {
    expect(await as(department, `SELECT ${column} FROM mails`)).toBe('denied')
    expect(await as(department, 'DELETE FROM mails')).toBe('denied')
  })

  it.each(['citizen_id_sealed', 'citizen_id_index', 'thaid_subject_hash', 'thaid_ial', '*'])('users.%s, not even one\'s own', async (column) => {
    expect(await as(own, `SELECT ${column} FROM users`)).toBe('denied')
  })

  it.each(['status', 'email', 'username', 'organisation_id', 'citizen_id_index', 'identity_level', 'password_changed_at'])('and never change of an account: %s', async (column) => {
    expect(await as(own, `UPDATE users SET ${column} = ${column}`)).toBe('denied')
  })

  it('nor give itself a group, an account or a right', async () => {
    const tables = ['users', 'group_members', 'group_permissions', 'user_groups', 'menu_items', 'onboarding_policies', 'sign_in_settings', 'organisations']
    expect(await Promise.all(tables.map((table) => as(own, `INSERT INTO ${table} DEFAULT VALUES`)))).toEqual(tables.map(() => 'denied'))
  })
})

describe('what sign-in can never reach', () => {
  it('are the books: it may touch no table of any room behind the door', async () => {
    const { rows } = await db.owner.raw(`SELECT DISTINCT table_name AS name FROM information_schema.role_table_grants WHERE grantee = 'laas_sign_in' AND table_schema = 'public' ORDER BY 1`)
    const known = /^(users|group_|user_groups|menu_items|organisation|provinces|lao_kinds|sub_unit_kinds|sign_in_|onboarding_|system_windows|sessions|form_drafts|known_browsers|otp_|mails|jobs|password_|service_|audit_events|news)/
    expect(rows.map((row: { name: string }) => row.name).filter((name: string) => !known.test(name))).toEqual([])
    for (const table of ['vouchers', 'journal_lines', 'account_balances', 'bank_accounts']) {
      const exists = await db.owner.schema.hasTable(table)
      if (exists) expect([table, await bare('laas_sign_in', `SELECT 1 FROM ${table}`)]).toEqual([table, 'denied'])
    }
  })

  it('nor remove an account, a password or a session, nor give a right', async () => {
    for (const table of ['users', 'password_credentials', 'sessions', 'sign_in_transactions', 'group_members']) expect([table, await bare('laas_sign_in', `DELETE FROM ${table}`)]).toEqual([table, 'denied'])
    for (const table of ['users', 'group_members', 'group_permissions']) expect([table, await bare('laas_sign_in', `INSERT INTO ${table} DEFAULT VALUES`)]).toEqual([table, 'denied'])
  })

  it('nor can the worker read a hash of a code or open a session', async () => {
    expect(await bare('laas_worker', 'SELECT code_hash FROM otp_challenges')).toBe('denied')
    expect(await bare('laas_worker', 'INSERT INTO sessions DEFAULT VALUES')).toBe('denied')
    expect(await bare('laas_worker', 'UPDATE password_credentials SET ended_at = NULL')).toBe('denied')
  })
})

describe('whose people are seen', () => {
  const sees = async (officer: Officer) => {
    const rows = await asOfficer(db, officer).read((read) => read.db('users').select('username'))
    const seen = new Set(rows.map((row) => row.username))
    return Object.entries({ own, school, neighbour, province, otherProvince, department }).filter(([, who]) => seen.has(who.username)).map(([name]) => name)
  }

  it('an LAO sees itself and its sub-units, a sub-unit itself, nobody their neighbour', async () => {
    expect(await sees(own)).toEqual(['own', 'school'])
    expect(await sees(school)).toEqual(['school'])
    expect(await sees(neighbour)).toEqual(['neighbour'])
  })

  it('a province sees itself and the offices of its own province, the department all', async () => {
    const there = neighbour.provinceCode === province.provinceCode ? ['own', 'school', 'neighbour', 'province'] : ['own', 'school', 'province']
    expect(await sees(province)).toEqual(there)
    expect(await sees(otherProvince)).toEqual(['otherProvince'])
    expect(await sees(department)).toEqual(['own', 'school', 'neighbour', 'province', 'otherProvince', 'department'])
  })

  it('a visitor\'s transaction and the worker\'s do not become an officer\'s', async () => {
    for (const actor of [visitor, system]) {
      const { rows } = await db.database.read(actor, ownOrigin, (read) => read.db.raw('SELECT laas_user_id() AS who, laas_organisation_id() AS at'))
      expect(rows).toEqual([{ who: null, at: null }])
    }
  })
})

describe('without a word who acts', () => {
  it('an office role sees nothing of any office, in every table that belongs to one', async () => {
    const { rows } = await db.owner.raw(`SELECT c.table_name AS name, k.relrowsecurity AS fenced FROM information_schema.columns c
      JOIN pg_class k ON k.relname = c.table_name AND k.relnamespace = 'public'::regnamespace
      WHERE c.table_schema = 'public' AND c.column_name = 'organisation_id' AND k.relkind = 'r' ORDER BY 1`)
    expect(rows.length).toBeGreaterThan(8)
    for (const { name, fenced } of rows) {
      if (name === 'organisation_profiles') continue
      expect([name, fenced]).toEqual([name, true])
      expect([name, [0, 'denied'].includes(await bare('laas_app', `SELECT count(*) FROM ${name} HAVING count(*) > 0`))]).toEqual([name, true])
    }
  })

  it('and changes nothing', async () => {
    expect(await bare('laas_app', `UPDATE users SET phone = '0'`)).toBe(0)
    expect(await bare('laas_app', `INSERT INTO audit_events (code, request_id, ip, agent, occurred_at) VALUES ('X_Y', '', '', '', now())`)).toBe('refused')
  })

  it('settings of one transaction are gone in the next on the same connection', async () => {
    await asOfficer(db, department).read((read) => read.db('users').first('id'))
    const { rows } = await db.database.knex.raw(`SELECT current_setting('laas.scope', true) AS scope, (SELECT count(*)::int FROM users) AS seen`)
    expect(rows).toEqual([{ scope: '', seen: 0 }])
  })
})

describe('a province looks and does not write', () => {
  it('neither people, nor accounts, nor anything of an office under it', async () => {
    const target = own.organisationId
    expect(await as(province, `UPDATE users SET phone = '0' WHERE organisation_id = ?`, [target])).toBe(0)
    expect(await as(province, `UPDATE bank_accounts SET branch = 'x' WHERE organisation_id = ?`, [target])).toBe(0)
    expect(await as(province, `INSERT INTO bank_accounts (organisation_id, bank_name, branch, account_number, account_name, kind) VALUES (?, 'ก', 'ข', '1234567890', 'ค', 'savings')`, [target])).toBe('refused')
    expect(await as(province, `UPDATE users SET phone = '0'`)).toBe(0)
  })

  it('nor does the department, nor an LAO in its school\'s books', async () => {
    for (const officer of [department, own]) {
      expect(await as(officer, `UPDATE users SET phone = '0' WHERE organisation_id = ?`, [school.organisationId])).toBe(0)
    }
  })

  it('nobody writes into another\'s log, or in another\'s name', async () => {
    const note = (officer: Officer, at: Officer, who: Officer) => as(officer, `INSERT INTO audit_events (organisation_id, user_id, code, request_id, ip, agent, occurred_at) VALUES (?, ?, 'X_Y', '', '', '', now())`, [at.organisationId, who.userId])
    expect(await note(own, own, own)).toBe(1)
    expect(await note(own, school, own)).toBe('refused')
    expect(await note(own, own, school)).toBe('refused')
    expect(await note(province, own, province)).toBe('refused')
  })

  it('a draft is its writer\'s alone', async () => {
    await as(own, `INSERT INTO form_drafts (user_id, path, body, saved_at) VALUES (?, '/a/edit', '{}', now())`, [own.userId])
    expect(await as(own, 'SELECT 1 FROM form_drafts')).toBe(1)
    expect(await as(department, 'SELECT 1 FROM form_drafts')).toBe(0)
    expect(await as(school, `INSERT INTO form_drafts (user_id, path, body, saved_at) VALUES (?, '/b/edit', '{}', now())`, [own.userId])).toBe('refused')
  })
})

describe('the audit log', () => {
  it('is changed and removed by nobody, not even the owner of the tables', async () => {
    await as(own, `INSERT INTO audit_events (organisation_id, user_id, code, request_id, ip, agent, occurred_at) VALUES (?, ?, 'X_Y', '', '', '', now())`, [own.organisationId, own.userId])
    for (const sql of [`UPDATE audit_events SET code = 'Z_Z'`, 'DELETE FROM audit_events', 'TRUNCATE audit_events']) {
      for (const role of roles) expect([role, sql, await bare(role, sql)]).toEqual([role, sql, 'denied'])
      expect([sql, await tried(() => db.owner.raw(sql))]).toEqual([sql, 'never'])
    }
  })
})
