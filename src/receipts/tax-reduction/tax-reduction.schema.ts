import { day, versionSchema, words } from '../../documents/index.ts'
import { isZero, sum, zero } from '../../platform/money.ts'
import { optionalAmount } from '../tax-debt/tax-debt.schema.ts'
import { taxReductionText } from '../tax-reduction.text.ts'

const { errors } = taxReductionText
const amount = optionalAmount.transform((typed) => typed ?? zero)

export const reductionSchema = versionSchema.extend({
  penalty: amount, surcharge: amount, orderNumber: words(100, errors.orderNumber), orderDate: day, reason: words(500, errors.reason),
}).refine(({ penalty, surcharge }) => !isZero(sum([penalty, surcharge])), {
  path: ['penalty'], error: errors.nothing,
  // With the other faults, not after them.
  when: ({ issues }) => !issues.some(({ path = [] }) => path[0] === 'penalty' || path[0] === 'surcharge'),
})
