// Purchases: requests on the last baht of a line, contracts, deliveries, security.
import { randomUUID } from 'node:crypto'
import { approveAddendum, cancelAddendum, createAddendum } from '../../src/expenditure/addendum/addendum.service.ts'
import { acceptDelivery, cancelAcceptance, createAcceptance, rejectDelivery, reverseAcceptance } from '../../src/expenditure/acceptance/acceptance.service.ts'
import { claimDelivery } from '../../src/expenditure/acceptance-claim/acceptance-claim.service.ts'
import {
  cancelContract, closeContract, completeContract, createContract, revokeContract, signContract, terminateContract,
} from '../../src/expenditure/contract/contract.service.ts'
import { claimAdvance, claimRefund, reopenContract } from '../../src/expenditure/contract-money/contract-money.service.ts'
import { contractText } from '../../src/expenditure/contract.text.ts'
import { cancelForfeiture, createForfeiture, postForfeiture, reverseForfeiture } from '../../src/expenditure/forfeiture/forfeiture.service.ts'
import { forfeitureText } from '../../src/expenditure/forfeiture.text.ts'
import { cancelGuarantee, forfeitGuarantee, registerGuarantee, returnGuarantee } from '../../src/expenditure/guarantee/guarantee.service.ts'
import { approveRequest, cancelRequest, createRequest, returnRequest, revokeRequest, submitRequest } from '../../src/expenditure/purchase-request/purchase-request.service.ts'
import { baht, zero } from '../../src/platform/money.ts'
import { type TestDatabase } from '../support/database.ts'
import {
  aBuyingOffice, addendumOf, aDelivery, aDraftContract, aGuarantee, anAcceptedDelivery, anApprovedRequest, aSignedContract, aSubmittedRequest, aSupplier, contractFormOf, deliveryOf, holdSecurity, paperOf,
  requestFormOf, showAcceptance, supplies, today, type AskedContract, type BuyingOffice,
} from '../expenditure/procurement-world.ts'
import { lastBaht, once, saying, several, twins, type Race } from './race.ts'
import { because, onceMade } from './town.ts'

const at = '/expenditure'
const price = '53500.00'

type Office = BuyingOffice & { readonly payee: string }

async function anOffice(db: TestDatabase, budget = '180000.00'): Promise<Office> {
  const office = await aBuyingOffice(db, [{ ...supplies, amount: budget }])
  return { ...office, payee: await aSupplier(office) }
}

type At = () => Promise<Office>

async function aContract(here: At, terms: AskedContract['terms'] = {}): Promise<Office & { readonly contract: string }> {
  const office = await here()
  return { ...office, contract: await aSignedContract(office, { payee: office.payee, amount: price, terms }) }
}

async function withSecurity(here: At): Promise<Office & { readonly contract: string; readonly forfeit: () => Promise<string> }> {
  const office = await aContract(here)
  await holdSecurity(office, { contract: office.contract, amount: '2675.00', on: today, account: '3102010101.001', against: undefined })
  const form = () => ({ contract: office.contract, documentDate: today, orderReference: '1/2570', reason: 'ทิ้งงาน', amount: baht('2675.00'), formKey: randomUUID() })
  return { ...office, forfeit: () => office.buyer.work((work) => createForfeiture(work, form())) }
}

const requestRaces = (db: TestDatabase, here: At): readonly Race[] => [
  twins([`${at}/purchase-requests/new`], 'a request is made once from one form', async () => {
    const office = await here()
    const form = requestFormOf()
    return () => office.asking.work((work) => createRequest(work, form))
  }),
  once([`${at}/purchase-requests/:id/submit`, `${at}/purchase-requests/:id/cancel`], 'a request is handed in or given up', async () => {
    const office = await here()
    const id = await aSubmittedRequest(office, { isDraft: true })
    return [() => office.asking.work((work) => submitRequest(work, id, 1)), () => office.asking.work((work) => cancelRequest(work, id, 1))]
  }),
  once([`${at}/purchase-requests/:id/approve`, `${at}/purchase-requests/:id/return`], 'a request is approved or sent back', async () => {
    const office = await here()
    const id = await aSubmittedRequest(office)
    return [() => office.approving.work((work) => approveRequest(work, id, 2)), () => office.approving.work((work) => returnRequest(work, id, because(2)))]
  }),
  lastBaht([`${at}/purchase-requests/:id/approve`], 'requests set aside no more than the line has', async () => {
    const office = await anOffice(db)
    const waiting = await several(() => aSubmittedRequest(office, { amount: '80000.00' }))
    return { wants: waiting.map((id) => () => office.approving.work((work) => approveRequest(work, id, 2))), fits: 2, told: /20,000\.00/ }
  }),
  lastBaht([`${at}/purchase-requests/:id/revoke`, `${at}/contracts/new`], 'a request is revoked or becomes a contract', async () => {
    const office = await here()
    const request = await anApprovedRequest(office, { amount: price })
    const sign = async () => {
      const id = await office.buyer.work((work) => createContract(work, contractFormOf(request, { payee: office.payee })))
      await office.buyer.work((work) => signContract(work, id, 1))
    }
    return { wants: [sign, () => office.approving.work((work) => revokeRequest(work, request, because(3)))], fits: 1, told: /./ }
  }),
]

