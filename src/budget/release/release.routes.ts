import { randomUUID } from 'node:crypto'
import { type OfficerRead } from '../../platform/database/work.ts'
import { readThaiDate } from '../../platform/dates.ts'
import { readForm } from '../../platform/http/form.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { releasePaths as paths } from '../budget.paths.ts'
import { approving, pressed, reasoned } from '../desk/desk-steps.ts'
import { type DeskPages, type FormAsked } from '../desk/desk.routes.ts'
import { faultsToTell, inputFor } from '../desk/desk.schema.ts'
import { nameOf } from '../named-line/named-line.ts'
import { findKnown } from '../named-line/named-line.service.ts'
import { releaseText as text } from '../release.text.ts'
import { blankInput, editReleaseSchema, inputOf, newReleaseSchema, typedInput } from './release.schema.ts'
import { approveRelease, createRelease, editRelease, releaseDesk as desk, submitRelease } from './release.service.ts'
import { judgeRelease, reservesIn, type ReleaseState } from './release.ts'
import { formPage, kindText, memo, releasedTable } from './release.view.ts'

const steps = {
  submit: pressed(submitRelease),
  approve: approving(approveRelease),
  return: reasoned(desk.turn('return'), 'secondary'),
  reject: reasoned(desk.turn('reject')),
  cancel: pressed(desk.cancel, 'danger'),
} as const

export const releasePages: DeskPages<ReleaseState, keyof typeof steps> = {
  desk, paths, text, steps, linesTable: releasedTable, paper: memo,
  more: (_read, { variant }) => Promise.resolve({ items: [{ label: text.fields.variant, text: kindText(variant) }] }),
  form: {
    form: showForm,
    create: (work, request) => createRelease(work, readForm(newReleaseSchema, request)),
    edit: (work, id, request) => editRelease(work, id, readForm(editReleaseSchema, request)),
  },
}

/** The only reserve is offered already. */
async function showForm(read: OfficerRead, request: FormRequest, { document, errors }: FormAsked<ReleaseState>): Promise<PageModel> {
  const { input, isTyped } = inputFor(request, document ? inputOf(document) : blankInput(randomUUID(), read.today), typedInput(request))
  const known = await findKnown(read, { act: 'release', named: [input.line], on: readThaiDate(input.documentDate) ?? read.today })
  const [only, ...others] = reservesIn(known)
  const line = input.line === '' && !isTyped && only && others.length === 0 ? nameOf(only) : input.line
  const judged = judgeRelease(input, known)
  return formPage({ ...input, line }, { release: document, known, judged }, faultsToTell(request, judged.faults, errors))
}
