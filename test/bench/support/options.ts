/** --name value pairs; every bench gives its own defaults. */
export interface Options {
  number(name: string, otherwise: number): number
  text(name: string, otherwise: string): string
}

export function readOptions(words: readonly string[]): Options {
  const given = new Map<string, string>()
  for (let at = 0; at < words.length; at += 2) given.set((words[at] ?? '').replace(/^--/, ''), words[at + 1] ?? '')
  return {
    number(name, otherwise) {
      const text = given.get(name)
      if (text === undefined) return otherwise
      const value = Number(text)
      if (text === '' || !Number.isFinite(value) || value < 0) throw new Error(`--${name} must be a number, not ${text || 'nothing'}`)
      return value
    },
    text: (name, otherwise) => given.get(name) || otherwise,
  }
}