const contractRaces = (here: At): readonly Race[] => [
  twins([`${at}/contracts/new`], 'a contract is made once from one form', async () => {
    const office = await here()
    const form = contractFormOf(await anApprovedRequest(office, { amount: price }), { payee: office.payee })
    return () => office.buyer.work((work) => createContract(work, form))
  }),
  lastBaht([`${at}/contracts/new`], 'a request becomes one contract', async () => {
    const office = await here()
    const request = await anApprovedRequest(office, { amount: price })
    return { wants: await several(async (one) => () => office.buyer.work((work) => (
      createContract(work, contractFormOf(request, { payee: office.payee, terms: { egpControl: String(691114999000 + one), contractNumber: `${one}/2570` } }))))), fits: 1, told: saying(contractText.errors.taken) }
  }),
  once([`${at}/contracts/:id/sign`, `${at}/contracts/:id/cancel`], 'a contract is signed or given up', async () => {
    const office = await here()
    const id = await aDraftContract(office, { payee: office.payee, amount: price })
    return [() => office.buyer.work((work) => signContract(work, id, 1)), () => office.buyer.work((work) => cancelContract(work, id, 1))]
  }),
  once([`${at}/contracts/:id/terminate`, `${at}/contracts/:id/revoke`], 'a contract is ended or revoked', async () => {
    const { buyer, contract } = await aContract(here)
    return [() => buyer.work((work) => terminateContract(work, contract, because(2))), () => buyer.work((work) => revokeContract(work, contract, because(2)))]
  }),
  once([`${at}/contracts/:id/complete`], 'a contract is completed once', async () => {
    const office = await aContract(here)
    await anAcceptedDelivery(office, { contract: office.contract, amount: price })
    return [() => office.buyer.work((work) => completeContract(work, office.contract, 2))]
  }),
  once([`${at}/contracts/:id/close`, `${at}/contracts/:id/reopen`], 'a completed contract is opened again once', async () => {
    const office = await aContract(here)
    await anAcceptedDelivery(office, { contract: office.contract, amount: price })
    await office.buyer.work((work) => completeContract(work, office.contract, 2))
    return [() => office.buyer.work((work) => reopenContract(work, office.contract, 3)), () => office.buyer.work((work) => closeContract(work, office.contract, 3))]
  }, saying(contractText.errors.unclaimed(price.replace('53', '53,')))),
  twins([`${at}/contracts/:contract/addendum`], 'an addendum is made once from one form', async () => {
    const { buyer, contract } = await aContract(here)
    const form = addendumOf(contract, '60000.00')
    return () => buyer.work((work) => createAddendum(work, form))
  }),
  once([`${at}/addenda/:id/approve`, `${at}/addenda/:id/cancel`], 'an addendum is recorded or given up', async () => {
    const { buyer, contract } = await aContract(here)
    const id = await buyer.work((work) => createAddendum(work, addendumOf(contract, '60000.00')))
    return [() => buyer.work((work) => approveAddendum(work, id, 1)), () => buyer.work((work) => cancelAddendum(work, id, 1))]
  }),
  once([`${at}/contracts/:id/advance`], 'an advance is claimed once', async () => {
    const office = await aContract(here, { advancePercent: '10' })
    await aGuarantee(office, { contract: office.contract, amount: '5350.00', purpose: 'advance' })
    return [() => office.asking.work((work) => claimAdvance(work, office.contract, { version: 2, amount: baht('5350.00') }))]
  }),
  once([`${at}/contracts/:id/refund`], 'security in cash is claimed back once', async () => {
    const office = await withSecurity(here)
    await aGuarantee(office, { contract: office.contract, amount: '2675.00' })
    return [() => office.asking.work((work) => claimRefund(work, office.contract, { version: 2, security: baht('2675.00'), retention: zero }))]
  }),
]

