// Money held under a contract's key: เงินประกันสัญญา, เงินประกันผลงาน.
import { type Money } from '../../platform/money.ts'

export interface Held {
  readonly security: Money
  readonly retention: Money
}
