import { describe, expect, it } from 'vitest'
import { comparePercents, percentRate, readPercent } from '../../src/platform/percent.ts'

describe('a percentage as an office types it', () => {
  it.each([['15', '15'], ['0.250', '0.25'], ['๑๐ %', '10'], ['1.0000', '1'], ['007', '7']])('%s is read as %s', (typed, kept) => expect(readPercent(typed)).toBe(kept))
  it.each(['', '-1', '1.23456', 'ร้อยละ 5', '1e2'])('%s is none', (typed) => expect(readPercent(typed)).toBeUndefined())
  it('is reckoned with exactly', () => expect(percentRate('0.25')).toEqual({ numerator: 25n, denominator: 10_000n }))
  it('is refused where it must be one', () => expect(() => percentRate('x')).toThrow(RangeError))
  it('is compared by value', () => expect([comparePercents('0.5', '0.50'), comparePercents('9', '10'), comparePercents('1.1', '1.01')]).toEqual([0, -1, 1]))
})
