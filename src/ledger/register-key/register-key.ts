// A key of a register as people name it: by the key, by its name, by both, or by a part of a name that only one of them has. Pure.
import { journalText } from '../journal.text.ts'
import { ledgerText } from '../ledger.text.ts'

const { errors } = journalText

/** What an office's own registers hold. */
export interface RegisterKey {
  readonly kind: string
  readonly key: string
  readonly name: string
}

export interface Register {
  readonly keys: readonly RegisterKey[]
  /** By key, by name, by both. */
  readonly byText: ReadonlyMap<string, readonly RegisterKey[]>
}

export const generalKey = 'GENERAL'

/** By kind. */
export function registersOf(keys: readonly RegisterKey[]): ReadonlyMap<string, Register> {
  const kinds = new Set(keys.map((key) => key.kind))
  return new Map([...kinds].map((kind) => [kind, registerOf(keys.filter((key) => key.kind === kind))]))
}

function registerOf(keys: readonly RegisterKey[]): Register {
  const byText = new Map<string, RegisterKey[]>()
  for (const each of keys) {
    for (const text of new Set([each.key, each.name, `${each.key} ${each.name}`])) byText.set(text, [...byText.get(text) ?? [], each])
  }
  return { keys, byText }
}

export interface AskedKey {
  /** The account the line is on. */
  readonly code: string
  readonly subLedger: string | null
  /** Absent: none of its keys was meant. */
  readonly register: Register | undefined
}

/** The key that is meant; null is the general one, where the register has it. */
export function keyIn(text: string, { code, subLedger, register }: AskedKey): { subKey: string | null; wrong?: string } {
  if (subLedger === null) return text === '' ? { subKey: null } : { subKey: null, wrong: errors.noRegister(code) }
  if (text === '') return register?.byText.has(generalKey) ? { subKey: null } : { subKey: null, wrong: ledgerText.errors.register(code) }
  const [only, ...others] = keysMeant(text, register)
  if (only && others.length === 0) return { subKey: only.key }
  return { subKey: null, wrong: only ? errors.manyKeys : errors.noKey(text) }
}

/** A key before a name that looks like it; a whole name before a part of one. */
function keysMeant(text: string, register: Register | undefined): readonly RegisterKey[] {
  const whole = register?.byText.get(text) ?? []
  const exact = whole.filter(({ key, name }) => key === text || `${key} ${name}` === text)
  if (exact.length > 0 || whole.length > 0) return exact.length > 0 ? exact : whole
  return register?.keys.filter(({ name }) => name.includes(text)) ?? []
}
