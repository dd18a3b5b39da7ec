// The town's stock on hand in the states worth a look.
import { stockPaths as paths } from '../../src/ledger/ledger.paths.ts'
import { type TestOffice } from '../support/app.ts'
import { type SignedIn } from '../support/sign-in.ts'
import { type Person } from '../receipts/school.ts'
import { type Samples } from './page-samples.ts'

const rowOf = (code: string, cells: object) => ({ state: 'listed', code, account_code: '1105010105.001', as_of: '2026-09-30', ...cells })

export async function stockSamples({ office, keeper }: { readonly office: TestOffice; readonly keeper: Person }, signedIn: SignedIn): Promise<Samples> {
  const [asKeeper, asHead] = [() => signedIn('saensuk.procure'), () => signedIn('saensuk.head')]
  const made = { organisation_id: keeper.officer.organisationId, made_by: keeper.officer.userId, made_at: office.clock.now() }
  const [item, second] = await office.owner('stock_items').insert([
    rowOf('ส-001', { name: 'กระดาษถ่ายเอกสาร A4 80 แกรม', unit: 'รีม', quantity: '120', unit_cost: '118.50', total: '14220' }),
    rowOf('ส-002', { name: 'หมึกพิมพ์เลเซอร์', unit: 'ตลับ', quantity: '14', unit_cost: '2490', total: '34860' }),
    rowOf('ย-001', { name: 'พาราเซตามอล 500 มก.', unit: 'เม็ด', quantity: '5000', unit_cost: '0.35', total: '1750', account_code: '1105010103.004' }),
  ].map((row) => ({ ...row, ...made }))).returning('id')
  const changed = rowOf('ส-002', { name: 'หมึกพิมพ์เลเซอร์', unit: 'ตลับ', quantity: '12', unit_cost: '2490', total: '29880' })
  const [asked] = await office.owner('stock_items').insert({ ...changed, ...made, state: 'asked', replaces_id: second.id, reason: 'นับซ้ำสองตลับ' }).returning('id')
  return {
    [paths.editRoute]: [
      { name: 'stock on hand, listed', address: paths.list, as: asKeeper }, { name: 'stock on hand on paper', address: `${paths.list}/print`, as: asKeeper },
      { name: 'stock beside the opening', address: paths.accounts, as: asHead },
      { name: 'stock, nothing typed', address: paths.new, as: asKeeper, then: (screen) => screen.press('บันทึก') },
      { name: 'a row of stock, to be mended', address: paths.edit(item.id), as: asKeeper },
    ],
    [paths.removeRoute]: [{ name: 'a row of stock, to be taken out', address: paths.remove(item.id), as: asKeeper }],
    [paths.stepRoute('approve')]: [{ name: 'a correction of stock, to be let in', address: paths.step(asked.id, 'approve'), as: asHead }],
    [paths.stepRoute('refuse')]: [{ name: 'a correction of stock, to be refused', address: paths.step(asked.id, 'refuse'), as: asHead }],
    [paths.stepRoute('withdraw')]: [{ name: 'a correction of stock, to be taken back', address: paths.step(asked.id, 'withdraw'), as: asKeeper }],
  }
}
