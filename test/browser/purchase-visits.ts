// Pages of procurement with something real behind their addresses: the town's purchases, each as far as its page needs it.
import { acceptancePaths, contractPaths, requestPaths } from '../../src/expenditure/procurement.paths.ts'
import { calendarDate } from '../../src/platform/dates.ts'
import { baht } from '../../src/platform/money.ts'
import { type TestOffice } from '../support/app.ts'
import { type SignedIn } from '../support/sign-in.ts'
import { aDelivery, aDraftContract, anAcceptedDelivery, aSignedContract, aSubmittedRequest, aSupplier, anApprovedRequest, aTown, type BuyingOffice } from '../expenditure/procurement-world.ts'
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
