// REL-8: a municipality at work, as a seed has it. Somebody presses something; replies are lost, connections cut, two press at once, pages are of before, people try what
// is not theirs. After every step everything that must be true is asked (support/invariants.ts).
import { Conflict, Forbidden, NotFound, RuleBroken, Unavailable } from '../../src/platform/errors.ts'
import { addDays, addSeconds, bangkokDateOf, fiscalYearOf } from '../../src/platform/dates.ts'
import { getBoard } from '../../src/interagency/pair/pair.service.ts'
import { type Person } from '../budget/world.ts'
import { type TestDatabase } from '../support/database.ts'
import { findBroken } from '../support/invariants.ts'
import { type Beginning, type Press } from './beginning.ts'
import { beginnings } from './beginnings.ts'
import { Chance } from './chance.ts'
import { buttons, type Button } from './steps.ts'
import { aTown, type Place, type Role, type Town } from './town.ts'

export interface Plan {
  readonly seed: number
  readonly days: number
  /** Presses in a day. */
  readonly steps: number
  tell?(line: string): void
}

/** What happened to the reply, or who else was there. */
const fates = [
  { name: 'plainly', weight: 60 }, { name: 'its reply lost', weight: 12 }, { name: 'the connection cut', weight: 10 }, { name: 'by two at once', weight: 10 }, { name: 'from a page of before', weight: 5 },
  { name: 'by somebody whose work it is not', weight: 3 },
] as const
type Fate = (typeof fates)[number]['name']

interface Move {
  readonly name: string
  readonly by: Person
  readonly other: Person
  readonly press: Press
  /** The same as the page of before has it, and who has no right to it; absent for what is new, where the route asks for the right. */
  readonly mistakes?: { readonly stale: Press; readonly stranger: Person }
  /** Whether the same press again is told of what the first one made. */
  readonly isForm: boolean
}

export interface Outcome {
  readonly done: number
  readonly refused: number
  readonly cut: number
  readonly vouchers: number
  /** How often each thing was done. */
  readonly counts: ReadonlyMap<string, number>
}

/** What went wrong, with the seed that makes it go wrong again and the last steps before it. */
export class Broken extends Error {
  override readonly name = 'Broken'
}

export async function simulate(db: TestDatabase, plan: Plan): Promise<Outcome> {
  const begun = db.clock.now()
  db.database.knex.client.logger.warn = () => undefined // the cables are ours to cut
  const town = await aTown(db, bangkokDateOf(begun))
  const run = new Run(db, town, plan)
  for (let day = 0; day < plan.days; day += 1) {
    db.clock.set(addSeconds(begun, day * 86_400))
    for (let step = 0; step < plan.steps; step += 1) {
      db.clock.advance(run.chance.between(1, 600))
      await run.step()
    }
    await run.closeDay()
    plan.tell?.(`${addDays(bangkokDateOf(begun), day)}: ${run.done} done, ${run.refused} refused, ${run.cut} cut${run.takeNew().map((name) => `; first ${name}`).join('')}`)
  }
  return run.outcome()
}

class Run {
  readonly chance: Chance
  done = 0
  refused = 0
  cut = 0
  readonly #db: TestDatabase
  readonly #town: Town
  readonly #seed: number
  readonly #counts = new Map<string, number>()
  readonly #last: string[] = []
  readonly #new: string[] = []

  constructor(db: TestDatabase, town: Town, { seed }: Plan) {
    this.chance = new Chance(seed)
    this.#db = db
    this.#town = town
    this.#seed = seed
  }

