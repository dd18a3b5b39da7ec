import { describe, expect, it } from 'vitest'
import { calendarDate } from '../../../src/platform/dates.ts'
import { baht, zero } from '../../../src/platform/money.ts'
import { judgeLines, rowOf, staleFault, type Known, type KnownTicket } from '../../../src/pawnshops/pawn-lines/pawn-lines.ts'
import { pawnBooks, type BookKind } from '../../../src/pawnshops/pawn-document/pawn-document.ts'
import { pawnshopsText } from '../../../src/pawnshops/pawnshops.text.ts'
import { type Cells } from '../shop.ts'

const { errors } = pawnshopsText

const rule = {
  ceiling: baht('100000'), termMonths: 4, noticeDays: 30, halfMonthDays: 15, localPercent: 30n, capitalPercent: 50n,
  tiers: [{ upTo: baht('2000'), monthlyHundredths: 200n }, { upTo: null, monthlyHundredths: 125n }],
}
const pledged = { ticket: '', principal: baht('10000'), inStock: zero, pledgedOn: calendarDate('2024-11-05'), movedOn: calendarDate('2024-11-05') }

function known(kind: BookKind, day: string, tickets: Readonly<Record<string, Partial<KnownTicket>>>): Known {
  return {
    day: calendarDate(day), events: pawnBooks[kind].events, rule, takings: undefined,
    tickets: new Map(Object.entries(tickets).map(([ticket, given]) => [ticket, { ...pledged, ...given, ticket }])),
  }
}
const faultsOf = (given: Known, ...rows: readonly Cells[]) => judgeLines(rows.map((cells) => rowOf({ event: given.events[0] ?? '', ...cells })), given).faults

describe('the day of a line', () => {
  it('is not before the pledge, nor before anything else that happened to the ticket (INV-14)', () => {
    const redeem = { ticket: '1', principal: '10000.00' }
    expect(faultsOf(known('receipt', '2024-11-04', { 1: {} }), redeem)).toEqual({ 'lines.0.ticket': errors.backwards('5 พฤศจิกายน 2567') })
    expect(faultsOf(known('receipt', '2024-11-05', { 1: {} }), redeem)).toEqual({})
    const reduced = { 1: { movedOn: calendarDate('2024-12-20') } }
    expect(faultsOf(known('receipt', '2024-12-19', reduced), redeem)).toEqual({ 'lines.0.ticket': errors.backwards('20 ธันวาคม 2567') })
    expect(faultsOf(known('pledge', '2024-12-19', reduced), { event: 'increase', ticket: '1', principal: '1.00' })).toEqual({ 'lines.0.ticket': errors.backwards('20 ธันวาคม 2567') })
    expect(faultsOf(known('receipt', '2024-12-20', reduced), redeem)).toEqual({})
  })
})

describe('the ticket that a renewal gives', () => {
  const renew = (ticket: string, newTicket: string) => ({ event: 'interest', ticket, newTicket, interest: '1.00' })

  it('is nobody’s: neither pledged nor in stock, nor the renewed one itself', () => {
    const given = known('receipt', '2024-12-05', { 1: {}, 2: {}, 3: { principal: zero, inStock: baht('5') }, 4: { principal: zero } })
    for (const taken of ['1', '2', '3']) {
      const cell = taken === '1' ? errors.ticketTwice : errors.ticketTaken
      expect(faultsOf(given, renew('1', taken)), taken).toEqual({ 'lines.0.newTicket': cell })
    }
    expect(faultsOf(given, renew('1', '4'))).toEqual({})
  })

  it('stands once in the document and is no longer than forty letters', () => {
    const given = known('receipt', '2024-12-05', { 1: {}, 2: {} })
    expect(faultsOf(given, renew('1', '9'), renew('2', '9'))).toEqual({ 'lines.1.newTicket': errors.ticketTwice })
    expect(faultsOf(given, renew('1', 'ก'.repeat(41)))).toEqual({ 'lines.0.newTicket': errors.tooLong('40') })
  })

  it('that somebody else took meanwhile holds up the step on', () => {
    const { lines } = judgeLines([rowOf(renew('1', '9'))], known('receipt', '2024-12-05', { 1: {} }))
    expect(staleFault(lines, known('receipt', '2024-12-05', { 1: {} }))).toBeUndefined()
    expect(staleFault(lines, known('receipt', '2024-12-05', { 1: {}, 9: {} }))).toBe(errors.ticketTaken)
  })
})
