// Money for the school that the school has not recorded yet, seen from both sides.
import { postLines } from '../../src/ledger/index.ts'
import { saveSubLedgerKey } from '../../src/registers/index.ts'
import { calendarDate, fiscalYear } from '../../src/platform/dates.ts'
import { baht } from '../../src/platform/money.ts'
import { pairPaths } from '../../src/interagency/interagency.paths.ts'
import { type SignedIn } from '../support/sign-in.ts'
import { type Person } from '../receipts/school.ts'
import { type Samples } from './page-samples.ts'

const account = '5210010121.005'

export async function interagencySamples(head: Person, signedIn: SignedIn): Promise<Samples> {
  const [school, lao] = await head.work(async (work) => {
    const unit = await work.db('organisations').where({ code: '420010305001' }).first('id', 'code', 'name')
    await saveSubLedgerKey(work, { kind: 'org', key: unit.code, name: unit.name, registerId: unit.id, isOpen: true })
    const other = await work.db('users').whereNot('id', work.actor.userId).where({ organisation_id: work.actor.organisationId }).first('id')
    await postLines(work, {
      type: 'JV', event: 'posted', documentDate: calendarDate('2026-11-10'), source: { kind: 'given', id: '990001' }, description: 'โอนเงินอุดหนุนอาหารกลางวันให้โรงเรียน', preparedBy: other.id,
      lines: [{ side: 'D', accountCode: account, counterpartyId: unit.id, subKey: unit.code, amount: baht('84000.00') }, { side: 'C', accountCode: '2116010199.001', amount: baht('84000.00') }],
    })
    return [String(unit.id), work.actor.organisationId]
  })
  const at = (otherId: string) => pairPaths.show({ year: fiscalYear(2570), account, otherId })
  return {
    [pairPaths.showRoute]: [
      { name: 'a dealing, seen by the giver', address: at(school), as: () => signedIn('saensuk.head') },
      { name: 'a dealing, waiting at the receiver', address: at(lao), as: () => signedIn('school.account') },
      { name: 'the board of dealings of a town', address: pairPaths.list, as: () => signedIn('saensuk.account') },
    ],
  }
}
