// What stands behind a contract: papers of guarantee, security in cash, advances, changed terms, forfeitures.
import { randomUUID } from 'node:crypto'
import { createAddendum } from '../../src/expenditure/addendum/addendum.service.ts'
import { claimAdvance, claimRefund } from '../../src/expenditure/contract-money/contract-money.service.ts'
import { createForfeiture } from '../../src/expenditure/forfeiture/forfeiture.service.ts'
import { registerGuarantee } from '../../src/expenditure/guarantee/guarantee.service.ts'
import { addDays } from '../../src/platform/dates.ts'
import { baht, fromNumeric, toNumeric, zero } from '../../src/platform/money.ts'
import { addendumOf, paperOf } from '../expenditure/procurement-world.ts'
import { amountOf, nameOf, number, received, type Beginning, type Here, type Numbered } from './beginning.ts'

interface Standing extends Numbered {
  readonly id: string
  readonly version: number
  readonly price: string
}

async function aContract({ town, chance }: Here, states: readonly string[]): Promise<Standing | undefined> {
  const found: Standing[] = await town.rows('contracts').whereIn('state', [...states]).orderBy('id').select('id', 'version', 'number', 'fiscal_year', 'price')
  return chance.pick(found.slice(-8))
}

export const security: readonly Beginning[] = [
  { name: 'a paper of guarantee', weight: 2, by: 'buyer', async start(here) {
    const contract = await aContract(here, ['signed', 'completed'])
    const given = contract && { contract: contract.id, amount: amountOf(here.chance, 800), purpose: here.chance.pick(['advance', 'performance'] as const) ?? 'advance' }
    const form = given && { ...paperOf({ ...given, changes: { reference: `LG-${number.next++}`, receivedOn: here.today } }) }
    return form && ((work) => registerGuarantee(work, form))
  } },
  { name: 'security received in cash', weight: 2, by: 'collector', async start(here) {
    const contract = await aContract(here, ['signed'])
    return contract && received(here, { code: 'DP11', key: nameOf('CON', contract), amount: amountOf(here.chance, 250) })
  } },
  { name: 'security given back', weight: 2, by: 'preparer', isPressedOnce: true, async start(here) {
    const contract = await aContract(here, ['signed', 'completed', 'terminated', 'closed'])
    const form = contract && { version: contract.version, security: baht(amountOf(here.chance, 250)), retention: here.chance.next() < 0.3 ? baht(amountOf(here.chance, 100)) : zero }
    return contract && form && ((work) => claimRefund(work, contract.id, form))
  } },
  { name: 'an advance of a contract', weight: 2, by: 'preparer', isPressedOnce: true, async start(here) {
    const contract = await aContract(here, ['signed'])
    const form = contract && { version: contract.version, amount: baht(amountOf(here.chance, 500)) }
    return contract && form && ((work) => claimAdvance(work, contract.id, form))
  } },
  { name: 'an addendum', weight: 1, by: 'buyer', async start(here) {
    const contract = await aContract(here, ['signed'])
    if (!contract) return undefined
    const price = toNumeric(here.chance.next() < 0.5 ? fromNumeric(contract.price) : baht(amountOf(here.chance, 6000)))
    const endsOn = addDays(here.today, 30)
    const form = addendumOf(contract.id, price, { signedOn: here.today, endsOn, instalments: [{ number: 1, description: 'งวดเดียว', amount: baht(price), dueOn: endsOn }] })
    return (work) => createAddendum(work, form)
  } },
  { name: 'a forfeiture', weight: 1, by: 'buyer', async start(here) {
    const contract = await aContract(here, ['signed', 'terminated'])
    const form = contract && { contract: contract.id, documentDate: here.today, orderReference: '1/2570', reason: 'ทิ้งงาน', amount: baht(amountOf(here.chance, 250)), formKey: randomUUID() }
    return form && ((work) => createForfeiture(work, form))
  } },
]
