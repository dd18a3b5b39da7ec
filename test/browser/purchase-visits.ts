// Pages of procurement with something real behind their addresses: the town's purchases, each as far as its page needs it.
import { acceptancePaths, addendumPaths, contractPaths, egpPaths, forfeiturePaths, guaranteePaths, heldSecurityPaths, requestPaths } from '../../src/expenditure/procurement.paths.ts'
import { randomUUID } from 'node:crypto'
import { createAddendum } from '../../src/expenditure/addendum/addendum.service.ts'
import { createForfeiture } from '../../src/expenditure/forfeiture/forfeiture.service.ts'
import { calendarDate } from '../../src/platform/dates.ts'
import { baht } from '../../src/platform/money.ts'
import { type TestOffice } from '../support/app.ts'
import { type SignedIn } from '../support/sign-in.ts'
import { addendumOf, aDelivery, aDraftContract, aGuarantee, holdSecurity, anAcceptedDelivery, aSignedContract, aSubmittedRequest, aSupplier, anApprovedRequest, aTown, type BuyingOffice } from '../expenditure/procurement-world.ts'
import { type Samples } from './page-samples.ts'

export async function purchaseSamples(office: TestOffice, signedIn: SignedIn): Promise<Samples> {
  const town = await aTown(office)
  const by = (username: string) => () => signedIn(username)
  const [approved, waiting] = [await anApprovedRequest(town, { amount: '24500.00' }), await aSubmittedRequest(town, { amount: '8000.00' })]
  const draft = await aSubmittedRequest(town, { amount: '3500.00', isDraft: true })
  return {
    ...await contractSamples(town, by),
    [requestPaths.showRoute]: [
      { name: 'a purchase request, to be approved', address: requestPaths.show(waiting), as: by('saensuk.depthead') },
      { name: 'a purchase request, approved', address: requestPaths.show(approved), as: by('saensuk.procure') },
      { name: 'a purchase request on paper', address: requestPaths.show(approved), as: by('saensuk.procure'), then: (screen) => screen.press('พิมพ์รายงาน') },
      { name: 'purchase requests of a town', address: requestPaths.list, as: by('saensuk.clerk') },
      { name: 'purchase requests on paper', address: `${requestPaths.list}/print`, as: by('saensuk.clerk') },
      { name: 'a purchase request, nothing typed', address: requestPaths.new, as: by('saensuk.clerk'), then: (screen) => screen.press('บันทึกร่าง') },
    ],
    [requestPaths.editRoute]: [{ name: 'a purchase request, to be mended', address: requestPaths.edit(draft), as: by('saensuk.clerk') }],
  }
}

type By = (username: string) => () => ReturnType<SignedIn>

/** Two lots: one accepted late, one waiting; and a draft of another contract. */
async function contractSamples(town: BuyingOffice, by: By): Promise<Samples> {
  const payee = await aSupplier(town, 'ห้างหุ้นส่วนจำกัด แสนสุขพาณิชย์')
  const signed = await aSignedContract(town, { payee, amount: '16050.00', terms: { instalments: [
    { number: 1, description: 'ส่งมอบครั้งที่หนึ่ง', amount: baht('10700'), dueOn: calendarDate('2026-11-12') }, { number: 2, description: 'ส่งมอบครั้งที่สอง', amount: baht('5350'), dueOn: calendarDate('2026-11-22') },
  ] } })
  const accepted = await anAcceptedDelivery(town, { contract: signed, amount: '10700.00', deliveredOn: '15/11/2569', invoiceNumber: 'IV69-001' })
  const waiting = await aDelivery(town, { contract: signed, amount: '5350.00', instalment: '2', deliveredOn: '18/11/2569' })
  const draft = await aDraftContract(town, { payee, amount: '2140.00' })
  return {
    ...await securitySamples(town, { by, contract: signed }),
    [contractPaths.showRoute]: [
      { name: 'a contract, signed', address: contractPaths.show(signed), as: by('saensuk.procure') },
      { name: 'a contract, drafted', address: contractPaths.show(draft), as: by('saensuk.procure') },
      { name: 'an order on paper', address: contractPaths.show(signed), as: by('saensuk.procure'), then: (screen) => screen.press('พิมพ์ใบสั่ง') },
      { name: 'contracts of a town', address: contractPaths.list, as: by('saensuk.procure') },
      { name: 'contracts on paper', address: `${contractPaths.list}/print`, as: by('saensuk.procure') },
      { name: 'a contract, nothing typed', address: contractPaths.new, as: by('saensuk.procure'), then: (screen) => screen.press('บันทึกร่าง') },
    ],
    [contractPaths.editRoute]: [{ name: 'a contract, to be mended', address: contractPaths.edit(draft), as: by('saensuk.procure') }],
    [acceptancePaths.showRoute]: [
      { name: 'a delivery, to be accepted', address: acceptancePaths.show(waiting), as: by('saensuk.depthead') },
      { name: 'a delivery, accepted late', address: acceptancePaths.show(accepted), as: by('saensuk.clerk') },
      { name: 'an acceptance on paper', address: acceptancePaths.show(accepted), as: by('saensuk.procure'), then: (screen) => screen.press('พิมพ์ใบตรวจรับ') },
      { name: 'acceptances of a town', address: acceptancePaths.list, as: by('saensuk.procure') },
      { name: 'a delivery upon a contract', address: acceptancePaths.newFor(signed), as: by('saensuk.procure'), then: (screen) => screen.press('บันทึกร่าง') },
    ],
    [acceptancePaths.editRoute]: [{ name: 'a delivery, to be mended', address: acceptancePaths.edit(waiting), as: by('saensuk.procure') }],
    [acceptancePaths.stepRoute('claim')]: [{ name: 'a claim from a delivery', address: acceptancePaths.step(accepted, 'claim'), as: by('saensuk.clerk') }],
  }
}

