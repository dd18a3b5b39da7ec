import { type Knex } from 'knex'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, type CalendarDate } from '../../platform/dates.ts'
import { fromNumeric } from '../../platform/money.ts'
import { type PaidPerson, type PartBounce } from './bounce-people.ts'

const personColumns = ['y.claim_id', 'y.line', 'y.name', 'y.bank_code', 'n.name as bank_name', 'y.account_number', 'y.net'] as const

/** Of a payment, in the order of its claims: all people of a batch, or those it was made for alone; not those whose money came back from it. Who got nothing is not paid. */
export async function findPaidPeople(read: OfficerRead, organisationId: string, paymentId: string): Promise<PaidPerson[]> {
  const rows: PersonRow[] = await read.db('payment_claims as k').join('claim_payees as y', (on) => on.on('y.organisation_id', 'k.organisation_id').andOn('y.claim_id', 'k.claim_id')).leftJoin('banks as n', 'n.code', 'y.bank_code')
    .where({ 'k.organisation_id': organisationId, 'k.payment_id': paymentId }).where('y.net', '>', 0)
    .whereRaw(`(NOT EXISTS (SELECT FROM payment_people g WHERE g.organisation_id = k.organisation_id AND g.payment_id = k.payment_id AND g.claim_id = k.claim_id)
      OR EXISTS (SELECT FROM payment_people g WHERE g.organisation_id = k.organisation_id AND g.payment_id = k.payment_id AND g.claim_id = k.claim_id AND g.line = y.line))`)
    .whereRaw(`NOT EXISTS (SELECT FROM payment_bounce_people p JOIN payment_bounces b ON b.organisation_id = p.organisation_id AND b.id = p.bounce_id
      WHERE p.organisation_id = k.organisation_id AND p.claim_id = y.claim_id AND p.line = y.line AND b.payment_id = k.payment_id AND b.is_live)`)
    .orderBy(['y.claim_id', 'y.line']).select(...personColumns)
  return rows.map(personOf)
}

/** Of a payment, in the order they were told; also those taken back. */
export async function findPartBounces(read: OfficerRead, organisationId: string, paymentId: string): Promise<PartBounce[]> {
  const bounces: BounceRow[] = await read.db('payment_bounces').where({ organisation_id: organisationId, payment_id: paymentId }).orderBy('id')
  if (bounces.length === 0) return []
  const people: (PersonRow & { bounce_id: string })[] = await read.db('payment_bounce_people as p').join('claim_payees as y', sameLine).leftJoin('banks as n', 'n.code', 'y.bank_code').where('p.organisation_id', organisationId)
    .whereIn('p.bounce_id', bounces.map(({ id }) => id)).orderBy(['p.claim_id', 'p.line']).select('p.bounce_id', ...personColumns)
  return bounces.map((row) => ({
    id: row.id, bouncedOn: calendarDate(row.bounced_on), reason: row.reason, voucherId: row.voucher_id, isLive: row.is_live,
    people: people.filter((person) => person.bounce_id === row.id).map(personOf),
  }))
}

function sameLine(on: Knex.JoinClause): void {
  on.on('y.organisation_id', 'p.organisation_id').andOn('y.claim_id', 'p.claim_id').andOn('y.line', 'p.line')
}

export interface NewPartBounce {
  readonly bouncedOn: CalendarDate
  readonly reason: string
  readonly voucherId: string
  readonly people: readonly PaidPerson[]
}

export async function insertPartBounce(work: OfficerWork, paymentId: string, { bouncedOn, reason, voucherId, people }: NewPartBounce): Promise<void> {
  const organisationId = work.actor.organisationId
  const [row] = await work.db('payment_bounces').insert({
    organisation_id: organisationId, payment_id: paymentId, bounced_on: bouncedOn, reason, voucher_id: voucherId, recorded_by: work.actor.userId, recorded_at: work.now,
  }).returning('id')
  await work.db('payment_bounce_people').insert(people.map(({ claimId, line }) => ({ organisation_id: organisationId, bounce_id: row.id, claim_id: claimId, line })))
}

/** It had not come back after all. */
export async function endPartBounce(work: OfficerWork, id: string): Promise<void> {
  await work.db('payment_bounces').where({ organisation_id: work.actor.organisationId, id }).update({ is_live: false })
}

/** Whom of these claims the office owes, whose money alone came back. */
export async function findOwedPeople(read: OfficerRead, claimIds: readonly string[]): Promise<readonly Pick<PaidPerson, 'claimId' | 'line'>[]> {
  const { rows } = await read.db.raw<{ rows: { claim_id: string; line: number }[] }>('SELECT c.id AS claim_id, o.line FROM unnest(?::bigint[]) AS c (id), people_owed(?, c.id) o', [[...claimIds], read.actor.organisationId])
  return rows.map(({ claim_id: claimId, line }) => ({ claimId, line }))
}

/** A report that was not cancelled asks to pay one of these claims. */
export async function isReported(read: OfficerRead, claimIds: readonly string[]): Promise<boolean> {
  return await read.db('cheque_report_claims as w').join('claims as c', (on) => on.on('c.organisation_id', 'w.organisation_id').andOn('c.id', 'w.claim_id'))
    .where({ 'w.organisation_id': read.actor.organisationId, 'w.is_live': true, 'c.state': 'approved' }).whereIn('w.claim_id', [...claimIds]).first('w.claim_id') !== undefined
}

/** A claim that waits may be paid, and stand in a report, once more; one that is paid, by no other payment and in no other report than the last. */
export async function settleLive(work: OfficerWork, claimIds: readonly string[]): Promise<void> {
  const asked = { own: work.actor.organisationId, claims: [...claimIds] }
  const isLast = (claim: string, payment: string) => `c.state = 'paid' AND ${payment} = (SELECT max(o.payment_id) FROM payment_claims o JOIN payments x ON x.organisation_id = o.organisation_id AND x.id = o.payment_id
      WHERE o.organisation_id = c.organisation_id AND o.claim_id = ${claim} AND x.state = 'posted')`
  await work.db.raw(`
    UPDATE payment_claims k SET is_live = ${isLast('k.claim_id', 'k.payment_id')} FROM claims c
    WHERE c.organisation_id = k.organisation_id AND c.id = k.claim_id AND k.organisation_id = :own AND k.claim_id = ANY (:claims)`, asked)
  await work.db.raw(`
    UPDATE cheque_report_claims w SET is_live = ${isLast('w.claim_id', 'm.id')} FROM claims c, payments m
    WHERE m.organisation_id = w.organisation_id AND m.report_row_id = w.row_id AND m.state = 'posted'
      AND c.organisation_id = w.organisation_id AND c.id = w.claim_id AND w.organisation_id = :own AND w.claim_id = ANY (:claims)`, asked)
}

interface PersonRow {
  claim_id: string
  line: number
  name: string
  bank_code: string
  bank_name: string | null
  account_number: string
  net: string
}

interface BounceRow {
  id: string
  bounced_on: string
  reason: string
  voucher_id: string
  is_live: boolean
}

function personOf(row: PersonRow): PaidPerson {
  return { claimId: row.claim_id, line: row.line, name: row.name, account: [row.bank_name ?? row.bank_code, row.account_number].filter((part) => part !== '').join(' '), net: fromNumeric(row.net) }
}
