import { randomUUID } from 'node:crypto'
import { type OfficerRead } from '../../platform/database/work.ts'
import { fiscalYearOf } from '../../platform/dates.ts'
import { readForm } from '../../platform/http/form.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { extensionPaths as paths } from '../budget.paths.ts'
import { approving, pressed, reasoned } from '../desk/desk-steps.ts'
import { type DeskPages, type FormAsked } from '../desk/desk.routes.ts'
import { inputFor } from '../desk/desk.schema.ts'
import { getNames } from '../settings/settings.service.ts'
import { extensionText as text } from '../year-end.text.ts'
import { editExtensionSchema, newExtensionSchema, typedExtension } from './extension.schema.ts'
import { approveExtension, createExtension, editExtension, extensionDesk as desk, findExtensible, submitExtension } from './extension.service.ts'
import { type ExtensionState } from './extension.ts'
import { blankInput, extensionForm, inputOf, linesTable, memo } from './extension.view.ts'

const steps = {
  submit: pressed(submitExtension),
  approve: approving(approveExtension),
  return: reasoned(desk.turn('return'), 'secondary'),
  reject: reasoned(desk.turn('reject')),
  cancel: pressed(desk.cancel, 'danger'),
} as const

export const extensionPages: DeskPages<ExtensionState, keyof typeof steps> = {
  desk, paths, text, steps, linesTable, views: { form: 'budget/year-end/form' }, paper: memo,
  form: {
    form: showForm,
    create: (work, request) => createExtension(work, readForm(newExtensionSchema, request)),
    edit: (work, id, request) => editExtension(work, id, readForm(editExtensionSchema, request)),
  },
}

async function showForm(read: OfficerRead, request: FormRequest, { document: extension, errors }: FormAsked<ExtensionState>): Promise<PageModel> {
  const fiscalYear = fiscalYearOf(read.today)
  const { unspent } = await findExtensible(read, fiscalYear)
  const { input } = inputFor(request, extension ? inputOf(extension) : blankInput(randomUUID(), read.today), typedExtension(request))
  return extensionForm(input, { extension, unspent, names: await getNames(read, read.actor.organisationId, fiscalYear), fiscalYear }, errors)
}
