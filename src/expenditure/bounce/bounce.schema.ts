import { day, reasonSchema } from '../../documents/index.ts'

export const bounceSchema = reasonSchema.extend({ bouncedOn: day })
