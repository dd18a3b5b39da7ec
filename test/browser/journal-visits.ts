// The town's journals and openings in the states worth a look.
import { openFiscalYear } from '../../src/ledger/index.ts'
import { bookAddresses, openingPaths } from '../../src/ledger/ledger.paths.ts'
import { journalBooks } from '../../src/ledger/journal/journal.ts'
import { calendarDate, fiscalYear } from '../../src/platform/dates.ts'
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
    ...await adjustmentSamples(town, signedIn), ...await openingSamples(town, signedIn),
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
