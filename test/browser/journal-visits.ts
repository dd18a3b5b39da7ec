// The town's journals and openings in the states worth a look.
import { openFiscalYear } from '../../src/ledger/index.ts'
import { findRequest } from '../../src/ledger/closing/closing.repository.ts'
import { carryOutClosing, requestClosing, requestUndo } from '../../src/ledger/closing/closing.service.ts'
import { declarations } from '../../src/ledger/closing/closing.ts'
import { bookAddresses, closingPaths, openingPaths } from '../../src/ledger/ledger.paths.ts'
import { journalBooks } from '../../src/ledger/journal/journal.ts'
import { findWaiting } from '../../src/ledger/period/period.repository.ts'
import { carryOutRequest, requestPeriod } from '../../src/ledger/period/period.service.ts'
import { calendarDate, fiscalYear, type FiscalYear } from '../../src/platform/dates.ts'
import { baht } from '../../src/platform/money.ts'
import { accumulated, cash, keyed, posted, type Accounting } from '../ledger/journal/accounting.ts'
import { type SignedIn } from '../support/sign-in.ts'
import { type Samples } from './page-samples.ts'

export async function journalSamples(town: Accounting, signedIn: SignedIn): Promise<Samples> {
  const { journal } = bookAddresses
  const [draft, waiting, done] = [await keyed(town.maker), await keyed(town.maker, { isSubmitted: true }), await posted(town)]
  const [asMaker, asHead] = [() => signedIn('saensuk.account'), () => signedIn('saensuk.head')]
  return {
    [journal.showRoute]: [
      { name: 'a journal, drafted', address: journal.show(draft), as: asMaker }, { name: 'a journal, waiting', address: journal.show(waiting), as: asHead },
      { name: 'a journal, posted', address: journal.show(done), as: asHead },
      { name: 'a journal on paper', address: journal.show(done), as: asHead, then: (screen) => screen.press('พิมพ์ใบผ่านรายการ') },
    ],
    [journal.editRoute]: [{ name: 'a journal, to be mended', address: journal.edit(draft), as: asMaker }],
    [journal.stepRoute('reverse')]: [{ name: 'a journal, to be reversed', address: journal.step(done, 'reverse'), as: asHead }],
    ...await adjustmentSamples(town, signedIn), ...await openingSamples(town, signedIn), ...await closingSamples(town, signedIn),
  }
}

async function adjustmentSamples(town: Accounting, signedIn: SignedIn): Promise<Samples> {
  const { adjustment } = bookAddresses
  const kind = { book: journalBooks.adjustment, type: 'AJ' as const }
  const [draft, done] = [await keyed(town.maker, kind), await posted(town, kind)]
  return {
    [adjustment.showRoute]: [{ name: 'an adjustment', address: adjustment.show(draft), as: () => signedIn('saensuk.account') }],
    [adjustment.editRoute]: [{ name: 'an adjustment, to be mended', address: adjustment.edit(draft), as: () => signedIn('saensuk.account') }],
    [adjustment.stepRoute('reverse')]: [{ name: 'an adjustment, to be reversed', address: adjustment.step(done, 'reverse'), as: () => signedIn('saensuk.head') }],
  }
}

/** Of years the demonstration leaves alone. */
async function openingSamples(town: Accounting, signedIn: SignedIn): Promise<Samples> {
  const { opening } = bookAddresses
  const ofYear = async (year: number) => {
    await town.maker.work((work) => openFiscalYear(work, fiscalYear(year)))
    const rows = [{ account: cash, debit: '500' }, { account: accumulated, credit: '500' }]
    return { book: journalBooks.opening, type: 'OB' as const, date: calendarDate(`${year - 544}-10-01`), rows }
  }
  const [done, draft] = [await posted(town, await ofYear(2569)), await keyed(town.maker, await ofYear(2568))]
  const asHead = () => signedIn('saensuk.head')
  return {
    [opening.showRoute]: [{ name: 'an opening, posted', address: opening.show(done), as: asHead }],
    [opening.editRoute]: [{ name: 'an opening, to be mended', address: opening.edit(draft), as: () => signedIn('saensuk.account') }],
    [opening.stepRoute('reverse')]: [{ name: 'an opening, to be reversed', address: opening.step(done, 'reverse'), as: asHead }],
    [openingPaths.confirmRoute]: [{ name: 'an opening, to be confirmed', address: openingPaths.confirm(done), as: asHead }],
  }
}

/** A year that is closed, its undoing asked for; and one with much in its way. */
async function closingSamples(town: Accounting, signedIn: SignedIn): Promise<Samples> {
  const year = fiscalYear(2567)
  await askClosing(town, year)
  const request = await town.head.read((read) => findRequest(read, year))
  await town.head.work((work) => carryOutClosing(work, { blockers: [] }, request?.id ?? '0'))
  await town.maker.work((work) => requestUndo(work, { year, reason: 'พบใบเสร็จที่ยังไม่ได้บันทึก' }))
  return {
    [closingPaths.page]: [
      { name: 'a year, closed, its undoing asked for', address: closingPaths.of(year), as: () => signedIn('saensuk.head') },
      { name: 'a year with what stands against its closing', address: closingPaths.of(2569), as: () => signedIn('saensuk.account') },
    ],
  }
}

async function askClosing(town: Accounting, year: FiscalYear): Promise<void> {
  await town.maker.work((work) => openFiscalYear(work, year))
  await posted(town, { date: calendarDate(`${year - 543}-09-15`), rows: [{ account: cash, debit: '1560.25' }, { account: '4401040110.001', credit: '1560.25' }] })
  for (let period = 0; period <= 13; period += 1) {
    await town.maker.work((work) => requestPeriod(work, { fiscalYear: year, period, wanted: 'closed', modules: [], reason: '', auditUntil: undefined }))
    const [asked] = await town.head.read((read) => findWaiting(read))
    await town.head.work((work) => carryOutRequest(work, asked?.id ?? '0'))
  }
  await town.maker.work((work) => requestClosing(work, { blockers: [] }, {
    year, declared: declarations, receipts: baht('1560.25'), spent: baht('560.25'), reason: 'ปีนี้ยังไม่มีงบประมาณในระบบ',
  }))
}
