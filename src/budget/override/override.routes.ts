import { randomUUID } from 'node:crypto'
import { type OfficerRead } from '../../platform/database/work.ts'
import { readThaiDate } from '../../platform/dates.ts'
import { readForm } from '../../platform/http/form.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { overridePaths as paths } from '../budget.paths.ts'
import { approving, pressed, reasoned } from '../desk/desk-steps.ts'
import { type DeskPages, type FormAsked } from '../desk/desk.routes.ts'
import { faultsToTell, inputFor } from '../desk/desk.schema.ts'
import { findKnown } from '../named-line/named-line.service.ts'
import { overrideText as text } from '../override.text.ts'
import { blankInput, editOverrideSchema, inputOf, newOverrideSchema, typedInput } from './override.schema.ts'
import { approveOverride, createOverride, editOverride, overrideDesk as desk, submitOverride, withdrawOverride } from './override.service.ts'
import { judgeOverride, type OverrideState } from './override.ts'
import { allowedTable, formPage, legalItem, memo } from './override.view.ts'

const steps = {
  submit: pressed(submitOverride),
  approve: approving(approveOverride),
  return: reasoned(desk.turn('return'), 'secondary'),
  reject: reasoned(desk.turn('reject')),
  cancel: pressed(desk.cancel, 'danger'),
  withdraw: reasoned(withdrawOverride),
} as const

export const overridePages: DeskPages<OverrideState, keyof typeof steps> = {
  desk, paths, text, steps, linesTable: allowedTable, paper: memo,
  more: (_read, override) => Promise.resolve({ items: [legalItem(override)] }),
  form: {
    form: showForm,
    create: (work, request) => createOverride(work, readForm(newOverrideSchema, request)),
    edit: (work, id, request) => editOverride(work, id, readForm(editOverrideSchema, request)),
  },
}

async function showForm(read: OfficerRead, request: FormRequest, { document, errors }: FormAsked<OverrideState>): Promise<PageModel> {
  const { input } = inputFor(request, document ? inputOf(document) : blankInput(randomUUID(), read.today), typedInput(request))
  const known = await findKnown(read, { act: 'override', named: [input.line], on: readThaiDate(input.documentDate) ?? read.today })
  const judged = judgeOverride(input, known)
  return formPage(input, { override: document, known, judged }, faultsToTell(request, judged.faults, errors))
}
