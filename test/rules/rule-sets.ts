// Finds every set of posting rules of the house. Rules live in <name>.posting.ts of a room; sample facts of each of their events stand
// under the same path in test/: <name>.posting.samples.ts exports `samples: EventSamples<Facts>`.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isPostingRules, type EventFacts, type PostingFacts, type PostingRule } from '../../src/ledger/index.ts'
import { projectFolder } from '../../src/platform/project-folder.ts'

/** At least one sample of facts for each event. */
export type EventSamples<E extends EventFacts<E>> = { readonly [event in keyof E & string]: readonly [E[event], ...E[event][]] }

export interface RuleSet {
  readonly file: string
  readonly rules: Readonly<Record<string, PostingRule<PostingFacts>>>
  readonly samples: Readonly<Record<string, readonly PostingFacts[]>>
}

const source = join(projectFolder, 'src')

/** Files that make rules where nobody looks for them. */
export function misplacedRules(): string[] {
  const makers = filesIn(source).filter((file) => /import \{[^}]*\brules\b[^}]*\} from '[^']*ledger\/(index|posting\/posting)\.ts'/.test(readFileSync(file, 'utf8')))
  return makers.filter((file) => !file.endsWith('.posting.ts')).map((file) => relative(source, file))
}

export async function findRuleSets(): Promise<RuleSet[]> {
  const files = filesIn(source).filter((file) => file.endsWith('.posting.ts'))
  return Promise.all(files.map(async (file) => {
    const made = Object.values(await exportsOf(file)).filter(isPostingRules)
    return { file: relative(source, file), rules: Object.assign({}, ...made), samples: await samplesFor(relative(source, file)) }
  }))
}

async function samplesFor(file: string): Promise<RuleSet['samples']> {
  const path = join(projectFolder, 'test', file.replace(/\.ts$/, '.samples.ts'))
  const { samples } = existsSync(path) ? await exportsOf(path) : { samples: {} }
  return Object.fromEntries(Object.entries(samples ?? {}))
}

async function exportsOf(file: string): Promise<Record<string, unknown>> {
  return import(pathToFileURL(file).href)
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')).map((name) => join(folder, name))
}
