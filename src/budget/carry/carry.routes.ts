import { randomUUID } from 'node:crypto'
import { type OfficerRead } from '../../platform/database/work.ts'
import { formatThaiDateField } from '../../platform/dates.ts'
import { readForm } from '../../platform/http/form.ts'
import { type PageModel } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { carryPaths as paths } from '../budget.paths.ts'
import { carryForm, inputOf, startingInput } from '../carry-form/carry-form.view.ts'
import { isFor } from '../carry-lines/carry-lines.ts'
import { approving, pressed, reasoned } from '../desk/desk-steps.ts'
import { type DeskPages, type FormAsked } from '../desk/desk.routes.ts'
import { inputFor } from '../desk/desk.schema.ts'
import { getNames } from '../settings/settings.service.ts'
import { carryText as text, yearEndText } from '../year-end.text.ts'
import { askedCarry, editCarrySchema, newCarrySchema, typedCarry } from './carry.schema.ts'
import { approveCarry, carryDesk as desk, carryMoney, createCarry, editCarry, findApproval, findKnownOfCarry, submitCarry } from './carry.service.ts'
import { carryVariantOf, untilOf, type CarryState } from './carry.ts'
import { linesTable, paperOf } from './carry.view.ts'

const steps = {
  submit: pressed(submitCarry),
  approve: approving(approveCarry),
  carry: pressed(carryMoney),
  return: reasoned(desk.turn('return'), 'secondary'),
  reject: reasoned(desk.turn('reject')),
  cancel: pressed(desk.cancel, 'danger'),
} as const

export const carryPages: DeskPages<CarryState, keyof typeof steps> = {
  desk, paths, text, steps, linesTable, paper: paperOf, views: { form: 'budget/year-end/form', paper: 'budget/year-end/papers' },
  more: async (_read, carry) => ({ items: [{ label: text.fields.variant, text: yearEndText.variants[carryVariantOf(carry.variant)] }] }),
  form: {
    form: showForm,
    create: (work, request) => createCarry(work, readForm(newCarrySchema, request)),
    edit: (work, id, request) => editCarry(work, id, readForm(editCarrySchema, request)),
  },
}

async function showForm(read: OfficerRead, request: FormRequest, { document: carry, errors }: FormAsked<CarryState>): Promise<PageModel> {
  const given = typedCarry(request)
  const asked = carry ? { fiscalYear: carry.fiscalYear, variant: carryVariantOf(carry.variant) }
    : askedCarry({ year: given.year || request.query.year, variant: given.variant || request.query.variant }, read.today)
  const known = await findKnownOfCarry(read, { fiscalYear: asked.fiscalYear, except: carry?.id ?? null })
  const unspent = known.candidates.filter((each) => isFor(asked.variant, each))
  const start = carry ? inputOf(carry, unspent) : startingInput(asked, { formKey: randomUUID(), today: read.today, until: formatThaiDateField(untilOf(asked.fiscalYear, known.years)) })
  const { input } = inputFor(request, start, given)
  return carryForm(input, { carry, asked, unspent, names: await getNames(read, read.actor.organisationId, asked.fiscalYear), approval: await findApproval(read, asked), today: read.today }, errors)
}