/** A letter of guarantee about to run out, cash held and to be forfeited, an advance to be claimed. */
async function securitySamples(town: BuyingOffice, { by, contract }: { readonly by: By; readonly contract: string }): Promise<Samples> {
  const paper = await aGuarantee(town, { contract, amount: '802.50', changes: { reference: 'LG-69-00123', expiresOn: calendarDate('2026-12-05') } })
  await holdSecurity(town, { contract, amount: '802.50', on: calendarDate('2026-11-06'), account: '3102010101.001', against: undefined })
  const order = { contract, documentDate: calendarDate('2026-11-18'), orderReference: 'คำสั่งที่ 412/2569', reason: 'ผู้ขายส่งมอบไม่ครบและขอเลิกสัญญา', amount: baht('802.50'), formKey: randomUUID() }
  const forfeiture = await town.buyer.work((work) => createForfeiture(work, order))
  const works = await aSignedContract(town, { payee: 'ห้างหุ้นส่วนจำกัด แสนสุขพาณิชย์', amount: '10700.00', terms: { kind: 'contract', advancePercent: '15', egpControl: '' } })
  const addendum = await town.buyer.work((work) => createAddendum(work, addendumOf(works, '11770.00')))
  return {
    [heldSecurityPaths.list]: [{ name: 'what is held of contracts', address: heldSecurityPaths.list, as: by('saensuk.procure') }],
    [`${heldSecurityPaths.list}/print`]: [{ name: 'what is held of contracts on paper', address: `${heldSecurityPaths.list}/print?shown=all`, as: by('saensuk.procure') }],
    [guaranteePaths.showRoute]: [
      { name: 'a guarantee about to run out', address: guaranteePaths.show(paper), as: by('saensuk.procure') },
      { name: 'guarantees of a town', address: guaranteePaths.list, as: by('saensuk.procure') },
      { name: 'guarantees on paper', address: `${guaranteePaths.list}/print`, as: by('saensuk.procure') },
      { name: 'a guarantee, nothing typed', address: guaranteePaths.newFor(contract), as: by('saensuk.procure'), then: (screen) => screen.press('บันทึกร่าง') },
    ],
    [forfeiturePaths.showRoute]: [
      { name: 'a forfeiture, to be approved', address: forfeiturePaths.show(forfeiture), as: by('saensuk.head') },
      { name: 'forfeitures of a contract town', address: forfeiturePaths.list, as: by('saensuk.procure') },
      { name: 'a forfeiture of a contract, nothing typed', address: forfeiturePaths.newFor(contract), as: by('saensuk.procure'), then: (screen) => screen.press('บันทึกร่าง') },
    ],
    [egpPaths.showRoute]: [
      { name: 'a contract, its numbers of egp', address: egpPaths.show(works), as: by('saensuk.procure') },
      { name: 'contracts of egp', address: egpPaths.list, as: by('saensuk.procure') },
      { name: 'contracts of egp on paper', address: `${egpPaths.list}/print`, as: by('saensuk.procure') },
    ],
    [addendumPaths.newRoute]: [
      { name: 'an addendum of a contract, begun', address: addendumPaths.newFor(works), as: by('saensuk.procure') },
      { name: 'an addendum of a contract, nothing changed', address: addendumPaths.newFor(works), as: by('saensuk.procure'), then: (screen) => screen.press('บันทึกร่าง') },
    ],
    [addendumPaths.showRoute]: [
      { name: 'an addendum of a contract', address: addendumPaths.show(addendum), as: by('saensuk.procure') },
      { name: 'addenda of contracts', address: addendumPaths.list, as: by('saensuk.procure') },
    ],
    [addendumPaths.editRoute]: [{ name: 'an addendum of a contract, to be mended', address: addendumPaths.edit(addendum), as: by('saensuk.procure') }],
    [contractPaths.stepRoute('advance')]: [{ name: 'an advance of a contract, to be claimed', address: contractPaths.step(works, 'advance'), as: by('saensuk.clerk') }],
    [contractPaths.stepRoute('refund')]: [{ name: 'security of a contract, to be given back', address: contractPaths.step(contract, 'refund'), as: by('saensuk.clerk') }],
  }
}
