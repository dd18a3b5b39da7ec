// What the chooser of accounts and registers proposes: finished strings for a datalist.
import { type Account } from './chart.ts'

export interface Proposals {
  readonly found: readonly string[]
}

export function accountProposals(accounts: readonly Account[]): Proposals {
  return { found: accounts.map(({ code, name }) => `${code} ${name}`) }
}

/** The general key speaks for itself. */
export function keyProposals(keys: readonly { readonly key: string; readonly name: string }[]): Proposals {
  return { found: keys.map(({ key, name }) => `${key} ${name}`) }
}
