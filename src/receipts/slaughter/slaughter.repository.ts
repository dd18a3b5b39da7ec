import { type Knex } from 'knex'
import { isTwin } from '../../platform/database/heads.ts'
import { type OfficerRead, type OfficerWork } from '../../platform/database/work.ts'
import { calendarDate, type CalendarDate } from '../../platform/dates.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { fromNumeric, toNumeric } from '../../platform/money.ts'
import { slaughterText } from '../slaughter.text.ts'
import { type NewRate, type SlaughterRate } from './slaughter.ts'

/** In force on the day, by animal. */
export async function findRatesOn(read: OfficerRead, on: CalendarDate): Promise<SlaughterRate[]> {
  const rows: Row[] = await own(read).where('valid_from', '<=', on).distinctOn('animal').orderBy([{ column: 'animal' }, { column: 'valid_from', order: 'desc' }])
  return rows.map(rateOf)
}

/** All that were ever in force. */
export async function findAllRates(read: OfficerRead): Promise<SlaughterRate[]> {
  return (await own(read).orderBy([{ column: 'animal' }, { column: 'valid_from', order: 'desc' }])).map(rateOf)
}

export async function insertRate(work: OfficerWork, rate: NewRate): Promise<string> {
  const [row] = await work.db('slaughter_rates').insert({
    organisation_id: work.actor.organisationId, animal: rate.animal, valid_from: rate.validFrom, duty: toNumeric(rate.duty), slaughterhouse: toNumeric(rate.slaughterhouse),
    lairage: toNumeric(rate.lairage), authority: rate.authority, made_by: work.actor.userId, made_at: work.now,
  }).returning('id').catch((error: unknown) => {
    throw isTwin(error) ? new RuleBroken({ validFrom: slaughterText.errors.taken(rate.animal) }) : error
  })
  return row.id
}

function own(read: OfficerRead): Knex.QueryBuilder {
  return read.db('slaughter_rates').where('organisation_id', read.actor.organisationId).select('id', 'animal', 'valid_from', 'duty', 'slaughterhouse', 'lairage', 'authority')
}

interface Row {
  id: string
  animal: string
  valid_from: string
  duty: string
  slaughterhouse: string
  lairage: string
  authority: string
}

function rateOf(row: Row): SlaughterRate {
  return {
    id: row.id, animal: row.animal, validFrom: calendarDate(row.valid_from), duty: fromNumeric(row.duty), slaughterhouse: fromNumeric(row.slaughterhouse),
    lairage: fromNumeric(row.lairage), authority: row.authority,
  }
}
