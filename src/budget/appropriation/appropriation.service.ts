import { type OfficerWork } from '../../platform/database/work.ts'
import { RuleBroken } from '../../platform/errors.ts'
import { zero } from '../../platform/money.ts'
import { budgetText } from '../budget.text.ts'
import { findHoldsOn, lockLines } from '../control/control.repository.ts'
import { record } from '../control/control.service.ts'
import { linesIn, repointing, type Act, type Entry } from '../control/control.ts'
import { sourceOf } from '../document/document.ts'
import { setLineIds } from '../document-lines/document-lines.repository.ts'
import { entriesOf, inOrder, twinIn, type Appropriation, type Given, type NewLine, type Standing } from './appropriation.ts'
import { findByKey, findLinesOf, insertLines, takeTurn } from './appropriation.repository.ts'

/** Existing key → more (or so much) of that line; new key → a new line. The document says afterwards which lines it made. */
export async function appropriate(work: OfficerWork, appropriation: Appropriation): Promise<void> {
  const { document, replaces, event, date } = appropriation
  const twin = twinIn(appropriation.lines)
  if (twin) throw new RuleBroken(budgetText.errors.twin(twin.title))
  await takeTurn(work)
  const given = await standingLines(work, appropriation)
  const ended = replaces === undefined ? [] : without(await findLinesOf(work, replaces), given)
  await setLineIds(work, document.id, new Map(given.flatMap(({ documentLine, lineId }) => (documentLine === undefined ? [] : [[documentLine, lineId] as const]))))
  const act: Act = { source: sourceOf(document), event, date, description: document.title }
  const entries = [...entriesOf(appropriation, given, ended), ...await taken(work, appropriation, { given, ended, act })]
  if (entries.length > 0) await record(work, act, entries)
}

interface Replacing {
  readonly given: readonly GivenLine[]
  readonly ended: readonly Standing[]
  readonly act: Act
}

/** What was used of a line that ends goes to its successor in the same movement: neither is overdrawn in between. */
async function taken(work: OfficerWork, { successors }: Appropriation, { given, ended, act }: Replacing): Promise<Entry[]> {
  if (successors === undefined || successors.size === 0) return []
  await lockLines(work, { act, lineIds: linesIn([...given, ...ended]), holders: [] })
  const heirOf = (lineId: string) => given.find(({ documentLine }) => documentLine !== undefined && documentLine === successors.get(lineId))?.lineId
  const holds = await findHoldsOn(work, ended.map(({ lineId }) => lineId))
  return holds.flatMap(({ lineId, stage, holder, amount }) => {
    const to = heirOf(lineId)
    return to === undefined ? [] : repointing({ of: holder, stage }, [{ from: lineId, to, amount }])
  })
}

interface GivenLine extends Given {
  readonly documentLine: number | undefined
}

async function standingLines(work: OfficerWork, { document, lines }: Appropriation): Promise<GivenLine[]> {
  const ordered = [...lines].sort(inOrder)
  const asked = { fiscalYear: document.fiscalYear, documentId: document.id, lines: ordered }
  const found = await findByKey(work, asked)
  const missing = ordered.filter((_line, position) => !found.has(position))
  const made = await insertLines(work, { ...asked, lines: missing })
  const ids = new Map(missing.map((line, index) => [line, made[index]]))
  return ordered.map((line, position) => givenLine(line, found.get(position), ids.get(line)))
}

function givenLine(line: NewLine, standing: Standing | undefined, made: string | undefined): GivenLine {
  const lineId = standing?.lineId ?? made
  if (lineId === undefined) throw new Error('a control line was not made')
  return { lineId, approved: standing?.approved ?? zero, amount: line.amount, documentLine: line.documentLine }
}

function without(standing: readonly Standing[], given: readonly Given[]): Standing[] {
  const kept = new Set(given.map(({ lineId }) => lineId))
  return standing.filter(({ lineId }) => !kept.has(lineId))
}
