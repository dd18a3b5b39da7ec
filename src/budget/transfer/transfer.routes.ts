import { randomUUID } from 'node:crypto'
import { type OfficerRead } from '../../platform/database/work.ts'
import { readThaiDate } from '../../platform/dates.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { readForm } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { transferPaths as paths } from '../budget.paths.ts'
import { transferText as text } from '../change.text.ts'
import { approving, noting, pressed, reasoned } from '../desk/desk-steps.ts'
import { type DeskPages, type FormAsked } from '../desk/desk.routes.ts'
import { faultsToTell, inputFor } from '../desk/desk.schema.ts'
import { getLateness } from '../desk/desk.service.ts'
import { lateNotice } from '../desk/desk.view.ts'
import { findKnown } from '../named-line/named-line.service.ts'
import { blankInput, formPage, inputOf } from '../transfer-form/transfer-form.view.ts'
import { judge, namedIn } from '../transfer-lines/transfer-lines.ts'
import { editTransferSchema, newTransferSchema, typedInput } from './transfer.schema.ts'
import { announceTransfer, approveTransfer, createTransfer, editTransfer, revokeTransfer, submitTransfer, transferDesk as desk } from './transfer.service.ts'
import { type TransferState } from './transfer.ts'
import { linesTable, memo } from './transfer.view.ts'

const steps = {
  submit: pressed(submitTransfer),
  approve: approving(approveTransfer),
  announce: noting(announceTransfer),
  report: noting(desk.note('report')),
  return: reasoned(desk.turn('return'), 'secondary'),
  reject: reasoned(desk.turn('reject')),
  cancel: pressed(desk.cancel, 'danger'),
  revoke: reasoned(revokeTransfer),
} as const

export const transferPages: DeskPages<TransferState, keyof typeof steps> = {
  desk, paths, text, steps, linesTable, paper: memo,
  more: async (read, transfer) => ({ notices: [lateNotice(await getLateness(read, transfer))] }),
  form: {
    form: showForm,
    create: (work, request) => createTransfer(work, readForm(newTransferSchema, request)),
    edit: (work, id, request) => editTransfer(work, id, readForm(editTransferSchema, request)),
  },
}

async function showForm(read: OfficerRead, request: FormRequest, { document, errors }: FormAsked<TransferState>): Promise<PageModel> {
  const { input, isTyped } = inputFor(request, document ? inputOf(document) : blankInput(randomUUID(), read.today), typedInput(request))
  const on = readThaiDate(input.documentDate) ?? read.today
  const known = await findKnown(read, { act: 'transfer', named: namedIn(input.lines), on })
  const judged = judge(input.lines, input.changes === 'yes', known)
  return formPage(input, { transfer: document, known, judged, isAgain: isTyped || document !== undefined }, faultsToTell(request, judged.faults, errors))
}
