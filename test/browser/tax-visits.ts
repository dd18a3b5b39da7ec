// Pages of taxpayers and what they owe, with something real behind their addresses.
import { randomUUID } from 'node:crypto'
import { openFiscalYear } from '../../src/ledger/index.ts'
import { calendarDate, fiscalYear } from '../../src/platform/dates.ts'
import { baht, zero } from '../../src/platform/money.ts'
import { createDebt } from '../../src/receipts/tax-debt/tax-debt.service.ts'
import { type DebtCommand } from '../../src/receipts/tax-debt/tax-debt.ts'
import { askReduction } from '../../src/receipts/tax-reduction/tax-reduction.service.ts'
import { approveRun, askRun } from '../../src/receipts/tax-run/tax-run.service.ts'
import { createTaxpayer } from '../../src/receipts/taxpayer/taxpayer.service.ts'
import { moneyEntryPaths, taxDebtPaths, taxpayerPaths, taxRunPaths } from '../../src/receipts/receipts.paths.ts'
import { type SignedIn } from '../support/sign-in.ts'
import { type School } from '../receipts/school.ts'
import { type Screen } from '../support/browser.ts'
import { type Samples } from './page-samples.ts'

export async function taxSamples(town: School, signedIn: SignedIn): Promise<Samples> {
  const by = (username: string) => () => signedIn(username)
  const id = await town.clerk.work((work) => createTaxpayer(work, {
    formKey: randomUUID(), register: 'taxpayer', personKind: 'juristic', name: 'บริษัท ป้ายใหญ่แสนสุข จำกัด', personNumber: '', address: '99 ถนนสุขุมวิท ตำบลแสนสุข อำเภอเมืองชลบุรี', phone: '038 000 000',
    isActive: true, items: [{ kind: 'signboard', place: 'หน้าตลาดแสนสุข', detail: '100 x 240 ซม.' }, { kind: 'land', place: 'โฉนดเลขที่ 12345', detail: '2 ไร่' }],
  }))
  const assess = (given: Partial<DebtCommand>) => town.clerk.work((work) => createDebt(work, {
    formKey: randomUUID(), taxpayerId: id, taxKind: 'land', taxYear: 2569, assessed: baht('12000'), discount: zero, isOpening: false, noticeDate: calendarDate('2026-02-01'),
    dueDate: calendarDate('2026-04-30'), parts: 3, isFiledLate: false, signs: [], remark: '', ...given,
  }))
  const land = await assess({})
  const signs = await assess({ taxKind: 'signboard', assessed: null, parts: 1, signs: [{ width: 100, height: 240, script: 'thai', isMoving: false }, { width: 60, height: 80, script: 'mixed', isMoving: true }] })
  const order = { version: 1, penalty: baht('400'), surcharge: baht('100'), orderNumber: 'คำสั่งเทศบาลที่ 112/2570', orderDate: calendarDate('2026-11-15'), reason: 'ผู้เสียภาษีได้รับผลกระทบจากอุทกภัย' }
  const reduced = await assess({ parts: 1 })
  await town.clerk.work((work) => askReduction(work, reduced, order))
  const year = fiscalYear(2569)
  await town.head.work((work) => openFiscalYear(work, year))
  const ask = (kind: 'set-up' | 'allowance') => town.clerk.work((work) => askRun(work, { kind, fiscalYear: year, formKey: randomUUID() }))
  const run = await ask('set-up')
  await town.head.work((work) => approveRun(work, run, 1))
  await assess({ noticeDate: calendarDate('2023-02-01'), dueDate: calendarDate('2023-04-30'), isOpening: true, taxYear: 2566, parts: 1 })
  const waiting = await ask('allowance')
  const badFile = async (screen: Screen) => {
    const buffer = Buffer.from('ชื่อ,เลขประจำตัว,ที่อยู่\nนาย ก,123,\n,,ที่อยู่\n')
    await screen.page.locator('input[type=file]').setInputFiles({ name: 'taxpayers.csv', mimeType: 'text/csv', buffer })
    await screen.press('นำเข้า')
  }
  return {
    [taxpayerPaths.showRoute]: [
      { name: 'a taxpayer', address: taxpayerPaths.show(id), as: by('saensuk.revenue') },
      { name: 'taxpayers of a town at work', address: taxpayerPaths.list, as: by('saensuk.revenue') },
      { name: 'a taxpayer, nothing typed', address: taxpayerPaths.new, as: by('saensuk.revenue'), then: (screen) => screen.press('บันทึกข้อมูล') },
      { name: 'a file of taxpayers with faults', address: taxpayerPaths.import, as: by('saensuk.revenue'), then: badFile },
    ],
    [taxpayerPaths.editRoute]: [{ name: 'a taxpayer, to be mended', address: taxpayerPaths.edit(id), as: by('saensuk.revenue') }],
    [taxDebtPaths.showRoute]: [
      { name: 'a land tax, in parts and late', address: taxDebtPaths.show(land), as: by('saensuk.revenue') },
      { name: 'a signboard tax with its signs', address: taxDebtPaths.show(signs), as: by('saensuk.finance'), status: 403 },
      { name: 'a signboard tax, to be collected', address: `${taxDebtPaths.show(signs)}?day=15/07/2569`, as: by('saensuk.revenue') },
      { name: 'tax debts of a town at work', address: `${taxDebtPaths.list}?state=all`, as: by('saensuk.revenue') },
      { name: 'aged tax debts of a town at work', address: taxDebtPaths.aged, as: by('saensuk.revenue') },
      { name: 'an assessment, nothing typed', address: taxDebtPaths.new, as: by('saensuk.revenue'), then: (screen) => screen.press('บันทึกการประเมิน') },
      { name: 'a tax whose lateness waits to be reduced', address: taxDebtPaths.show(reduced), as: by('saensuk.head') },
      { name: 'an assessment on paper', address: taxDebtPaths.show(reduced), as: by('saensuk.revenue'), then: (screen) => screen.press('พิมพ์รายการประเมิน') },
      { name: 'a write-off, to be drafted', address: `${moneyEntryPaths.newOf('write-off')}&debt=${land}`, as: by('saensuk.finance') },
    ],
    [taxDebtPaths.stepRoute('warn')]: [{ name: 'a warning of a tax', address: taxDebtPaths.step(land, 'warn'), as: by('saensuk.revenue') }],
    [taxDebtPaths.stepRoute('reduce')]: [{ name: 'a reduction of lateness', address: taxDebtPaths.step(land, 'reduce'), as: by('saensuk.revenue') }],
    [taxRunPaths.showRoute]: [
      { name: 'a run of 30 September, posted', address: taxRunPaths.show(run), as: by('saensuk.head') },
      { name: 'a run of 30 September, waiting', address: taxRunPaths.show(waiting), as: by('saensuk.head') },
      { name: 'runs of a town at work', address: taxRunPaths.list, as: by('saensuk.revenue') },
      { name: 'a run, looked at before', address: taxRunPaths.new, as: by('saensuk.revenue'), then: (screen) => screen.press('ตรวจดูรายการก่อน') },
    ],
  }
}
