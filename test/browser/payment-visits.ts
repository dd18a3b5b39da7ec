// Payments of the town as they were really made, in the states worth a look.
import { ledgerPaths } from '../../src/ledger/ledger.paths.ts'
import { organisation } from '../support/world.ts'
import { type TestOffice } from '../support/app.ts'
import { type SignedIn } from '../support/sign-in.ts'
import { type Samples } from './page-samples.ts'

export async function paymentSamples(office: TestOffice, signedIn: SignedIn): Promise<Samples> {
  const { id: town } = await organisation(office, '4200103')
  const { id: voucher } = await office.owner('vouchers').where({ organisation_id: town, type: 'PV' }).first('id')
  const by = (username: string) => () => signedIn(username)
  return {
    [ledgerPaths.paymentRoute]: [{ name: 'a payment voucher', address: ledgerPaths.payment(town, voucher), as: by('saensuk.finance') }],
  }
}
