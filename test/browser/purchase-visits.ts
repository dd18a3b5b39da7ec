// Pages of procurement with something real behind their addresses: the town's purchases, each as far as its page needs it.
import { requestPaths } from '../../src/expenditure/procurement.paths.ts'
import { type TestOffice } from '../support/app.ts'
import { type SignedIn } from '../support/sign-in.ts'
import { aSubmittedRequest, anApprovedRequest, aTown } from '../expenditure/procurement-world.ts'
import { type Samples } from './page-samples.ts'

export async function purchaseSamples(office: TestOffice, signedIn: SignedIn): Promise<Samples> {
  const town = await aTown(office)
  const by = (username: string) => () => signedIn(username)
  const [approved, waiting] = [await anApprovedRequest(town, { amount: '24500.00' }), await aSubmittedRequest(town, { amount: '8000.00' })]
  const draft = await aSubmittedRequest(town, { amount: '3500.00', isDraft: true })
  return {
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
