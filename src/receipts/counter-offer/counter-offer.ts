// What is known of a receipt before anybody types.
import { type Money } from '../../platform/money.ts'
import { type TaxpayerHead } from '../taxpayer/taxpayer.ts'

export interface CounterOffer {
  readonly payer: Pick<TaxpayerHead, 'name' | 'personKind' | 'personNumber' | 'address'> | undefined
  readonly lines: readonly OfferedLine[]
}

export interface OfferedLine {
  readonly incomeCode: string
  readonly key: string
  readonly description: string
  readonly reference: string
  readonly amount: Money
  readonly assessed?: Money | undefined
  readonly discount?: Money | undefined
}
