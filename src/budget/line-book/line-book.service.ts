import { getOffice } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { getLine } from '../line/line.repository.ts'
import { getNames } from '../settings/settings.service.ts'
import { findMovements } from './line-book.repository.ts'
import { type LineBook } from './line-book.ts'

export interface AskedBook {
  readonly organisationId: string
  readonly id: string
  readonly after?: string | undefined
  readonly most: number
}

export async function getLineBook(read: OfficerRead, asked: AskedBook): Promise<LineBook> {
  const office = await getOffice(read, asked.organisationId)
  const line = await getLine(read, asked.organisationId, asked.id)
  const names = await getNames(read, asked.organisationId, line.fiscalYear)
  return { line, office, names, ...await findMovements(read, { ...asked, lineId: asked.id }) }
}
