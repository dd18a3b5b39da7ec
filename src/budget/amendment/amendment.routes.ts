import { randomUUID } from 'node:crypto'
import { type OfficerRead } from '../../platform/database/work.ts'
import { readThaiDate } from '../../platform/dates.ts'
import { readForm } from '../../platform/http/form.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { amendmentText as text } from '../amendment.text.ts'
import { amendmentPaths as paths } from '../budget.paths.ts'
import { approving, noting, pressed, reasoned } from '../desk/desk-steps.ts'
import { type DeskPages, type FormAsked } from '../desk/desk.routes.ts'
import { inputFor } from '../desk/desk.schema.ts'
import { getLateness } from '../desk/desk.service.ts'
import { lateNotice } from '../desk/desk.view.ts'
import { findKnown } from '../named-line/named-line.service.ts'
import { blankInput, editAmendmentSchema, inputOf, newAmendmentSchema, typedInput } from './amendment.schema.ts'
import { amendmentDesk as desk, approveAmendment, createAmendment, editAmendment, submitAmendment } from './amendment.service.ts'
import { judgeRewording, type AmendmentState } from './amendment.ts'
import { formPage, lineItems, memo, wordingTable } from './amendment.view.ts'

const steps = {
  submit: pressed(submitAmendment),
  approve: approving(approveAmendment),
  announce: noting(desk.note('announce')),
  report: noting(desk.note('report')),
  return: reasoned(desk.turn('return'), 'secondary'),
  reject: reasoned(desk.turn('reject')),
  cancel: pressed(desk.cancel, 'danger'),
} as const

export const amendmentPages: DeskPages<AmendmentState, keyof typeof steps> = {
  desk, paths, text, steps, linesTable: wordingTable, paper: memo,
  more: async (read, amendment, names) => ({ items: lineItems(amendment, names), notices: [lateNotice(await getLateness(read, amendment))] }),
  form: {
    form: showForm,
    create: (work, request) => createAmendment(work, readForm(newAmendmentSchema, request)),
    edit: (work, id, request) => editAmendment(work, id, readForm(editAmendmentSchema, request)),
  },
}

/** Faults of the wording are told with those of the head, even when the head alone was refused. */
async function showForm(read: OfficerRead, request: FormRequest, { document, errors }: FormAsked<AmendmentState>): Promise<PageModel> {
  const { input } = inputFor(request, document ? inputOf(document) : blankInput(randomUUID(), read.today), typedInput(request))
  const known = await findKnown(read, { act: 'amendment', named: [input.line], on: readThaiDate(input.documentDate) ?? read.today })
  const judged = judgeRewording({ ...input, changes: input.changes === 'yes' }, known)
  return formPage(input, { amendment: document, known, judged }, Object.keys(errors).length > 0 ? { ...judged.faults, ...errors } : {})
}
