import { z } from 'zod'
import { formKey } from '../../documents/index.ts'
import { fiscalYear } from '../../platform/dates.ts'
import { toArabicDigits } from '../../platform/thai.ts'
import { taxRunText } from '../tax-run.text.ts'
import { runKinds } from './tax-run.ts'

const { errors } = taxRunText

const asked = { kind: z.enum(runKinds, errors.kind), fiscalYear: z.string(errors.fiscalYear).transform(toArabicDigits).refine((text) => /^25[0-9]{2}$/.test(text), errors.fiscalYear).transform((text) => fiscalYear(Number(text))) }

export const previewSchema = z.object(asked)
export const askSchema = z.object({ ...asked, formKey })
