import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, type CalendarDate } from '../../platform/dates.ts'
import { type Signatory, type SignatoryCommand, type SignatoryRole } from './signatory.ts'

/** Of the own office, in the order of their roles; with a day only those who may sign on it. */
export async function findSignatories(read: OfficerRead, day?: CalendarDate): Promise<Signatory[]> {
  const query = read.db('signatories').where('organisation_id', read.actor.organisationId).select(columns).orderBy(['role', 'valid_from', 'id'])
  if (day !== undefined) query.where('valid_from', '<=', day).where((ending) => ending.whereNull('valid_until').orWhere('valid_until', '>=', day))
  return (await query).map(signatoryOf)
}

export async function findSignatory(read: OfficerRead, id: string): Promise<Signatory | undefined> {
  const row: Row | undefined = await read.db('signatories').where({ organisation_id: read.actor.organisationId, id }).first(columns)
  return row && signatoryOf(row)
}

export async function insertSignatory(work: OfficerWork, command: SignatoryCommand): Promise<string> {
  const [row] = await work.db('signatories').insert({ organisation_id: work.actor.organisationId, ...columnsOf(command) }).returning('id')
  return row.id
}

/** False when somebody else was faster. */
export async function updateSignatory(work: OfficerWork, id: string, { version, ...command }: SignatoryCommand & { readonly version: number }): Promise<boolean> {
  const count = await work.db('signatories').where({ organisation_id: work.actor.organisationId, id, version }).update({ ...columnsOf(command), version: version + 1 })
  return count === 1
}

function columnsOf(command: SignatoryCommand): object {
  return {
    role: command.role, name: command.name, position: command.position, acting_for: command.actingFor, order_number: command.orderNumber,
    valid_from: command.validFrom, valid_until: command.validUntil,
  }
}

const columns = ['id', 'version', 'role', 'name', 'position', 'acting_for', 'order_number', 'valid_from', 'valid_until'] as const

interface Row {
  id: string
  version: number
  role: SignatoryRole
  name: string
  position: string
  acting_for: string
  order_number: string
  valid_from: string
  valid_until: string | null
}

function signatoryOf(row: Row): Signatory {
  return {
    id: row.id, version: row.version, role: row.role, name: row.name, position: row.position, actingFor: row.acting_for, orderNumber: row.order_number,
    validFrom: calendarDate(row.valid_from), validUntil: row.valid_until === null ? null : calendarDate(row.valid_until),
  }
}
