// What a lasting password must be: the circular's five rules (S-08), and that it cannot be guessed from what others know of its owner.
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { firstPasswordPattern } from '../sign-in/sign-in.ts'

export const longestPassword = 128

/** The five rules in the order of the screen; the browser shows the same five while typing. */
export const compositionRules = [
  { code: 'length', holds: (text: string) => [...text].length >= 8 },
  { code: 'upper', holds: (text: string) => /[A-Z]/.test(text) },
  { code: 'lower', holds: (text: string) => /[a-z]/.test(text) },
  { code: 'digit', holds: (text: string) => /[0-9]/.test(text) },
  { code: 'special', holds: (text: string) => /[^A-Za-z0-9\s]/.test(text) },
] as const

export type CompositionRule = (typeof compositionRules)[number]['code']

export function brokenRules(text: string): CompositionRule[] {
  return compositionRules.filter((rule) => !rule.holds(text)).map((rule) => rule.code)
}

export interface KnownOfOwner {
  readonly username: string
  readonly citizenIdTail: string | undefined
  readonly organisationName: string
}

const guesser = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs, maxLength: longestPassword })

/** Common, or made from the username, the citizen id, the system's or the office's name. */
export function isGuessable(text: string, owner: KnownOfOwner): boolean {
  const plain = text.toLowerCase()
  const telling = [owner.username, 'laas', owner.citizenIdTail ? owner.citizenIdTail : '', owner.organisationName].filter((word) => word.length >= 4)
  if (firstPasswordPattern.test(text) || /\d{13}/.test(text)) return true
  if (telling.some((word) => plain.includes(word.toLowerCase()))) return true
  return guesser.check(text, telling).score < 2
}

/** The old password with a digit more or a letter changed is the old password. */
export function isSmallEdit(next: string, previous: string): boolean {
  const stem = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '')
  return next === previous || (stem(next).length >= 4 && stem(next) === stem(previous))
}