const deliveryRaces = (here: At): readonly Race[] => [
  twins([`${at}/acceptances/new`], 'a delivery is kept once from one form', async () => {
    const { buyer, contract } = await aContract(here)
    const form = deliveryOf({ contract, amount: price })
    return () => buyer.work((work) => createAcceptance(work, form))
  }),
  lastBaht([`${at}/acceptances/new`, `${at}/acceptances/:id/accept`], 'no more is accepted than the contract has left', async () => {
    const office = await aContract(here)
    const forms = await several(async () => deliveryOf({ contract: office.contract, amount: '30000.00' }))
    const accept = async (form: (typeof forms)[number]) => {
      const id = await office.buyer.work((work) => createAcceptance(work, form))
      await office.approving.work((work) => acceptDelivery(work, id, 1))
    }
    return { wants: forms.map((form) => () => accept(form)), fits: 1, told: /./ }
  }),
  once(['accept', 'reject', 'cancel'].map((step) => `${at}/acceptances/:id/${step}`), 'a delivery is accepted, refused or given up', async () => {
    const office = await aContract(here)
    const id = await aDelivery(office, { contract: office.contract, amount: price })
    return [() => office.approving.work((work) => acceptDelivery(work, id, 1)), () => office.approving.work((work) => rejectDelivery(work, id, because(1))), () => office.buyer.work((work) => cancelAcceptance(work, id, 1))]
  }),
  once([`${at}/acceptances/:id/claim`, `${at}/acceptances/:id/reverse`], 'an accepted delivery is claimed or reversed', async () => {
    const office = await aContract(here)
    const id = await anAcceptedDelivery(office, { contract: office.contract, amount: price })
    const { version, total } = await showAcceptance(office, id)
    return [() => office.asking.work((work) => claimDelivery(work, id, { version, amount: total })), () => office.approving.work((work) => reverseAcceptance(work, id, because(version)))]
  }),
]

const securityRaces = (here: At): readonly Race[] => [
  twins([`${at}/guarantees/new`], 'a paper of security is registered once from one form', async () => {
    const { buyer, contract } = await aContract(here)
    const form = paperOf({ contract, amount: '2675.00' })
    return () => buyer.work((work) => registerGuarantee(work, form))
  }),
  once(['forfeit', 'cancel'].map((step) => `${at}/guarantees/:id/${step}`), 'a paper is called upon or struck out', async () => {
    const office = await aContract(here)
    const id = await aGuarantee(office, { contract: office.contract, amount: '2675.00' })
    return [() => office.head.work((work) => forfeitGuarantee(work, id, because(1))), () => office.head.work((work) => cancelGuarantee(work, id, because(1)))]
  }),
  once([`${at}/guarantees/:id/return`], 'a paper is given back once', async () => {
    const office = await aContract(here)
    const id = await aGuarantee(office, { contract: office.contract, amount: '2675.00' })
    await office.buyer.work((work) => terminateContract(work, office.contract, because(2)))
    await office.buyer.work((work) => closeContract(work, office.contract, 3))
    return [() => office.buyer.work((work) => returnGuarantee(work, id, because(1)))]
  }),
  twins([`${at}/forfeitures/new`], 'a forfeiture is prepared once from one form', async () => {
    const office = await withSecurity(here)
    const form = { contract: office.contract, documentDate: today, orderReference: '1/2570', reason: 'ทิ้งงาน', amount: baht('2675.00'), formKey: randomUUID() }
    return () => office.buyer.work((work) => createForfeiture(work, form))
  }),
  once([`${at}/forfeitures/:id/post`, `${at}/forfeitures/:id/cancel`], 'a forfeiture is booked or given up', async () => {
    const office = await withSecurity(here)
    const id = await office.forfeit()
    return [() => office.head.work((work) => postForfeiture(work, id, 1)), () => office.buyer.work((work) => cancelForfeiture(work, id, because(1)))]
  }),
  lastBaht([`${at}/forfeitures/:id/post`], 'security is forfeited once', async () => {
    const office = await withSecurity(here)
    const drafts = await several(() => office.forfeit())
    return { wants: drafts.map((id) => () => office.head.work((work) => postForfeiture(work, id, 1))), fits: 1, told: saying(forfeitureText.errors.overHeld('0.00')) }
  }),
  once([`${at}/forfeitures/:id/reverse`], 'a forfeiture is reversed once', async () => {
    const office = await withSecurity(here)
    const id = await office.forfeit()
    await office.head.work((work) => postForfeiture(work, id, 1))
    return [() => office.head.work((work) => reverseForfeiture(work, id, because(2)))]
  }),
]

export function purchaseRaces(db: TestDatabase): readonly Race[] {
  const here = onceMade(() => anOffice(db, '9000000.00'))
  return [...requestRaces(db, here), ...contractRaces(here), ...deliveryRaces(here), ...securityRaces(here)]
}
