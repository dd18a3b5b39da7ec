// What a browser may send: a new run; what the list may be asked for.
import { z } from 'zod'
import { askedRegister, day, formKey, optionalWords, type AskedRegister } from '../../documents/index.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { readMonth } from '../month/month.ts'
import { payRunText } from '../pay-run.text.ts'
import { runKinds, runStates, type RunFilter, type RunKind, type RunState } from './pay-run.ts'

const { errors } = payRunText

const month = z.string(errors.month).transform((text, context) => {
  const found = readMonth(text)
  if (found === undefined) context.addIssue({ code: 'custom', message: errors.month })
  return found ?? z.NEVER
})

export const newRunSchema = z.object({ kind: z.enum(runKinds, errors.kind), month, payDate: day, remark: optionalWords(300), employerLine: optionalWords(300), formKey })

export const newRunBoxes = ['kind', 'month', 'payDate', 'remark', 'employerLine', 'formKey'] as const
export type NewRunInput = Readonly<Record<(typeof newRunBoxes)[number], string>>

export interface AskedRuns extends AskedRegister<RunState> {
  readonly filter: RunFilter
  readonly kind: string
}

export function askedRuns(query: FormRequest['query'], own: string): AskedRuns {
  const asked = askedRegister(query, own, runStates)
  const kind: RunKind | undefined = runKinds.find((each) => each === query.kind)
  return { ...asked, kind: kind ?? '', filter: { ...asked.filter, kind } }
}