  async step(): Promise<void> {
    const move = await this.#move()
    const fate = this.chance.weighed(fates)?.name ?? 'plainly'
    if (!move) return
    this.#last.push(`${this.#db.clock.now()} ${move.name}, ${fate}`)
    try {
      await this.#meet(move, fate)
      const broken = await findBroken(this.#db, move.by.officer.organisationId)
      if (broken.length > 0) throw new Error(broken.join('\n'))
    } catch (error) {
      throw new Broken(`seed ${this.#seed}, step ${this.#last.length}: ${error instanceof Error ? error.stack : String(error)}\nthe last steps:\n${this.#last.slice(-12).join('\n')}`)
    }
  }

  /** What each side's books say of the other is what the other says of itself. */
  async closeDay(): Promise<void> {
    const year = fiscalYearOf(bangkokDateOf(this.#db.clock.now()))
    const { people, school } = this.#town
    const sides = async ([who]: readonly [Person, Person], isWanted: (other: string) => boolean) => (await who.read((read) => getBoard(read, year))).standings.filter(({ other }) => isWanted(other.id))
    const [here, there] = [await sides(people.head, (other) => other === school.organisation.id), await sides(people.rector, (other) => other === this.#town.office.organisationId)]
    const seen = (standings: typeof here, isOurs: boolean) => standings.map(({ account, ours, theirs }) => `${account} ${isOurs ? ours : theirs} ${isOurs ? theirs : ours}`).sort().join('\n')
    if (seen(here, true) !== seen(there, false)) throw new Broken(`seed ${this.#seed}: the town sees\n${seen(here, true)}\nand the school\n${seen(there, false)}`)
  }

  /** What was done for the first time since this was asked. */
  takeNew(): string[] {
    return this.#new.splice(0)
  }

  /** Something new, or a button of a document that stands; both are drawn from what is there, oldest first. */
  async #move(): Promise<Move | undefined> {
    if (this.chance.next() < 0.4) return this.#begin(this.chance.weighed(beginnings))
    const standing = await this.#standing()
    return this.#press(this.chance.weighed(buttons.filter(({ place, table, state }) => standing.has(`${place} ${table} ${state}`))))
  }

  async #standing(): Promise<ReadonlySet<string>> {
    const { office, shop, school } = this.#town
    const offices: Readonly<Record<Place, string>> = { town: office.organisationId, shop: shop.organisation.id, school: school.organisation.id }
    const parts = new Set(buttons.map(({ place, table }) => `SELECT DISTINCT '${place} ${table} ' || state AS standing FROM ${table} WHERE organisation_id = :${place}`))
    const { rows } = await this.#db.owner.raw<{ rows: { standing: string }[] }>([...parts].join(' UNION ALL '), { ...offices })
    return new Set(rows.map(({ standing }) => standing))
  }

  async #begin(beginning: Beginning | undefined): Promise<Move | undefined> {
    if (!beginning) return undefined
    const people = this.#people(beginning.by)
    const today = bangkokDateOf(this.#db.clock.now())
    const press = await beginning.start({ town: this.#town, chance: this.chance, today, userId: people.by.officer.userId })
    return press && { ...people, name: beginning.name, press, isForm: beginning.isPressedOnce !== true }
  }

  async #press(button: Button | undefined): Promise<Move | undefined> {
    if (!button) return undefined
    const people = this.#people(button.by)
    const found: { id: string; version: number }[] = await this.#town.rows(button.table, button.place).where({ state: button.state }).orderBy('id').select('id', 'version')
    // The newest are worked on most, as on any desk.
    const document = this.chance.pick(found.slice(-12))
    if (!document) return undefined
    const { id, version } = document
    return {
      ...people, name: `${button.name} of ${button.table} ${id}`, press: (work) => button.press(work, id, version), isForm: false,
      mistakes: { stale: (work) => button.press(work, id, version - 1), stranger: this.#town.people[button.by === 'collector' ? 'checker' : 'collector'][0] },
    }
  }

  #people(role: Role): Pick<Move, 'by' | 'other'> {
    const [one, two] = this.#town.people[role]
    const isFirst = this.chance.next() < 0.8
    return { by: isFirst ? one : two, other: isFirst ? two : one }
  }

  async #meet(move: Move, fate: Fate): Promise<void> {
    const { by, other, press, mistakes } = move
    if (fate === 'from a page of before' && mistakes) return this.#mustRefuse(by, mistakes.stale)
    if (fate === 'by somebody whose work it is not' && mistakes) return this.#mustRefuse(mistakes.stranger, press)
    if (fate === 'by two at once') return void await Promise.all([this.#try(move, by), this.#try(move, other)])
    if (fate === 'the connection cut') await this.#cutIn(move)
    const first = await this.#try(move, by)
    if (fate !== 'its reply lost' || first === undefined) return
    const again = await this.#try(move, by)
    if (move.isForm && again !== first) throw new Error(`the same form made ${String(first)} and then ${String(again ?? 'nothing')}`)
  }

  /** The answer; undefined where it was refused by name. Anything but a refusal is a fault of the system. */
  async #try({ name, press }: Move, who: Person): Promise<unknown> {
    try {
      const answer = await who.work(press)
      this.done += 1
      const kind = name.replace(/ [0-9]+$/, '')
      if (!this.#counts.has(kind)) this.#new.push(kind)
      this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1)
      return answer ?? true
    } catch (error) {
      if (!isRefusal(error)) throw error
      this.refused += 1
      return undefined
    }
  }

  async #mustRefuse(who: Person, press: Press): Promise<void> {
    const answer = await who.work(press).then(() => 'done', (error: unknown) => { if (!isRefusal(error)) throw error })
    if (answer === 'done') throw new Error('a mistake was let through')
    this.refused += 1
  }

  /** As if the cable broke before one of its statements: nothing of it may be left. */
  async #cutIn({ by, press }: Move): Promise<void> {
    const { client } = this.#db.database.knex
    const query: (connection: { readonly connection: { readonly stream: { destroy(): void } } }, asked: unknown) => Promise<unknown> = client.query
    let left = this.chance.between(1, 25)
    client.query = function cutting(this: unknown, connection: Parameters<typeof query>[0], asked: unknown) {
      left -= 1
      if (left === 0) connection.connection.stream.destroy()
      return query.call(this, connection, asked)
    }
    try {
      await by.work(press)
    } catch (error) {
      if (error instanceof Unavailable) this.cut += 1
      else if (!isRefusal(error)) throw error
    } finally {
      client.query = query
    }
  }

  async outcome(): Promise<Outcome> {
    const row = await this.#town.rows('vouchers').count({ n: '*' }).first()
    return { done: this.done, refused: this.refused, cut: this.cut, vouchers: Number(row?.n ?? 0), counts: this.#counts }
  }
}

function isRefusal(error: unknown): boolean {
  return error instanceof RuleBroken || error instanceof Conflict || error instanceof Forbidden || error instanceof NotFound
}
