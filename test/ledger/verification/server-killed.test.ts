// The database server itself is killed while offices post, and comes back (REL-3, REL-4).
import { randomInt } from 'node:crypto'
import { expect, it } from 'vitest'
import { verifyBook } from '../../../src/ledger/index.ts'
import { Unavailable } from '../../../src/platform/errors.ts'
import { testOffice } from '../../support/app.ts'
import { ownServer } from '../../support/own-server.ts'
import { signIn } from '../../support/sign-in.ts'
import { anOpenOffice, type Counter } from '../../support/world.ts'
import { collect } from '../collected.ts'

const server = await ownServer()
const office = await testOffice({ db: server })
const hands = 4

/** What was told to be posted, by its source; each hand goes on with the same document until it is told. */
class Posting {
  readonly told = new Map<string, string>()
  refused = 0
  #isOver = false
  readonly #counter: Counter
  readonly #work: Promise<unknown>
  #reached: { readonly count: number; readonly tell: () => void } | undefined

  constructor(counter: Counter) {
    this.#counter = counter
    this.#work = Promise.all(Array.from({ length: hands }, (_, hand) => this.#postFrom(hand)))
    this.#work.catch(() => undefined)
  }

  /** Resolves in the very moment in which so many more have been told. */
  after(more: number): Promise<void> {
    const reached = new Promise<void>((tell) => { this.#reached = { count: this.told.size + more, tell } })
    return Promise.race([reached, this.#work.then(() => undefined)])
  }

  async end(): Promise<void> {
    this.#isOver = true
    await this.#work
  }

  async #postFrom(hand: number): Promise<void> {
    for (let index = hand + 1; !this.#isOver; index += hands) {
      const number = await this.#insist(String(index))
      this.told.set(String(index), number)
      if (this.#reached && this.told.size >= this.#reached.count) this.#reached.tell()
    }
  }

  async #insist(sourceId: string): Promise<string> {
    for (;;) {
      try {
        return (await this.#counter.work((work) => collect(work, this.#counter, { sourceId }))).number
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error
        this.refused += 1
        await server.running()
      }
    }
  }
}

it('a server killed while offices post loses no voucher it told of, keeps no half one, and the application goes on by itself', async () => {
  const counter = await anOpenOffice(office)
  const inside = await signIn(office, 'saensuk.account')
  const posting = new Posting(counter)
  for (let round = 1; round <= 4; round += 1) {
    await posting.after(randomInt(40, 140))
    await server.kill()
    await expect.poll(async () => (await inside.open('/ledger/journals')).status, { timeout: 60_000 }).toBe(503)
    expect(inside.text).toContain('ระบบไม่พร้อมให้บริการชั่วคราว')
    expect(inside.text).toContain('ข้อมูลที่บันทึกไว้แล้วไม่สูญหาย')
    await server.restart()
    await expect.poll(async () => (await inside.open('/ledger/journals')).status, { timeout: 60_000 }).toBe(200)
  }
  await posting.after(40)
  await posting.end()

  const stored: { source_id: string; number: number }[] = await server.owner('vouchers').where({ organisation_id: counter.officer.organisationId }).orderBy('number').select('source_id', 'number')
  expect(posting.refused).toBeGreaterThan(0)
  expect(new Map(stored.map(({ source_id: source, number }) => [source, `RV-${String(number).padStart(5, '0')}/70`]))).toEqual(posting.told)
  expect(stored.map(({ number }) => number)).toEqual(Array.from(stored, (_, index) => index + 1))
  expect((await counter.read((read) => verifyBook(read, counter.officer.organisationId))).faults).toEqual([])
  expect(office.log.filter((line) => line.includes('"unexpected"'))).toEqual([])
}, 300_000)
