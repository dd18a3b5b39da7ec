import { z } from 'zod'
import { day, formKey, optionalWords, reasonSchema, versionSchema } from '../../documents/index.ts'
import { isId, manyIn, rowsIn } from '../../platform/http/asked.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { normalizeThai, toArabicDigits } from '../../platform/thai.ts'
import { chequeReportText } from '../cheque-report.text.ts'
import { reportChannels, type ChosenClaim, type ReportCommand } from './cheque-report.ts'

const { errors } = chequeReportText
const head = { reportDate: day, bankAccountId: z.string(errors.faults.noBank).refine(isId, errors.faults.noBank), remark: optionalWords(300) }

export const newReportSchema = z.object({ ...head, formKey })
export const editReportSchema = versionSchema.extend(head)
export const dropSchema = reasonSchema.extend({ rowId: z.string(errors.row).refine(isId, errors.row) })

/** What was ticked, and how it is to be paid; numbers may be typed with Thai digits, spaces and dashes. */
export function chosenIn({ body }: Pick<FormRequest, 'body'>): Pick<ReportCommand, 'chosen' | 'signatoryIds'> {
  return { chosen: rowsIn(body, 'rows').flatMap(chosenOf), signatoryIds: [...new Set(manyIn(body, 'signatoryIds').filter(isId))] }
}

function chosenOf(row: Record<string, string>): ChosenClaim[] {
  const channel = reportChannels.find((each) => each === row.channel)
  if (!isId(row.claimId) || channel === undefined) return []
  const number = normalizeThai(row.number ?? '').slice(0, 50)
  return [{ claimId: row.claimId, channel, documentNumber: channel === 'cheque' ? toArabicDigits(number).replace(/[\s-]/g, '') : number }]
}
