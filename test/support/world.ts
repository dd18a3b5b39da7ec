// People and offices for tests. Arranged as the owner of the tables; what they then do goes through the fences like everybody else.
import { randomBytes } from 'node:crypto'
import { addSeconds, fiscalYear, type FiscalYear } from '../../src/platform/dates.ts'
import { ownOrigin, type Officer, type OfficerRead, type OfficerWork, type OrganisationKind, type ScopeKind } from '../../src/platform/database/work.ts'
import { openFiscalYear } from '../../src/ledger/index.ts'
import { createBankAccount, type BankAccountKind } from '../../src/registers/index.ts'
import { type TestDatabase } from './database.ts'

export interface Organisation {
  readonly id: string
  readonly kind: OrganisationKind
  readonly name: string
  readonly provinceCode: string
}

/** The fiscal year of `testNow`. */
export const testYear: FiscalYear = fiscalYear(2570)

/** องค์การบริหารส่วนจังหวัดสมุทรปราการ, the first of the registry. */
export const firstLao = '2110101'

const sequence = { next: 1 }

export async function organisation(db: TestDatabase, code = firstLao): Promise<Organisation> {
  const row = await db.owner('organisations').where({ code }).first()
  return { id: row.id, kind: row.kind, name: row.name, provinceCode: row.province_code ?? '' }
}

/** Another LAO of the registry for each call, beginning after the first. */
export async function aLao(db: TestDatabase): Promise<Organisation> {
  const row = await db.owner('organisations').where({ kind: 'LAO' }).orderBy('code').offset(sequence.next++).first('code')
  return organisation(db, row.code)
}

export interface NewSubUnit {
  readonly lao: Organisation
  /** sub_unit_kinds: '05' is a school, '01' a pawnshop. */
  readonly kind?: string
}

export async function aSubUnit(db: TestDatabase, { lao, kind = '05' }: NewSubUnit): Promise<Organisation> {
  const code = `s${randomBytes(6).toString('hex')}`
  await db.owner('organisations').insert({
    kind: kind === '01' ? 'PAWN' : 'SUB', code, name: `หน่วยงาน ${code}`, short_name: code, province_code: lao.provinceCode, sub_unit_kind: kind, lao_id: lao.id,
  })
  return organisation(db, code)
}

export interface NewOfficer {
  /** Default: the first LAO of the registry. */
  readonly at?: Organisation
  readonly groups: readonly string[]
  readonly provisional?: boolean
}

const scopes: Readonly<Record<OrganisationKind, ScopeKind>> = { DLA: 'nation', PROV: 'province', LAO: 'lao', SUB: 'unit', PAWN: 'unit' }

/** A signed-in officer with the rights of these groups. */
export async function anOfficer(db: TestDatabase, { at, groups, provisional = false }: NewOfficer): Promise<Officer> {
  const office = at ?? await organisation(db)
  const username = `o${randomBytes(6).toString('hex')}`
  const name = { title: 'นาง', first_name: `สมใจ${sequence.next++}`, last_name: 'ใจดี', position: 'นักวิชาการเงินและบัญชี' }
  const now = db.clock.now()
  const [user] = await db.owner('users').insert({
    organisation_id: office.id, username, ...name, status: provisional ? 'provisional' : 'active', provisional_until: provisional ? addSeconds(now, 86_400) : null,
  }).returning('id')
  if (groups.length > 0) await db.owner('group_members').insert(groups.map((group) => ({ organisation_id: office.id, user_id: user.id, group_code: group, valid_from: '2026-10-01' })))
  const rights = await db.owner('group_permissions').whereIn('group_code', groups).select('menu_code', 'action')
  return {
    kind: 'officer', userId: user.id, sessionId: '0', username, name: `${name.title}${name.first_name} ${name.last_name}`, position: name.position,
    organisationId: office.id, organisationName: office.name, organisationKind: office.kind, scope: scopes[office.kind], provinceCode: office.provinceCode,
    permissions: new Set(rights.map((right) => `${right.menu_code}:${right.action}`)), provisional, provenAt: now, proofSeconds: 600, idle: { seconds: 1800, warnSeconds: 150 },
  }
}

export interface Acting {
  read<T>(use: (read: OfficerRead) => Promise<T>): Promise<T>
  work<T>(use: (work: OfficerWork) => Promise<T>): Promise<T>
}

/** The officer's two keys, as a request would hold them. */
export function asOfficer(db: TestDatabase, officer: Officer): Acting {
  return {
    read: (use) => db.database.read(officer, ownOrigin, use),
    work: (use) => db.database.work(officer, ownOrigin, use),
  }
}

export interface Counter extends Acting {
  readonly officer: Officer
  /** Prepares what the officer approves. */
  readonly maker: Officer
  readonly bankAccountId: string
}

/** An office ready to post: an officer and who prepares for them, an open fiscal year and one bank account. */
export async function anOpenOffice(db: TestDatabase, given: NewOfficer & { bank?: BankAccountKind } = { groups: ['LAO_FIN_HEAD', 'LAO_ACCOUNT', 'LAO_FINANCE'] }): Promise<Counter> {
  const at = given.at ?? await aLao(db)
  const officer = await anOfficer(db, { ...given, at })
  const acting = asOfficer(db, officer)
  const accountNumber = String(sequence.next++).padStart(10, '0')
  const bankAccountId = await acting.work(async (work) => {
    await openFiscalYear(work, testYear)
    return createBankAccount(work, { bankName: 'ธนาคารกรุงไทย', branch: 'ปากน้ำ', accountNumber, accountName: officer.organisationName, kind: given.bank ?? 'savings' })
  })
  const maker = await anOfficer(db, { at, groups: [] })
  return { ...acting, officer, maker, bankAccountId }
}

/** The officer's unit is declared so small that one person may prepare and sign. */
export async function declareSmall(db: TestDatabase, { organisationId, userId }: Pick<Officer, 'organisationId' | 'userId'>): Promise<void> {
  await db.owner('small_units').insert({ organisation_id: organisationId, switched_on_by: userId, switched_on_at: db.clock.now(), reason: 'มีผู้ปฏิบัติงานคนเดียว' })
}
