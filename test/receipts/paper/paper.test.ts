import { describe, expect, it } from 'vitest'
import { fiscalYear } from '../../../src/platform/dates.ts'
import { paperOf, runsOf, type Paper } from '../../../src/receipts/paper/paper.ts'
import { paperName, papersName } from '../../../src/receipts/receipts.names.ts'

const year = fiscalYear(2570)
const sheet = (book: string, number: number): Paper => ({ kind: 'handwritten', book, sheet: number })
const evidence = (number: number): Paper => ({ kind: 'evidence', number, fiscalYear: year })
const issued = (number: number): Paper => ({ kind: 'issued', number, fiscalYear: year })

describe('a paper', () => {
  it('is named in runs of sheets and numbers', () => {
    expect(runsOf([sheet('12', 35), evidence(2), sheet('12', 34), evidence(1), sheet('12', 37), sheet('9', 38)])).toEqual([
      { first: sheet('9', 38), last: sheet('9', 38) }, { first: sheet('12', 34), last: sheet('12', 35) },
      { first: sheet('12', 37), last: sheet('12', 37) },
      { first: evidence(1), last: evidence(2) },
    ])
  })

  it('of the system stands before sheets and evidence, each with numbers of its own', () => {
    expect(papersName([evidence(2), sheet('9', 38), issued(2), evidence(1), issued(1), issued(4)])).toBe(
      'RCPT-00001/70 – RCPT-00002/70, RCPT-00004/70, เล่มที่ 9 เลขที่ 38, EVD-00001/70 – EVD-00002/70')
  })

  it('is called by its number, which grows beyond five digits', () => {
    expect(paperName(issued(99999))).toBe('RCPT-99999/70')
    expect(paperName(paperOf({ kind: 'issued', number: 100000, fiscalYear: year, book: null, sheet: null }))).toBe('RCPT-100000/70')
  })
})
