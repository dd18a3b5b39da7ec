// The town's payees, who signs for it, and what it pays, in the states worth a look.
import { accountPaths, payeePaths } from '../../src/expenditure/payee.paths.ts'
import { bookPaths, chequeFormPaths, chequePaths, paymentPaths } from '../../src/expenditure/payment.paths.ts'
import { calendarDate } from '../../src/platform/dates.ts'
import { createSignatory } from '../../src/registers/index.ts'
import { signatoryPaths } from '../../src/registers/registers.paths.ts'
import { aPayee, aVerifiedAccount, askForAccount } from '../expenditure/payee/payees.ts'
import { payeeDocumentsOf } from '../access/paying-documents.ts'
import { type Person } from '../receipts/school.ts'
import { type TestOffice } from '../support/app.ts'
import { type SignedIn } from '../support/sign-in.ts'
import { type Samples } from './page-samples.ts'

interface Town {
  readonly office: TestOffice
  readonly clerk: Person
  readonly head: Person
}

export async function payingSamples(town: Town, signedIn: SignedIn): Promise<Samples> {
  const { clerk, head } = town
  const payee = await aPayee(clerk)
  const old = await aVerifiedAccount(town, payee)
  const waiting = await askForAccount(clerk, payee, { number: '2060000002', replacesId: old })
  const signatory = { role: 'executive', name: 'นายมานะ ใจดี', position: 'นายกเทศมนตรี', actingFor: '', orderNumber: '12/2569', validFrom: calendarDate('2026-10-01'), validUntil: null } as const
  const signer = await head.work((work) => createSignatory(work, signatory))
  const written = await payeeDocumentsOf(town.office, head.officer.organisationId, clerk.officer.userId)
  const [asClerk, asHead, asFinance] = [() => signedIn('saensuk.procure'), () => signedIn('saensuk.head'), () => signedIn('saensuk.finance')]
  return {
    [payeePaths.showRoute]: [{ name: 'a payee', address: payeePaths.show(payee), as: asClerk }],
    [payeePaths.editRoute]: [{ name: 'a payee, to be mended', address: payeePaths.edit(payee), as: asClerk }],
    [payeePaths.accountNewRoute]: [{ name: 'a bank account asked for', address: payeePaths.accountNew(payee), as: asClerk }],
    [accountPaths.showRoute]: [{ name: 'a bank account that waits', address: accountPaths.show(waiting), as: asHead }],
    [paymentPaths.showRoute]: [
      { name: 'a payment that waits', address: paymentPaths.show(written.payment), as: asHead },
      { name: 'a certificate of withheld tax', address: paymentPaths.show(written.payment), as: asHead, then: (screen) => screen.press(screen.page.getByRole('button', { name: 'พิมพ์ 50 ทวิ' })) },
    ],
    [bookPaths.showRoute]: [{ name: 'a cheque book', address: bookPaths.show(written.book), as: asFinance }],
    [bookPaths.stepRoute('spoil')]: [{ name: 'a leaf to be spoiled', address: bookPaths.step(written.book, 'spoil'), as: asFinance }],
    [chequePaths.showRoute]: [{ name: 'a cheque', address: chequePaths.show(written.cheque), as: asFinance }],
    [chequeFormPaths.list]: [{ name: 'papers of banks', address: chequeFormPaths.list, as: asFinance }],
    [chequeFormPaths.editRoute]: [{ name: 'a cheque paper to be set up', address: chequeFormPaths.edit(`book-${written.book}`), as: asFinance }],
    [chequeFormPaths.testRoute]: [{ name: 'a test page of a cheque', address: chequeFormPaths.test(`book-${written.book}`), as: asFinance }],
    [chequePaths.stepRoute('draw')]: [
      { name: 'a cheque to be drawn otherwise', address: chequePaths.step(written.cheque, 'draw'), as: asFinance },
      { name: 'a cheque on its paper', address: chequePaths.show(written.cheque), as: asFinance, then: (screen) => screen.press('พิมพ์เช็ค') },
    ],
    [chequePaths.stepRoute('replace')]: [{ name: 'a cheque to be replaced', address: chequePaths.step(written.cheque, 'replace'), as: asFinance }],
    [chequePaths.stepRoute('clear')]: [{ name: 'a cheque to be cleared', address: chequePaths.step(written.handed, 'clear'), as: asFinance }],
    [signatoryPaths.editRoute]: [{ name: 'who signs, to be mended', address: signatoryPaths.edit(signer), as: asHead }],
  }
}
