import { versionSchema } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { type FieldErrors } from '../../platform/errors.ts'
import { idIn } from '../../platform/http/asked.ts'
import { readForm } from '../../platform/http/form.ts'
import { page, redirect, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, post, type Permission, type Route } from '../../platform/http/route.ts'
import { findLineRules, getDraft, getTyped, mayType } from '../ordinance-form/ordinance-form.service.ts'
import { blankLine, typedOf } from '../ordinance-form/ordinance-form.ts'
import { ordinanceFormText as text } from '../ordinance-form.text.ts'
import { type OrdinanceDesk } from '../ordinance/ordinance.ts'
import { lineSchema, typedInput } from './ordinance-lines.schema.ts'
import { lineOf, removeWholeLine, saveWholeLine } from './ordinance-lines.service.ts'
import { frozenPage, lineForm } from './ordinance-lines.view.ts'

const views = { form: 'budget/ordinance-form/line', frozen: 'budget/ordinance-form/line-frozen' } as const

/** The pages of one desk of ordinances, under its addresses and rights. */
export function lineRoutes({ paths, leaves }: OrdinanceDesk): readonly Route[] {
  const right: Permission = `${leaves.expenditures}:edit`
  return [
    get(paths.lineNewRoute, right, (read, request) => showForm(read, request)),
    post(paths.lineNewRoute, right, { handle: async (work, request) => {
      const id = idIn(request.params.id)
      return redirect(paths.task(id, await saveWholeLine(work, { id, number: undefined }, readForm(lineSchema, request))), text.saved)
    }, again: (read, request, refusal) => showForm(read, request, refusal.errors) }),

    get(paths.lineRoute, right, (read, request) => showLine(read, request)),
    post(paths.lineRoute, right, { handle: async (work, request) => {
      const id = idIn(request.params.id)
      return redirect(paths.task(id, await saveWholeLine(work, { id, number: numberIn(request) }, readForm(lineSchema, request))), text.saved)
    }, again: (read, request, refusal) => showForm(read, request, refusal.errors) }),

    post(paths.lineRemoveRoute, right, { handle: async (work, request) => {
      const id = idIn(request.params.id)
      const { version } = readForm(versionSchema, request)
      return redirect(paths.task(id, await removeWholeLine(work, { id, number: Number(numberIn(request)) }, version)), text.line.removed)
    }, again: (read, request, refusal) => showForm(read, request, refusal.errors) }),
  ]
}

function numberIn({ params }: FormRequest): number | undefined {
  return params.line === undefined ? undefined : Number(idIn(params.line))
}

/** In force already: the line is shown, and what may be done instead. */
async function showLine(read: OfficerRead, request: FormRequest): Promise<Reply> {
  const document = await getTyped(read, idIn(request.params.id))
  if (mayType(read.actor, document, 'line')) return showForm(read, request)
  return page(views.frozen, frozenPage(document, lineOf(document, Number(numberIn(request))), await findLineRules(read, document)))
}

async function showForm(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const document = await getDraft(read, idIn(request.params.id), 'line')
  const number = numberIn(request)
  const stored = number === undefined ? { ...blankLine, task: request.query.task ?? '' } : typedOf(lineOf(document, number))
  const given = typedInput(request)
  const start = String(document.version)
  // A draft kept while nobody was signed in knows no version: it is taken up at the present one.
  const input = 'amount' in request.body ? { ...given, version: given.version || start } : { version: start, line: stored }
  return page(views.form, lineForm(input, { document, number, rules: await findLineRules(read, document) }, errors))
}
