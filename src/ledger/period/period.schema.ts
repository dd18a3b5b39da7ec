// What a request to close or reopen may bring.
import { z } from 'zod'
import { day, documentsText, reasonSchema } from '../../documents/index.ts'
import { fiscalYear, fiscalYearOf, type CalendarDate, type FiscalYear } from '../../platform/dates.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai } from '../../platform/thai.ts'
import { periodText } from '../period.text.ts'
import { modules } from '../posting/gate.ts'
import { auditPeriod, lastPeriod, periodStates } from './period.ts'

const { errors } = periodText
const year = z.string(errors.year).regex(/^2[5-6][0-9]{2}$/, errors.year).transform((text) => fiscalYear(Number(text)))

export const requestSchema = z.object({
  fiscalYear: year,
  period: z.string(errors.period).regex(/^[0-9]{1,2}$/, errors.period).transform(Number).refine((period) => period <= lastPeriod, errors.period),
  wanted: z.enum(periodStates, errors.wanted),
  modules: z.union([z.array(z.enum(modules)), z.enum(modules).transform((module) => [module])], errors.modules).default([]),
  reason: z.string().default('').transform(normalizeThai).refine((text) => text.length <= 500, errors.reason),
  auditUntil: z.union([z.literal('').transform(() => undefined), day]).optional(),
}).superRefine((command, context) => {
  const refuse = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
  const opensAudit = command.period === auditPeriod && command.wanted === 'open'
  if (command.wanted === 'open' && command.reason === '') refuse('reason', errors.reason)
  if (command.wanted === 'closed' && command.modules.length > 0) refuse('modules', errors.modules)
  if (opensAudit && command.auditUntil === undefined) refuse('auditUntil', errors.auditUntil)
  if (!opensAudit && command.auditUntil !== undefined) refuse('auditUntil', errors.noAudit)
}).transform((command) => ({ ...command, auditUntil: command.auditUntil }))

export const refusalSchema = reasonSchema
export const openYearSchema = z.object({ fiscalYear: year })
export const smallUnitSchema = z.object({
  wanted: z.enum(['on', 'off'], documentsText.errors.form).transform((wanted) => wanted === 'on'),
  smallReason: z.string(errors.reason).transform(normalizeThai).refine((text) => text.length > 0 && text.length <= 500, errors.reason),
}).transform(({ wanted, smallReason }) => ({ wanted, reason: smallReason }))

export function yearIn(query: FormRequest['query'], today: CalendarDate): FiscalYear {
  return /^2[5-6][0-9]{2}$/.test(query.fiscalYear ?? '') ? fiscalYear(Number(query.fiscalYear)) : fiscalYearOf(today)
}
