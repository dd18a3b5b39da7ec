// npm run bench -- <name> [--option value …]: one command per figure of design/targets.md.
import { readOptions } from './support/options.ts'

const benches: Readonly<Record<string, (options: ReturnType<typeof readOptions>) => Promise<void>>> = {
  'sign-in': async (options) => (await import('./sign-in.ts')).benchSignIn(options),
  pages: async (options) => (await import('./pages.ts')).benchPages(options),
  ledger: async (options) => (await import('./ledger.ts')).benchLedger(options),
  day: async (options) => (await import('./day.ts')).benchDay(options),
  'post-http': async (options) => (await import('./post-http.ts')).benchPostHttp(options),
}

const [name = '', ...words] = process.argv.slice(2)
const bench = benches[name]
if (bench) await bench(readOptions(words))
else {
  console.error(`npm run bench -- <${Object.keys(benches).join(' | ')}> [--option value …]   (test/bench/README.md)`)
  process.exitCode = 2
}
