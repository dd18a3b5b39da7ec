import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { postLines } from '../../../src/ledger/index.ts'
import { documentsText } from '../../../src/documents/index.ts'
import { calendarDate } from '../../../src/platform/dates.ts'
import { Conflict, Forbidden, NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { baht, zero } from '../../../src/platform/money.ts'
import { createSignatory, type SignatoryRole } from '../../../src/registers/index.ts'
import { findEarlierSignings } from '../../../src/receipts/daily-position/daily-position.repository.ts'
import { createPosition, editPosition, findMoved, getPosition, reopenPosition, signPosition } from '../../../src/receipts/daily-position/daily-position.service.ts'
import { bankCarried, carried, differences, faultsOf, frozen, thawed, type PositionCommand } from '../../../src/receipts/daily-position/daily-position.ts'
import { printPage } from '../../../src/receipts/daily-position/daily-position.view.ts'
import { dailyPositionText } from '../../../src/receipts/daily-position.text.ts'
import { createEntry } from '../../../src/receipts/money-entry/money-entry.service.ts'
import { reverseSummary } from '../../../src/receipts/remittance-summary/remittance-summary.service.ts'
import { receiptsText } from '../../../src/receipts/receipts.text.ts'
import { testDatabase } from '../../support/database.ts'
import { aConfirmedDay, aPerson, draftSlip, aSchool, record, today, yesterday, type Person, type School } from '../school.ts'
import { aKeptCheque, aPaidCheque } from '../returned-cheque/cheques.ts'
import { moneyIn } from '../town.ts'

const db = await testDatabase()
const { errors } = dailyPositionText
const rooms = { outstandingCheques: async () => ({ count: 2, amount: baht('1500') }) }

const create = (school: School, given: Partial<PositionCommand> = {}, who = school.finance) => who.work((work) => createPosition(work, {
  formKey: randomUUID(), positionDate: today, pieces: { 10000: 8 }, remark: '', ...given,
}))
const show = (school: School, id: string) => school.head.read((read) => getPosition(read, rooms, { organisationId: school.organisation.id, id }))
const sign = (who: Person, id: string, version = 1) => who.work((work) => signPosition(work, rooms, { id, version }))

async function keepers(school: School, committee = 3): Promise<void> {
  const roles: SignatoryRole[] = ['executive', ...Array.from({ length: committee }, (): SignatoryRole => 'safe_committee')]
  for (const [index, role] of roles.entries()) {
    await school.finance.work((work) => createSignatory(work, { role, name: `นายลงนาม ที่${index}`, position: 'ครู', actingFor: '', orderNumber: '1/2570', validFrom: calendarDate('2026-10-01'), validUntil: null }))
  }
}

/** 800 baht kept yesterday. */
async function aDay(): Promise<School> {
  const school = await aSchool(db)
  await aConfirmedDay(school, { amount: '800.00', date: yesterday, bank: null })
  await keepers(school)
  return school
}

describe('a daily position', () => {
  it('carries the bank from 27,261,351.64 by payments of 117,716.00 to 27,143,635.64, as its accounts add up to (scenario 52)', async () => {
    const school = await aDay()
    await moneyIn(school, { account: '4404050101.001', amount: '27261351.64', date: yesterday })
    await school.head.work((work) => postLines(work, {
      type: 'PV', documentDate: today, source: { kind: 'payment', id: '1' }, event: 'payment.posted', description: 'จ่าย', preparedBy: school.finance.officer.userId,
      lines: [{ accountCode: '5104010104.001', side: 'D', amount: baht('117716') }, { accountCode: '1101030102.001', bankAccountId: school.bankAccountId, side: 'C', amount: baht('117716') }],
    }))
    const { figures } = await show(school, await create(school))
    expect(figures.bank).toEqual({ brought: baht('27261351.64'), received: zero, paidIn: zero, paid: baht('117716') })
    expect(bankCarried(figures.bank)).toBe(baht('27143635.64'))
    expect(figures.accounts.map((account) => account.balance)).toEqual([baht('27143635.64')])
    expect([carried(figures.cash), differences(figures), figures.cheques]).toEqual([baht('800'), { cash: zero, bank: zero }, { count: 2, amount: baht('1500') }])
  })

  it('is signed by another when all agrees, and frozen with its digest', async () => {
    const school = await aDay()
    const id = await create(school)
    await sign(school.head, id)
    const before = await show(school, id)
    expect(before).toMatchObject({ state: 'signed', digest: expect.stringMatching(/^[0-9a-f]{64}$/), figures: { keepers: expect.arrayContaining([{ role: 'executive', name: 'นายลงนาม ที่0', position: 'ครู' }]) } })
    await moneyIn(school, { account: '4404050101.001', amount: '5.00', kept: true })
    expect((await show(school, id)).figures).toEqual(before.figures)
    await expect(school.finance.work((work) => editPosition(work, id, { positionDate: today, pieces: {}, remark: '', version: 2 }))).rejects.toThrow(Conflict)
    await expect(db.owner('daily_positions').where({ id }).update({ remark: 'x' })).rejects.toThrow('never changed')
  })

  it('counts the cheque that lies in the safe, until it is carried to the bank or comes back', async () => {
    const kept = await aKeptCheque(db)
    await keepers(kept.town)
    const id = await create(kept.town, { pieces: {} })
    const { figures } = await show(kept.town, id)
    expect([figures.kept, differences(figures).cash]).toEqual([{ count: 1, amount: baht('1250') }, zero])
    const paid = await aPaidCheque(db)
    expect((await show(paid.town, await create(paid.town, { pieces: {} }))).figures.kept).toEqual({ count: 0, amount: zero })
    await sign(kept.town.head, id)
    expect((await show(kept.town, id)).figures.kept).toEqual({ count: 1, amount: baht('1250') })
  })

  it('is signed by the ปลัด where no executive is named', async () => {
    const school = await aDay()
    await db.owner('signatories').where({ organisation_id: school.organisation.id, role: 'executive' }).update({ role: 'clerk' })
    const id = await create(school)
    await sign(school.head, id)
    expect((await show(school, id)).figures.keepers.map(({ role }) => role)).toContain('clerk')
  })

  it('cannot be signed while the count differs, and says by how much', async () => {
    const school = await aDay()
    const id = await create(school, { pieces: { 10000: 7 } })
    await expect(sign(school.head, id)).rejects.toThrow(new RuleBroken(errors.cash('-100.00')))
    await school.finance.work((work) => editPosition(work, id, { positionDate: today, pieces: { 10000: 8 }, remark: '', version: 1 }))
    await sign(school.head, id, 2)
  })

  it('cannot be signed while a receipt waits, with two keepers of the safe, and tells everything at once', async () => {
    const school = await aSchool(db)
    await keepers(school, 2)
    await record(school.clerk, { amount: '50.00' })
    const id = await create(school, { pieces: {} })
    await expect(sign(school.head, id)).rejects.toThrow(`${errors.unsummarised('1')} · ${errors.committee}`)
  })

  it('has on paper a place for everyone who signs, named in the register or not', async () => {
    const school = await aSchool(db)
    await keepers(school, 1)
    const position = await show(school, await create(school))
    const { printHead, signatures } = printPage({ position, officer: school.head.officer, moved: [] }, 'ต้นฉบับ')
    expect(printHead.asOf).toBe('ประจำวันที่ 20 พฤศจิกายน 2569')
    const { roles } = dailyPositionText
    expect(signatures.signers.map(({ role }) => role)).toEqual(['ผู้จัดทำ', roles.head_of_finance, roles.safe_committee, roles.safe_committee, roles.safe_committee, roles.executive])
    expect(signatures.signers.map(({ name }) => name).slice(1)).toEqual([
      documentsText.print.blankName, 'นายลงนาม ที่1', documentsText.print.blankName, documentsText.print.blankName, 'นายลงนาม ที่0',
    ])
  })

  it('is refused to its preparer, without the right, from another office, at an old version, and to one of two heads at once', async () => {
    const [school, other] = [await aDay(), await aDay()]
    const both = await aPerson(db, school.organisation, ['SUB_FINANCE', 'SUB_FIN_HEAD'])
    const id = await create(school, {}, both)
    await expect(sign(both, id)).rejects.toThrow('ผู้จัดทำและผู้อนุมัติต้องไม่ใช่บุคคลเดียวกัน')
    await expect(sign(school.finance, id)).rejects.toThrow(Forbidden)
    await expect(sign(other.head, id)).rejects.toThrow(NotFound)
    await expect(sign(school.head, id, 7)).rejects.toThrow(Conflict)
    const second = await aPerson(db, school.organisation, ['SUB_FIN_HEAD'])
    const results = await Promise.allSettled([sign(school.head, id), sign(second, id)])
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
  })

  it('is counted again by a colleague, who is then its preparer and does not sign it', async () => {
    const school = await aDay()
    const id = await create(school)
    const both = await aPerson(db, school.organisation, ['SUB_FINANCE', 'SUB_FIN_HEAD'])
    await expect(both.work((work) => editPosition(work, id, { positionDate: today, pieces: { 10000: 7 }, remark: '', version: 1 }))).resolves.toBeUndefined()
    await expect(sign(both, id, 2)).rejects.toThrow(documentsText.samePerson)
  })

  it('is made once a day, not for tomorrow', async () => {
    const school = await aDay()
    await create(school)
    await expect(create(school)).rejects.toThrow(RuleBroken)
    await expect(create(school, { positionDate: calendarDate('2026-11-21') })).rejects.toThrow(new RuleBroken({ positionDate: errors.future }))
  })

  it('reads back from its text as it was', async () => {
    const school = await aDay()
    const { figures } = await show(school, await create(school))
    expect(thawed(frozen(figures))).toEqual(figures)
    expect(faultsOf({ ...figures, accounts: [] , bank: { brought: baht('1'), received: zero, paidIn: zero, paid: zero } })).toEqual(['bank'])
  })
})

describe('a day whose position is signed', () => {
  const told = (day: string) => receiptsText.errors.signedDay(day)
  const kinds = { formKey: '', depositId: null, debtId: null, covered: zero, targetCode: null, targetKey: null, reason: 'ตรวจนับ', authority: '' }
  const entry = (school: School, kind: 'over' | 'short', entryDate = today) => school.finance.work((work) => createEntry(work, { ...kinds, formKey: randomUUID(), kind, amount: baht('5'), entryDate }))
  const reopen = (who: Person, id: string, version = 2) => who.work((work) => reopenPosition(work, id, { version, reason: 'พบใบเสร็จเพิ่ม' }))

  it('takes nothing that moves cash or banks, nor does a day before it; money known by name only still moves', async () => {
    const school = await aDay()
    await sign(school.head, await create(school))
    const day = '20 พฤศจิกายน 2569'
    await expect(entry(school, 'over')).rejects.toThrow(new RuleBroken({ entryDate: told(day) }))
    await expect(entry(school, 'short', yesterday)).rejects.toThrow(told(day))
    const late = await record(school.clerk, { amount: '50.00', date: yesterday })
    await expect(draftSlip(school.clerk, { receiptIds: [late], date: today })).rejects.toThrow(new RuleBroken({ slipDate: told(day) }))
    const { id } = await db.owner('remittance_summaries').where({ organisation_id: school.organisation.id }).first('id')
    await expect(school.head.work((work) => reverseSummary(work, id, { version: 2, reason: 'ผิด' }))).rejects.toThrow(told(day))
    await moneyIn(school, { account: '2116010199.001', amount: '10.00' })
    await school.finance.work((work) => createEntry(work, { ...kinds, formKey: randomUUID(), kind: 'identify', targetCode: '4404050107.001', amount: baht('10'), entryDate: today }))
  })

  it('is opened again with a reason by another than its preparer, the last signed first, and signed anew; what was signed is kept', async () => {
    const school = await aDay()
    const before = await create(school, { positionDate: yesterday })
    await sign(school.head, before)
    const id = await create(school)
    await sign(school.head, id)
    const first = await show(school, id)
    await expect(reopen(school.finance, id)).rejects.toThrow(Forbidden)
    await expect(reopen(school.head, before)).rejects.toThrow(errors.reopenLast('20 พฤศจิกายน 2569'))
    await reopen(school.head, id)
    await expect(reopen(school.head, id, 3)).rejects.toThrow(Conflict)
    await entry(school, 'over')
    expect(await school.head.read((read) => findEarlierSignings(read, first))).toMatchObject([{ digest: first.digest, reason: 'พบใบเสร็จเพิ่ม', signer: school.head.officer.name, reopener: school.head.officer.name }])
    await sign(school.head, id, 3)
    expect((await show(school, id)).state).toBe('signed')
  })

  it('tells what other rooms posted into it since', async () => {
    const school = await aDay()
    const id = await create(school)
    await sign(school.head, id)
    const moved = async () => school.head.read(async (read) => findMoved(read, rooms, await getPosition(read, rooms, { organisationId: school.organisation.id, id })))
    expect(await moved()).toEqual([])
    await moneyIn(school, { account: '4404050101.001', amount: '5.00', kept: true })
    expect(await moved()).toEqual([
      { of: 'cash', line: 'received', signed: zero, now: baht('5') }, { of: 'cash', line: 'carried', signed: baht('800'), now: baht('805') },
    ])
  })
})
