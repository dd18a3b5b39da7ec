import { describe, expect, it } from 'vitest'
import { postLines, reverseVoucher, type Posted } from '../../../src/ledger/index.ts'
import { saveSubLedgerKey } from '../../../src/registers/index.ts'
import { calendarDate, fiscalYear } from '../../../src/platform/dates.ts'
import { baht } from '../../../src/platform/money.ts'
import { NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { findPairLines } from '../../../src/interagency/pair/pair.repository.ts'
import { findDealings, findOpenPairs, getBoard, getStanding, recordException } from '../../../src/interagency/pair/pair.service.ts'
import { differenceOf, openSince, waitingOf } from '../../../src/interagency/pair/pair.ts'
import { standingPage, waitingItemsOf } from '../../../src/interagency/pair/pair.view.ts'
import { interagencyText } from '../../../src/interagency/interagency.text.ts'
import { acceptance } from '../../expenditure/acceptance/acceptance.ts'
import { testDatabase } from '../../support/database.ts'
import { aLao, anOpenOffice, aSubUnit, organisation, type Counter, type Organisation } from '../../support/world.ts'

const db = await testDatabase()
const year = fiscalYear(2570)
const day = calendarDate('2026-11-02')
const toSchool = '5210010121.005'
const fromLao = '4404050104.001'

interface Place extends Counter {
  readonly at: Organisation
}

async function place(at: Organisation, groups: readonly string[]): Promise<Place> {
  return { ...await anOpenOffice(db, { at, groups }), at }
}

async function aFamily() {
  const lao = await place(await aLao(db), ['LAO_FIN_HEAD', 'LAO_ACCOUNT'])
  const school = await place(await aSubUnit(db, { lao: lao.at, kind: '05' }), ['SUB_FIN_HEAD', 'SUB_ACCOUNT'])
  return { lao, school, shop: await place(await aSubUnit(db, { lao: lao.at, kind: '01' }), ['PAWN_MANAGER']) }
}

const sequence = { next: 1 }

interface Dealing {
  readonly account: string
  readonly other: Place
  readonly amount: string
  readonly side?: 'D' | 'C'
  readonly against?: string
}

/** One voucher on a paired account against money in the bank. */
function deal(who: Place, { account, other, amount, side = 'D', against = '1101010101.001' }: Dealing): Promise<Posted> {
  return who.work(async (work) => {
    const code = (await work.db('organisations').where({ id: other.at.id }).first('code')).code
    await saveSubLedgerKey(work, { kind: 'org', key: code, name: other.at.name, registerId: other.at.id, isOpen: true })
    const { sub_ledger: register } = await work.db('accounts').where({ code: account }).first('sub_ledger')
    const paired = { accountCode: account, counterpartyId: other.at.id, ...(register === 'org' && { subKey: code }), amount: baht(amount) }
    return postLines(work, {
      type: 'JV', event: 'posted', documentDate: day, source: { kind: 'given', id: String(sequence.next++) }, description: 'ระหว่างหน่วยงาน', preparedBy: who.maker.userId,
      lines: [{ side, ...paired }, { side: side === 'D' ? 'C' : 'D', accountCode: against, amount: baht(amount) }],
    })
  })
}

const reversed = (who: Place, { id }: Posted) => who.work((work) => reverseVoucher(work, id, { reason: 'บันทึกผิด', documentDate: day }))
const give = (family: Awaited<ReturnType<typeof aFamily>>, amount: string) => deal(family.lao, { account: toSchool, other: family.school, amount })
const take = (family: Awaited<ReturnType<typeof aFamily>>, amount: string) => deal(family.school, { account: fromLao, other: family.lao, amount, side: 'C' })
const asked = (other: Place) => ({ year, account: toSchool, otherId: other.at.id })

describe('dealings between units', () => {
  it('wait at the receiver until it records them, and then agree in both books (scenario S50)', async () => {
    const family = await aFamily()
    await give(family, '500000.00')
    const before = await family.school.read((read) => getStanding(read, asked(family.lao)))
    expect(before.standing).toMatchObject({ isGiver: false, ours: 0n, theirs: baht('500000') })
    expect(waitingOf(before.standing)).toBe(baht('500000'))
    expect(openSince(before.standing)).toEqual({ day, isOurs: true })
    expect(openSince((await family.lao.read((read) => getStanding(read, asked(family.school)))).standing)).toEqual({ day, isOurs: false })
    await take(family, '500000.00')
    for (const [who, other] of [[family.lao, family.school], [family.school, family.lao]] as const) {
      const { standing } = await who.read((read) => getStanding(read, asked(other)))
      expect(standing).toMatchObject({ ours: baht('500000'), theirs: baht('500000'), isGiver: who === family.lao })
      expect(await who.read((read) => findOpenPairs(read, year))).toEqual([])
      expect(openSince(standing)).toBeUndefined()
    }
  })

  it('that do not agree are told on both sides and hold up the closing, until an exception for that very difference (scenarios 53 and S51)', async () => {
    const family = await aFamily()
    await give(family, '500.00')
    await take(family, '50.00')
    const [blocker, ...others] = await family.lao.read((read) => findOpenPairs(read, year))
    expect(others).toEqual([])
    // Both wrote: the receiver answers to what was given.
    expect(openSince((await family.school.read((read) => getStanding(read, asked(family.lao)))).standing)).toEqual({ day, isOurs: true })
    expect(blocker?.text).toContain(acceptance.messages_th.E_IC_MISMATCH)
    expect(blocker?.text).toContain('450.00')
    expect(await family.school.read((read) => findOpenPairs(read, year))).toHaveLength(1)
    const write = () => family.lao.work((work) => recordException(work, asked(family.school), { letter: 'ชบ 52001/1', reason: 'โรงเรียนปิดเทอม' }))
    await write()
    expect(await family.lao.read((read) => findOpenPairs(read, year))).toEqual([])
    const waitsAtSchool = () => family.school.read(async (read) => waitingItemsOf(await findDealings(read, [year]), read.actor).map(({ amount }) => amount))
    expect(await waitsAtSchool()).toEqual([baht('450')])
    await family.school.work((work) => recordException(work, asked(family.lao), { letter: 'ศธ 1/1', reason: 'ปิดเทอม' }))
    expect(await waitsAtSchool()).toEqual([])
    await take(family, '10.00')
    expect(await family.lao.read((read) => findOpenPairs(read, year))).toHaveLength(1)
    await take(family, '440.00')
    await expect(write()).rejects.toThrow(new RuleBroken(interagencyText.errors.equal))
  })

  it('of a share of profit count what was paid, not what was set aside (IA15)', async () => {
    const family = await aFamily()
    await deal(family.shop, { account: '3102010101.006', other: family.lao, amount: '150000.00', side: 'C', against: '3102010101.005' })
    await deal(family.shop, { account: '3102010101.006', other: family.lao, amount: '100000.00' })
    await deal(family.lao, { account: '4401070106.001', other: family.shop, amount: '100000.00', side: 'C' })
    const { standings } = await family.shop.read((read) => getBoard(read, year))
    expect(standings.map((standing) => [standing.account, standing.ours, differenceOf(standing)])).toEqual([['3102010101.006', baht('100000'), 0n]])
  })

  it('of a share of profit count neither the reversal of what was set aside nor a payment that was taken back (IA15)', async () => {
    const family = await aFamily()
    const share = { account: '3102010101.006', other: family.lao, amount: '150000.00' }
    const counted = () => family.shop.read(async (read) => (await getBoard(read, year)).standings.map(({ ours }) => ours))
    const setAside = await deal(family.shop, { ...share, side: 'C', against: '3102010101.005' })
    await reversed(family.shop, setAside)
    expect(await counted()).toEqual([0n])
    await deal(family.shop, { ...share, side: 'C', against: '3102010101.005' })
    const payment = await deal(family.shop, share)
    expect(await counted()).toEqual([baht('150000')])
    await reversed(family.shop, payment)
    expect(await counted()).toEqual([0n])
    expect(await family.lao.read((read) => findOpenPairs(read, year))).toEqual([])
  })

  it('with a unit that keeps no such account stand before both as what can never agree', async () => {
    const family = await aFamily()
    await deal(family.school, { account: fromLao, other: family.shop, amount: '70.00', side: 'C' })
    for (const who of [family.school, family.shop]) {
      const { standings } = await who.read((read) => getBoard(read, year))
      expect(standings.map(({ name }) => name)).toEqual([interagencyText.noPair(fromLao)])
      expect(await who.read((read) => findOpenPairs(read, year))).toHaveLength(1)
    }
  })

  it('that name the wrong unit wait for nobody there: the turn is with who wrote it', async () => {
    const family = await aFamily()
    await deal(family.lao, { account: toSchool, other: family.shop, amount: '100000.00' })
    const standingAt = (who: Place) => who.read(async (read) => (await getBoard(read, year)).standings)
    const [[there], [here]] = [await standingAt(family.shop), await standingAt(family.lao)]
    if (!there || !here) throw new Error('both boards show it')
    expect([waitingOf(there), openSince(there)?.isOurs, openSince(here)?.isOurs]).toEqual([0n, false, true])
    expect(await family.shop.read(async (read) => waitingItemsOf(await findDealings(read, [year]), family.shop.officer))).toEqual([])
  })

  it('are taken in on the account of the very kind of unit that gave: a bus station before any sub-unit (IA14, IA13)', async () => {
    const family = await aFamily()
    const station = await place(await aSubUnit(db, { lao: family.lao.at, kind: '03' }), ['SUB_FIN_HEAD'])
    await deal(station, { account: '5210010121.999', other: family.lao, amount: '40.00' })
    await deal(family.school, { account: '5210010121.999', other: family.lao, amount: '50.00' })
    const { standings } = await family.lao.read((read) => getBoard(read, year))
    const takenFrom = (unit: Place) => standings.find(({ other }) => other.id === unit.at.id)?.takes
    expect([takenFrom(station), takenFrom(family.school)]).toEqual([['4401080006.001'], ['4401080004.001']])
    await deal(family.lao, { account: '4401080004.001', other: station, amount: '40.00', side: 'C' })
    expect(await family.lao.read((read) => findOpenPairs(read, year))).not.toEqual([])
  })

  it('leave open which of two accounts takes them in: a loan of the LAO, short or long (IA31, IA32)', async () => {
    const family = await aFamily()
    await deal(family.lao, { account: '1102010102.003', other: family.shop, amount: '10.00' })
    const [item] = await family.shop.read(async (read) => waitingItemsOf(await findDealings(read, [year]), { ...family.shop.officer, permissions: new Set(['revenue.pawn:create']) }))
    expect(new URL(item?.href ?? '', 'http://x').searchParams.get('account')).toBe('')
  })

  it('put a loan of the LAO beside the unit’s short and long borrowing (IA31, IA32)', async () => {
    const family = await aFamily()
    await deal(family.lao, { account: '1102010102.003', other: family.shop, amount: '2000000.00' })
    await deal(family.shop, { account: '2106010101.001', other: family.lao, amount: '500000.00', side: 'C' })
    await deal(family.shop, { account: '2203010101.001', other: family.lao, amount: '1500000.00', side: 'C' })
    const { standings } = await family.lao.read((read) => getBoard(read, year))
    expect(standings.map(({ ours, theirs }) => [ours, theirs])).toEqual([[baht('2000000'), baht('2000000')]])
  })

  it('name the account of each line beside its code, on both sides', async () => {
    const family = await aFamily()
    await give(family, '20.00')
    const found = await family.lao.read((read) => getStanding(read, asked(family.school)))
    const page = standingPage({ ...found, accountNames: new Map([[toSchool, 'ค่าใช้จ่ายอุดหนุนหน่วยงานภายใต้สังกัด']]), year, officer: family.lao.officer, typed: { letter: '', reason: '' } })
    expect(JSON.stringify(page.oursTable)).toContain(`"text":"${toSchool}","note":"ค่าใช้จ่ายอุดหนุนหน่วยงานภายใต้สังกัด"`)
  })

  it('show nobody more than the lines that name them', async () => {
    const [family, other] = [await aFamily(), await aFamily()]
    await give(family, '10.00')
    expect(await family.shop.read((read) => findPairLines(read, year))).toEqual([])
    expect(await other.lao.read((read) => findPairLines(read, year))).toEqual([])
    await expect(other.lao.read((read) => getStanding(read, asked(family.school)))).rejects.toThrow(NotFound)
    const stranger = await organisation(db)
    const { rows } = await family.school.read((read) => read.db.raw('SELECT * FROM interagency_lines(?, ?::smallint)', [family.lao.at.id, year]))
    expect([rows, stranger.id === family.lao.at.id]).toEqual([[], false])
  })
})
