// What is drawn on a bank's paper: exact to the millimetre.
import { describe, expect, it } from 'vitest'
import { usualForm, type Place } from '../../../src/expenditure/cheque-form/cheque-form.ts'
import { drawingOf, gridOf } from '../../../src/expenditure/cheque-paper/cheque-paper.ts'
import { chequePaper, slipsPaper, testPaper } from '../../../src/expenditure/cheque-paper/cheque-paper.view.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'

const place = (given: Partial<Place> & Pick<Place, 'field'>): Place => ({ x: 20, y: 30, width: 0, size: 10, isPrinted: true, ...given })
const still = 'rotate(0)'

describe('a field', () => {
  it('begins where its place says; a point is 0.3528 mm', () => {
    expect(drawingOf([place({ field: 'payee' })], { payee: 'นายมานะ' })).toEqual({ strokes: [], texts: [{ x: '20.00', y: '30.00', size: '3.53', anchor: 'start', turn: still, text: 'นายมานะ' }] })
  })

  it('is left out where the bank has printed it, or nothing is to be said', () => {
    expect(drawingOf([place({ field: 'payee', isPrinted: false }), place({ field: 'bearer' })], { payee: 'ก' })).toEqual({ texts: [], strokes: [] })
  })

  it('puts each figure of a day in the middle of its box', () => {
    const { texts } = drawingOf([place({ field: 'day', x: 100, width: 40 })], { day: '05/12/2569' })
    expect(texts.map(({ x, text }) => `${x} ${text}`)).toEqual(['102.50 0', '107.50 5', '112.50 1', '117.50 2', '122.50 2', '127.50 5', '132.50 6', '137.50 9'])
    expect(new Set(texts.map(({ anchor }) => anchor))).toEqual(new Set(['middle']))
    expect(drawingOf([place({ field: 'day' })], { day: '05/12/2569' }).texts.map(({ text }) => text)).toEqual(['05/12/2569'])
  })

  it('is smaller where its words would leave their room; marks above and below take none', () => {
    const sizeOf = (text: string) => Number(drawingOf([place({ field: 'words', width: 40 })], { words: text }).texts[0]?.size)
    expect(sizeOf('สิบบาทถ้วน')).toBe(3.53)
    expect(sizeOf('ก'.repeat(40))).toBeCloseTo(40 / (40 * 0.58), 1)
    expect(sizeOf('กี่'.repeat(15))).toBe(sizeOf('ก'.repeat(15)))
  })

  it('is struck out by a stroke of its width, and crossed by two', () => {
    expect(drawingOf([place({ field: 'bearer', width: 18 })], { bearer: '' }).strokes).toEqual([{ x1: '20.00', y1: '28.94', x2: '38.00', y2: '28.94', turn: still }])
    const crossed = drawingOf([place({ field: 'crossing', width: 30 })], { crossing: 'A/C PAYEE ONLY' })
    expect(crossed.strokes.map(({ y1, x2, turn }) => [y1, x2, turn])).toEqual([['30.00', '50.00', 'rotate(-30 20.00 30.00)'], ['36.00', '50.00', 'rotate(-30 20.00 30.00)']])
    expect(crossed.texts).toMatchObject([{ x: '35.00', anchor: 'middle', turn: 'rotate(-30 20.00 30.00)' }])
  })
})

describe('a paper', () => {
  const places = [place({ field: 'payee' }), place({ field: 'crossing', width: 30 }), place({ field: 'bearer', width: 18 }), place({ field: 'words', width: 100 }), place({ field: 'figures' })]
  const cheque = { number: '10000001', payeeName: 'บริษัท ก จำกัด', chequeDate: calendarDate('2026-11-30'), amount: baht('1250.75'), isCrossed: true, isBearerStruck: true }
  const target = { kind: 'cheque', bankName: 'ธนาคารกรุงไทย', bookId: null } as const
  const printed = { backHref: '/', before: 0 }

  it('is as large as the cheque, and moved by what the printer is off', () => {
    const { sheets: [sheet], notes } = chequePaper(cheque, { ...usualForm(target, places), shiftX: 1.5, shiftY: -2 }, printed)
    expect(sheet).toMatchObject({ width: '178mm', height: '89mm', viewBox: '0 0 178 89', shift: 'translate(1.50 -2.00)' })
    expect(sheet?.texts.map(({ text }) => text)).toEqual(['บริษัท ก จำกัด', 'A/C PAYEE ONLY', '(หนึ่งพันสองร้อยห้าสิบบาทเจ็ดสิบห้าสตางค์)', '**1,250.75**'])
    expect(notes).toHaveLength(1)
  })

  it('is not crossed and not struck where the cheque is not; printed again it says so on the screen', () => {
    const { sheets: [sheet], notes } = chequePaper({ ...cheque, isCrossed: false, isBearerStruck: false }, usualForm(target, places), { ...printed, before: 2 })
    expect(sheet?.strokes).toEqual([])
    expect(notes[1]).toContain('2')
  })

  it('has a sheet for each ใบถอน', () => {
    const slip = { day: calendarDate('2026-11-30'), payee: 'การไฟฟ้า', amount: baht('10'), account: '1', accountName: 'ก' }
    const { sheets } = slipsPaper([slip, { ...slip, payee: 'การประปา' }], usualForm({ ...target, kind: 'withdrawal' }, [place({ field: 'payee' }), place({ field: 'account' })]), printed)
    expect(sheets.map(({ texts, width }) => [width, texts.map(({ text }) => text).join(' ')])).toEqual([['210mm', 'การไฟฟ้า 1'], ['210mm', 'การประปา 1']])
  })

  it('is tested on a grid of centimetres with a stroke of a hundred millimetres', () => {
    const { strokes, texts } = gridOf({ width: 30, height: 20 }, [], 'scale')
    expect(strokes.map(({ x1, y1, x2, y2 }) => [x1, y1, x2, y2].join(' '))).toEqual(['10.00 0.00 10.00 20.00', '20.00 0.00 20.00 20.00', '0.00 10.00 30.00 10.00'])
    expect(texts.map(({ text }) => text)).toEqual(['10', '20', '10', 'scale'])
    const { sheets: [sheet] } = testPaper(usualForm(target, places), calendarDate('2026-11-30'), '/')
    expect(sheet?.ruler).toMatchObject([{ x1: '20.00', x2: '120.00' }])
  })
})
