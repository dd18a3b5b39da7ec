// A clerk reads what a voucher was made of in words, and is led there.
import { expect, it } from 'vitest'
import { acceptanceSource } from '../../../src/expenditure/acceptance/acceptance.ts'
import { claimSource } from '../../../src/expenditure/claim/claim.ts'
import { clearingSource } from '../../../src/expenditure/clearing/clearing.ts'
import { correctionSource } from '../../../src/expenditure/correction/correction.ts'
import { correctionPaths } from '../../../src/expenditure/expenditure.paths.ts'
import { forfeitureSource } from '../../../src/expenditure/forfeiture/forfeiture.ts'
import { clearingPaths } from '../../../src/expenditure/loan.paths.ts'
import { acceptancePaths, forfeiturePaths } from '../../../src/expenditure/procurement.paths.ts'
import { paymentSource } from '../../../src/expenditure/payment/payment.ts'
import { sourcePaths } from '../../../src/ledger/ledger.paths.ts'
import { voucherText } from '../../../src/ledger/voucher.text.ts'
import { pawnBooks } from '../../../src/pawnshops/pawn-document/pawn-document.ts'
import { moneyEntryPaths, payInPaths } from '../../../src/receipts/receipts.paths.ts'

const names: Readonly<Record<string, string>> = voucherText.sources
const ofPawn = Object.values(pawnBooks).map(({ documentKind }) => documentKind)

it.each([claimSource, paymentSource, acceptanceSource, clearingSource, correctionSource, forfeitureSource, 'pay-in', 'money-entry', 'tax-run', 'closing', 'budget-grant', ...ofPawn])('%s has a name', (kind) => {
  expect(names[kind]).toMatch(/[ก-๙]/)
})

it('leads to the pages as their rooms have them', () => {
  const wanted = {
    [acceptanceSource]: acceptancePaths.show('7'), [clearingSource]: clearingPaths.show('7'), [correctionSource]: correctionPaths.show('7'), [forfeitureSource]: forfeiturePaths.show('7'),
    'pay-in': payInPaths.show('7'), 'money-entry': moneyEntryPaths.show('7'),
  }
  expect(Object.fromEntries(Object.keys(wanted).map((kind) => [kind, sourcePaths[kind]?.('7', '1')]))).toEqual(wanted)
})
