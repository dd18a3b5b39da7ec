import { describe, expect, it } from 'vitest'
import { brokenRules, compositionRules, isGuessable, isSmallEdit } from '../../../src/identity/password/password.ts'
import { newPasswordSchema } from '../../../src/identity/password/password.schema.ts'

const owner = { username: 'ktb303', citizenIdTail: '0016', organisationName: 'เทศบาลเมืองแสนสุข' }

describe('AC-11: the five rules of S-08, as the server sees them', () => {
  it.each([
    ['abcdefgh', ['upper', 'digit', 'special']], ['Abcdef1@', []], ['', ['length', 'upper', 'lower', 'digit', 'special']], ['Ab1@567', ['length']],
    ['ABCDEF1@', ['lower']], ['abcdef1@', ['upper']], ['Abcdefg@', ['digit']], ['Abcdefg1', ['special']], ['Abcdef1 ', ['special']], ['กขคงจฉชซ', ['upper', 'lower', 'digit']],
  ])('%j breaks %j', (text, broken) => {
    expect(brokenRules(text)).toEqual(broken)
  })

  it('are five, in the order of the screen', () => {
    expect(compositionRules.map((rule) => rule.code)).toEqual(['length', 'upper', 'lower', 'digit', 'special'])
  })

  it('allow any characters and up to 128 of them', () => {
    const form = (password: string) => newPasswordSchema.safeParse({ password, again: password }).success
    expect([form('น้ำใจ Abc-1'.padEnd(128, 'x')), form('A'.repeat(129)), form('')]).toEqual([true, false, false])
    expect(newPasswordSchema.safeParse({ password: 'Abcdef1@', again: 'Abcdef1!' }).success).toBe(false)
  })
})

describe('what can be guessed', () => {
  it.each([
    ['AC-38: the circular\'s pattern', '1100000000016Laas#'], ['somebody else\'s', '3100000001019Laas#'], ['any thirteen digits', 'Aa@1100000000016'], ['the username', 'My-Ktb303-pass'],
    ['the end of the number', 'Summer-Rain-0016'], ['the system\'s name', 'New-eLAAS-Good7'], ['the office\'s name', 'เทศบาลเมืองแสนสุข-Aa1'], ['a common one', 'P@ssw0rd1'],
    ['a common one with an ending', 'Password1!'], ['a row of keys', 'Qwerty123!'],
  ])('%s: %s', (_name, text) => {
    expect(isGuessable(text, owner)).toBe(true)
  })

  it.each(['Khlong-Yai-Nam-Sai-7', 'ฝนตก-Tree-93-Lamp', 'tR9#vLm2@qZx'])('%s is not', (text) => {
    expect(isGuessable(text, owner)).toBe(false)
  })

  it('an owner without a number or with a short name is no reason to refuse everything', () => {
    expect(isGuessable('Khlong-Yai-Nam-Sai-7', { username: 'kk', citizenIdTail: undefined, organisationName: '' })).toBe(false)
  })
})

describe('a small edit of the old one', () => {
  it.each([
    ['Khlong-Yai-7', 'Khlong-Yai-8', true], ['Khlong-Yai-7', 'khlong-yai-7!', true], ['Khlong-Yai-7', 'Khlong-Yai-7', true],
    ['Khlong-Yai-7', 'Thale-Saen-Suk-69', false], ['A1@b2#c3', 'B9!c8$d7', false],
  ])('%s → %s is one: %s', (old, next, small) => {
    expect(isSmallEdit(next, old)).toBe(small)
  })
})
