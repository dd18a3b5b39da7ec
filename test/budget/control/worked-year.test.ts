// The worked year of the domain study: 52 events on 14 lines, what is left after each, and the report at its close.
import { expect, it } from 'vitest'
import { claim, commit, compareBudgetBalances, findYearSpending, getLine, pay, refund, release, reserve } from '../../../src/budget/index.ts'
import { record } from '../../../src/budget/control/control.service.ts'
import { type Entry, type Source } from '../../../src/budget/control/control.ts'
import { sourceOf, type Kind } from '../../../src/budget/document/document.ts'
import { getDocument, insertDocument, moveDocument } from '../../../src/budget/document/document.repository.ts'
import { takeNumber } from '../../../src/budget/document/document.service.ts'
import { calendarDate, fiscalYear, type CalendarDate } from '../../../src/platform/dates.ts'
import { baht, negate, plus, toNumeric, zero } from '../../../src/platform/money.ts'
import { testDatabase } from '../../support/database.ts'
import { aBudgetOffice, anEnactedBudget } from '../world.ts'
import year from './worked-year.json' with { type: 'json' }

const db = await testDatabase()
const office = await aBudgetOffice(db, { year: fiscalYear(2568) })
const ids = await anEnactedBudget(office, year.lines.map((line) => (
  { task: line.task_code, code: line.item_code ?? line.category_code, title: line.name_th, amount: line.approved })))
const idOf = new Map(year.lines.map(({ id }, index) => [id, ids[index] ?? '']))

type Event = (typeof year.events)[number]

const latest = { requisition: new Map<string, Source>(), contract: new Map<string, Source>(), claim: new Map<string, Source>() }

function known(map: ReadonlyMap<string, Source>, line: string): Source {
  const source = map.get(line)
  if (!source) throw new Error(`nothing stands for ${line}`)
  return source
}

async function happens(event: Event, number: number): Promise<void> {
  const lineId = idOf.get(event.line) ?? ''
  const shares = [{ lineId, amount: baht(event.amount) }]
  const source = { kind: event.kind.toLowerCase().replaceAll('_', '-'), id: String(number) }
  const act = { source, event: 'done', date: calendarDate(event.date), description: event.document ?? event.voucher ?? '' }
  await office.accountant.work(async (work) => {
    if (event.kind === 'RESERVE') { latest.requisition.set(event.line, source); await reserve(work, act, shares) }
    if (event.kind === 'RELEASE_RESERVE') await release(work, { ...act, stage: 'reserved', of: known(latest.requisition, event.line) }, shares)
    if (event.kind === 'COMMIT') { latest.contract.set(event.line, source); await commit(work, act, shares) }
    if (event.kind.startsWith('EXPEND')) {
      await claim(work, event.kind === 'EXPEND' ? act : { ...act, from: known(latest.contract, event.line) }, shares)
      await pay(work, { ...act, event: 'paid', of: source }, shares)
      if (!latest.claim.has(event.line)) latest.claim.set(event.line, source)
    }
    if (event.kind === 'REFUND') await refund(work, { ...act, of: known(latest.claim, event.line) }, shares)
  })
}

/** Approved, and what it moves. */
async function anApproved(kind: Kind, date: CalendarDate, entries: readonly Entry[]): Promise<void> {
  const id = await office.clerk.work((work) => insertDocument(work, { kind, fiscalYear: office.fiscalYear, documentDate: date, title: 'เอกสาร', formKey: null }))
  await office.head.work(async (work) => {
    const document = await getDocument(work, { organisationId: office.organisationId, id, kinds: [kind] })
    await moveDocument(work, document, { state: 'approved', number: await takeNumber(work, document), approvedBy: work.actor.userId })
    await record(work, { source: sourceOf(document), event: 'approved', date, description: 'เอกสาร' }, entries)
  })
}

async function transfer(out: Event, into: Event): Promise<void> {
  await anApproved('transfer', calendarDate(out.date), [
    { lineId: idOf.get(out.line) ?? '', stage: 'transferred', amount: negate(baht(out.amount)) },
    { lineId: idOf.get(into.line) ?? '', stage: 'transferred', amount: baht(into.amount) },
  ])
}

function balanceOf(line: string) {
  return office.head.read(async (read) => (await getLine(read, office.organisationId, idOf.get(line) ?? '')).balance)
}

it('leaves after every event of the year what the study says, and closes with its report', { timeout: 60_000 }, async () => {
  expect(year.events).toHaveLength(52)
  for (const [index, event] of year.events.entries()) {
    const next = year.events[index + 1]
    if (event.kind === 'TRANSFER_OUT' && next) await transfer(event, next)
    else await happens(event, index + 1)
    if (event.kind !== 'APPROVE') expect(toNumeric((await balanceOf(event.line)).available), `event ${index + 1}`).toBe(event.available_after)
  }

  // What is owed on a contract counts alike before it is carried over and afterwards (S76).
  const spending = { paid: baht('7068020.25'), claimed: zero, carried: baht('98000.00') }
  expect(await office.head.read((read) => findYearSpending(read, office.fiscalYear))).toEqual(spending)

  const closing = calendarDate('2025-09-30')
  const committed = new Map<string, string>()
  for (const { id } of year.lines) committed.set(id, toNumeric((await balanceOf(id)).committed))
  await anApproved('carry', closing, [
    { lineId: idOf.get('B09') ?? '', stage: 'committed', amount: baht('-98000.00'), holder: known(latest.contract, 'B09') },
    { lineId: idOf.get('B09') ?? '', stage: 'carried', amount: baht('98000.00') },
  ])
  const left: Entry[] = []
  for (const { id } of year.lines) left.push({ lineId: idOf.get(id) ?? '', stage: 'lapsed', amount: (await balanceOf(id)).available })
  await anApproved('lapse', closing, left)

  expect(await office.head.read((read) => findYearSpending(read, office.fiscalYear))).toEqual(spending)
  for (const [id, expected] of Object.entries(year.report)) {
    const balance = await balanceOf(id)
    expect({
      approved: toNumeric(balance.approved), transferred: toNumeric(balance.transferred), reserved: toNumeric(balance.reserved), committed: committed.get(id),
      expended: toNumeric(plus(balance.claimed, balance.paid)), refunded: toNumeric(balance.refunded), carried: toNumeric(balance.carried),
      lapsed: toNumeric(balance.lapsed), available: toNumeric(balance.available),
    }, id).toEqual({
      approved: expected.approved, transferred: toNumeric(plus(baht(expected.transfer_in), negate(baht(expected.transfer_out)))), reserved: expected.reserved,
      committed: expected.committed, expended: expected.expended, refunded: expected.refunded, carried: expected.carried, lapsed: expected.available_lapsed,
      available: toNumeric(zero),
    })
  }
  expect(await office.head.read((read) => compareBudgetBalances(read, office.organisationId))).toEqual([])
})
