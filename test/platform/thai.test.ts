import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizeThai, stripToneMarks, thaiCompare, toArabicDigits, toThaiDigits } from '../../src/platform/thai.ts'

const thaiText = fc.string({ unit: fc.integer({ min: 0x0e01, max: 0x0e5b }).map((code) => String.fromCharCode(code)) })
const awkward = fc.constantFrom('\u0E4D\u0E32', '\u0E49', '\u200B', '\uFEFF', ' ', '\n', '\u00A0', 'é', 'e\u0301')
const typed = fc.array(fc.oneof(thaiText, awkward)).map((list) => list.join(''))

describe('digits', () => {
  it('change script and come back', () => {
    expect(toArabicDigits('๑,๕๖๐.๒๕ บาท')).toBe('1,560.25 บาท')
    expect(toThaiDigits('ว 4007/2567')).toBe('ว ๔๐๐๗/๒๕๖๗')
    fc.assert(fc.property(fc.string(), (text) => toArabicDigits(toThaiDigits(text)) === toArabicDigits(text)))
  })
})

describe('Thai text from a form', () => {
  it.each([
    ['\u0E19\u0E49\u0E4D\u0E32', '\u0E19\u0E49\u0E33'], ['\u0E19\u0E4D\u0E49\u0E32', '\u0E19\u0E49\u0E33'],
    ['\u0E04\u0E4D\u0E32', '\u0E04\u0E33'],
    ['เทศ\u200Bบาล\uFEFF', 'เทศบาล'], ['เทศ\u0000บาล\u007F', 'เทศบาล'], ['  เทศบาล \u00A0\t ตำบล\n', 'เทศบาล ตำบล'],
  ])('%j has one spelling', (text, spelling) => {
    expect(normalizeThai(text)).toBe(spelling)
  })

  it('needs to be tidied only once', () => {
    fc.assert(fc.property(typed, (text) => {
      const tidy = normalizeThai(text)
      expect(normalizeThai(tidy)).toBe(tidy)
      expect(tidy).not.toMatch(/[\u200B-\u200D\uFEFF]|\u0E4D\u0E32|\s\s|^\s|\s$/)
    }))
  })

  it('is found without its tone marks', () => {
    expect(stripToneMarks('น้ำใช้ที่บ้าน')).toBe('นำใชทีบาน')
  })

  it('is sorted as in the dictionary, where แ, ไ and เ come after their consonant', () => {
    expect(['แม่', 'ไก่', 'เขา', 'ขา', 'กา', 'มา'].sort(thaiCompare)).toEqual(['กา', 'ไก่', 'ขา', 'เขา', 'มา', 'แม่'])
  })
})
