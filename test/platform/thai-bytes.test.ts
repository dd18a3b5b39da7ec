import fc from 'fast-check'
import { expect, it } from 'vitest'
import { thaiBytes, withoutByte } from '../../src/platform/thai-bytes.ts'

it('is what every reader of windows-874 reads: all of Thai, ASCII and its few marks', () => {
  const thai = Array.from({ length: 0x0E5B - 0x0E01 + 1 }, (_each, index) => 0x0E01 + index).filter((code) => code < 0x0E3B || code > 0x0E3E)
  const letters = [...Array.from({ length: 0x60 }, (_each, index) => String.fromCodePoint(0x20 + index)), ...thai.map((code) => String.fromCodePoint(code)), ...'€…‘’“”•–—']
  fc.assert(fc.property(fc.array(fc.constantFrom(...letters)), (chosen) => {
    const text = chosen.join('')
    expect(new TextDecoder('windows-874').decode(thaiBytes(text))).toBe(text)
    expect(thaiBytes(text)).toHaveLength(chosen.length)
  }))
})

it('names the characters it has no byte for, and writes none of them', () => {
  expect(withoutByte('กข漢é漢')).toEqual(['漢', 'é'])
  expect(withoutByte('บริษัท ก จำกัด')).toEqual([])
  expect(() => thaiBytes('漢')).toThrow(RangeError)
})
