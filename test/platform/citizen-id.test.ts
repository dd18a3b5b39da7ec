import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { citizenId, formatCitizenId, isCitizenId, maskCitizenId, readCitizenId } from '../../src/platform/citizen-id.ts'
import { toThaiDigits } from '../../src/platform/thai.ts'

const known = ['1101700207129', '1639800072121', '1100000000016', '1100000000024', '3100000001019', '1999999999018']

/** The check digit from a table of remainders, so that the test does not repeat the formula. */
function withCheckDigit(twelve: string): string {
  const weighted = Array.from(twelve).reduce((total, digit, index) => total + Number(digit) * (13 - index), 0)
  return twelve + '10987654321'.charAt(weighted % 11)
}

const ids = fc.stringMatching(/^[1-8][0-9]{11}$/).map(withCheckDigit)

describe('a citizen id', () => {
  it('is accepted when its last digit checks the others', () => {
    expect(known.filter((id) => !isCitizenId(id))).toEqual([])
    fc.assert(fc.property(ids, (id) => isCitizenId(id)))
  })

  it.each([
    ['the sample printed in the login manual', '1231567891234'],
    ['a person without registration status', '0100000000018'],
    ['a first digit of nine', '9100000000011'],
    ['twelve digits', '110170020712'],
    ['fourteen digits', '11017002071290'],
    ['nothing', ''],
    ['letters', '11017002O7129'],
    ['a line break behind it', '1101700207129\n'],
  ])('is refused: %s', (_why, text) => {
    expect(isCitizenId(text)).toBe(false)
  })

  it('is refused when a digit was mistyped, but for the two cases modulo eleven cannot see', () => {
    const places = fc.constantFrom(0, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11)
    fc.assert(fc.property(ids, places, fc.integer({ min: 1, max: 9 }), (id, place, shift) => {
      // The third digit weighs eleven, hence it is left out; check digit 1 stands for two remainders, 0 and 10.
      fc.pre(!id.endsWith('1'))
      const wrong = id.slice(0, place) + String((Number(id[place]) + shift) % 10) + id.slice(place + 1)
      expect(isCitizenId(wrong)).toBe(false)
    }))
  })

  it('is read from Thai digits, dashes and spaces', () => {
    fc.assert(fc.property(ids, (id) => {
      expect(readCitizenId(toThaiDigits(formatCitizenId(citizenId(id))))).toBe(id)
      expect(readCitizenId(` ${Array.from(id).join(' ')} `)).toBe(id)
    }))
  })

  it('is printed in five groups and masked but for its last four digits', () => {
    const id = citizenId('๑๑๐๑๗๐๐๒๐๗๑๒๙')
    expect(formatCitizenId(id)).toBe('1-1017-00207-12-9')
    expect(maskCitizenId(id)).toBe('x-xxxx-xxxx7-12-9')
  })

  it('never appears in the message that refuses it', () => {
    expect(readCitizenId('1101700207120')).toBeUndefined()
    expect(() => citizenId('1101700207120')).toThrow(new RangeError('Not a citizen id'))
  })
})
