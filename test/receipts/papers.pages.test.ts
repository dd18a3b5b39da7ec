// The papers of the desks: attached while the document is prepared, only added to once it is decided upon, opened by its readers alone.
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { documentsRoutes, documentsText } from '../../src/documents/index.ts'
import { Forbidden, NotFound } from '../../src/platform/errors.ts'
import { baht } from '../../src/platform/money.ts'
import { receiptsRoutes } from '../../src/receipts/index.ts'
import { approveEntry, createEntry, submitEntry } from '../../src/receipts/money-entry/money-entry.service.ts'
import { createPayIn, payIn } from '../../src/receipts/pay-in/pay-in.service.ts'
import { moneyEntryPaths, payInPaths } from '../../src/receipts/receipts.paths.ts'
import { testDatabase } from '../support/database.ts'
import { atDesk, seen } from '../support/desk.ts'
import { aConfirmedDay, aFile, aPerson, aSchool, today, yesterday, type Person, type School } from './school.ts'

const db = await testDatabase()
const routes = [...receiptsRoutes, ...documentsRoutes]
const text = documentsText.attachments

interface Papers {
  attach(id: string): string
  show(id: string): string
}

/** What one sees at the document of `id`, and what becomes of a file one brings or takes away. */
function at(who: Person, paths: Papers, id: string) {
  const desk = atDesk(db, who.officer, routes)
  const page = async () => (await desk.get(paths.show(id))).html
  return {
    page, bring: () => desk.post(paths.attach(id), {}, [aFile]),
    open: async () => desk.get(/href="(\/documents\/attachments\/[^"]+)"/.exec(await page())?.[1] ?? 'no file'),
    takeAway: async () => desk.post(/action="([^"]+\/attachments\/[0-9]+\/remove)"/.exec(await page())?.[1] ?? 'no button'),
  }
}

async function aPayIn(school: School): Promise<string> {
  await aConfirmedDay(school, { amount: '800.00', date: yesterday, bank: null })
  return school.finance.work((work) => createPayIn(work, {
    formKey: randomUUID(), payInDate: today, bankAccountId: school.bankAccountId, remark: '', money: { pieces: { 10000: 8 }, cheques: [] },
  }))
}

async function anEntry(school: School): Promise<string> {
  return school.finance.work((work) => createEntry(work, {
    formKey: randomUUID(), kind: 'over', entryDate: today, depositId: null, debtId: null, covered: baht('0'), targetCode: null, targetKey: null, amount: baht('5'), reason: 'นับเงินเกิน', authority: '',
  }))
}

const desks = [
  { name: 'pay-in', paths: payInPaths, make: aPayIn, decide: (school: School, id: string) => school.head.work((work) => payIn(work, id, { version: 1, paidOn: today, bankReference: 'KTB 1' })) },
  { name: 'money entry', paths: moneyEntryPaths, make: anEntry, decide: async (school: School, id: string) => {
    await school.finance.work((work) => submitEntry(work, id, 1))
    await school.head.work((work) => approveEntry(work, id, 2))
  } },
]

describe.each(desks)('the papers of a $name', ({ paths, make, decide }) => {
  it('come and go while it is prepared; decided upon they stay, and more may come', async () => {
    const school = await aSchool(db)
    const id = await make(school)
    const mine = at(school.finance, paths, id)
    expect((await mine.bring()).reply).toMatchObject({ kind: 'redirect' })
    expect(seen(await at(school.head, paths, id).page())).toContain(aFile.name)
    expect((await at(school.head, paths, id).open()).reply).toMatchObject({ kind: 'download', fileName: aFile.name })
    await mine.takeAway()
    expect(seen(await mine.page())).toContain(text.empty)
    await mine.bring()
    const { html } = await atDesk(db, school.finance.officer, routes).get(paths.show(id))
    const remove = /action="([^"]+\/attachments\/[0-9]+\/remove)"/.exec(html)?.[1] ?? 'no button'
    await decide(school, id)
    expect(await mine.page()).not.toContain('/remove"')
    expect(seen((await atDesk(db, school.finance.officer, routes).post(remove)).html)).toContain(text.kept)
    expect((await mine.bring()).reply).toMatchObject({ kind: 'redirect' })
    expect(seen(await mine.page())).toContain(text.trail.actions.attach)
  })

  it('are no affair of another office, nor of who only reads', async () => {
    const [school, other] = [await aSchool(db), await aSchool(db)]
    const id = await make(school)
    await at(school.finance, paths, id).bring()
    await expect(at(other.finance, paths, id).bring()).rejects.toThrow(NotFound)
    const reader = await aPerson(db, school.organisation, ['SUB_ACCOUNT'])
    await expect(at(reader, paths, id).bring()).rejects.toThrow(Forbidden)
  })

  it('are refused in words at their box when they are not papers', async () => {
    const school = await aSchool(db)
    const id = await make(school)
    const { reply, html } = await atDesk(db, school.finance.officer, routes).post(paths.attach(id), {}, [{ ...aFile, bytes: Buffer.from('not a paper') }])
    expect(reply).toMatchObject({ status: 422 })
    expect(seen(html)).toContain(text.wrongKind(aFile.name))
  })
})
