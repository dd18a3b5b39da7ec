// Runs of pay and what is kept back from it.
import { claimWithheld } from '../../src/expenditure/withheld-money/withheld-money.service.ts'
import { withheldText } from '../../src/expenditure/withheld.text.ts'
import { approveRun, cancelRun, claimRun, createRun, reopenRun, returnRun, submitRun, withdrawRun } from '../../src/expenditure/pay-run/pay-run.service.ts'
import { payRunText } from '../../src/expenditure/pay-run.text.ts'
import { postLines } from '../../src/ledger/index.ts'
import { calendarDate } from '../../src/platform/dates.ts'
import { baht } from '../../src/platform/money.ts'
import { aCreditor, anEmployee, wage } from '../expenditure/pay-run/payrolls.ts'
import { lastBaht, once, saying, several, twins, type Race } from './race.ts'
import { because, onceMade, today, type Town } from './town.ts'

const at = '/expenditure/pay-runs'
const form = () => ({ kind: 'payroll' as const, month: calendarDate('2026-11-01'), payDate: today, remark: '', employerLine: '', formKey: crypto.randomUUID() })

/** A month has one run of a kind, so each race ends with its run given up. */
export function payRunRaces(place: () => Promise<Town>): readonly Race[] {
  const town = onceMade(async () => {
    const here = await place()
    await anEmployee(here, 'พนักงานจ้าง', { kind: 'general', pays: [wage(here.payLine, '15000.00')] })
    return here
  })
  const runs = { last: '' }
  const aDraft = async (): Promise<{ here: Town; id: string }> => {
    const here = await town()
    await here.db.owner('pay_runs').where({ organisation_id: here.organisationId }).whereNot('state', 'cancelled').update({ state: 'cancelled' })
    const id = await here.payroll.work((work) => createRun(work, form()))
    runs.last = id
    return { here, id }
  }
  const submitted = async () => {
    const made = await aDraft()
    await made.here.payroll.work((work) => submitRun(work, made.id, 1))
    return made
  }
  return [
    twins([`${at}/new`], 'a run is made once from one form', async () => {
      const here = await town()
      const typed = form()
      return () => here.payroll.work((work) => createRun(work, typed))
    }),
    lastBaht([`${at}/new`], 'a month has one run of a kind', async () => {
      const { here, id } = await aDraft()
      await here.payroll.work((work) => cancelRun(work, id, 1))
      return { wants: await several(async () => () => here.payroll.work((work) => createRun(work, form()))), fits: 1, told: saying(payRunText.errors.twin) }
    }),
    once([`${at}/:id/submit`, `${at}/:id/cancel`], 'a run is handed in or given up', async () => {
      const { here, id } = await aDraft()
      return [() => here.payroll.work((work) => submitRun(work, id, 1)), () => here.payroll.work((work) => cancelRun(work, id, 1))]
    }),
    once(['approve', 'return', 'withdraw'].map((step) => `${at}/:id/${step}`), 'a run is approved, sent back or withdrawn', async () => {
      const { here, id } = await submitted()
      return [() => here.head.work((work) => approveRun(work, id, 2)), () => here.head.work((work) => returnRun(work, id, because(2))), () => here.payroll.work((work) => withdrawRun(work, id, 2))]
    }),
    once([`${at}/:id/claim`, `${at}/:id/reopen`], 'an approved run is claimed or opened again', async () => {
      const { here, id } = await submitted()
      await here.head.work((work) => approveRun(work, id, 2))
      return [() => here.payroll.work((work) => claimRun(work, id, 3)), () => here.head.work((work) => reopenRun(work, id, because(3)))]
    }),
    lastBaht(['/expenditure/withheld-money/:id/claim'], 'what was kept back is claimed once', async () => {
      const here = await town()
      const creditor = await aCreditor(here, 'COOP', 'สหกรณ์ออมทรัพย์')
      await here.head.work((work) => postLines(work, {
        type: 'JV', documentDate: today, source: { kind: 'given', id: '5400' }, event: 'posted', description: 'หักสหกรณ์', preparedBy: here.preparer.officer.userId,
        lines: [{ side: 'D', accountCode: '1101030101.001', subKey: here.current, amount: baht('10.00') }, { side: 'C', accountCode: '2111020199.005', subKey: `DED${creditor}`, amount: baht('10.00') }],
      }))
      return { wants: await several(async () => () => here.payroll.work((work) => claimWithheld(work, creditor))), fits: 1, told: saying(withheldText.errors.nothing('สหกรณ์ออมทรัพย์')) }
    }),
  ]
}
