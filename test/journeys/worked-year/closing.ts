// After the last day of the year: its periods are shut one after the other, the run closes the books, the auditor's change follows; each asked by one and carried out by another.
import { expect } from 'vitest'
import { findRequest } from '../../../src/ledger/closing/closing.repository.ts'
import { carryOutClosing, findReckoned, requestClosing } from '../../../src/ledger/closing/closing.service.ts'
import { declarations, spentIn } from '../../../src/ledger/closing/closing.ts'
import { findWaiting } from '../../../src/ledger/period/period.repository.ts'
import { carryOutRequest, requestPeriod } from '../../../src/ledger/period/period.service.ts'
import { auditPeriod, type NewRequest } from '../../../src/ledger/period/period.ts'
import { type UploadedFile } from '../../../src/platform/http/request.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { toNumeric } from '../../../src/platform/money.ts'
import { yearRooms } from '../../../src/rooms.ts'
import { worked } from '../../ledger/worked-year/worked.ts'
import { pdf } from '../../documents/files.ts'
import { type Entity } from './books.ts'
import { journal, signersOf, type Signers } from './journals.ts'
import { type World } from './world.ts'

const year = fiscalYear(2568)
/** Opening, twelve months, adjustments. */
const periods = Array.from({ length: 14 }, (_each, period) => period)
const letter: UploadedFile = { field: 'files', name: 'หนังสือสำนักงานการตรวจเงินแผ่นดิน.pdf', bytes: pdf }

async function setPeriod({ maker, head }: Signers, asked: Pick<NewRequest, 'period' | 'wanted'> & Partial<NewRequest>, files: readonly UploadedFile[] = []): Promise<void> {
  await maker.work((work) => requestPeriod(work, { fiscalYear: year, modules: [], reason: 'สิ้นปีงบประมาณ', auditUntil: undefined, ...asked }, files))
  const [waiting] = await head.read((read) => findWaiting(read))
  await head.work((work) => carryOutRequest(work, waiting?.id ?? ''))
}

/** What stock, depreciation and bank come to was keyed as adjustments (#93 to #103), until they have desks of their own. */
export async function yearClosed(world: World, entity: Entity): Promise<void> {
  const signers = await signersOf(world, entity)
  const { maker, head } = signers
  for (const period of periods) await setPeriod(signers, { period, wanted: 'closed' })
  const receipts = entity === 'LAO01' ? await reckonedAsTold(signers) : undefined
  await maker.work((work) => requestClosing(work, yearRooms, { year, declared: declarations, receipts, reason: '' }))
  const request = await head.read((read) => findRequest(read, year))
  await head.work((work) => carryOutClosing(work, yearRooms, request?.id ?? ''))
}

/** Nobody types what books and budget know: what came in, and what was spent with what is carried. */
async function reckonedAsTold({ head }: Signers) {
  const reckoned = await head.read((read) => findReckoned(read, yearRooms, year))
  if (!reckoned?.spending) throw new Error('nothing is reckoned')
  const { total_receipts: received, budget_expenditure_incl_carried: spent } = worked.expected.statutory_fund
  expect([toNumeric(reckoned.receipts), toNumeric(spentIn(reckoned.spending))]).toEqual([received, spent])
  return reckoned.receipts
}

/** By the auditor's letter, within the window it opens. */
export async function audited(world: World, seq: number): Promise<void> {
  await setPeriod(await signersOf(world, 'LAO01'), { period: auditPeriod, wanted: 'open', auditUntil: calendarDate('2026-03-31') }, [letter])
  await journal(world, calendarDate('2025-09-30'), { entity: 'LAO01', seq, files: [letter] })
}
