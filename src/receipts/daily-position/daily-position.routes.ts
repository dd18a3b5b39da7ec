import { randomUUID } from 'node:crypto'
import { findOffices, findTrail, getOffice, printRoute, stepRoutes, trailRows, withReason, withVersion } from '../../documents/index.ts'
import { type OfficerRead } from '../../platform/database/work.ts'
import { formatThaiDateField } from '../../platform/dates.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { idIn, organisationIn } from '../../platform/http/asked.ts'
import { readForm, typed, typedAll } from '../../platform/http/form.ts'
import { page, type Reply } from '../../platform/http/reply.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { get, type Route } from '../../platform/http/route.ts'
import { dailyPositionText as text } from '../daily-position.text.ts'
import { formRoutes } from '../desk-page/desk-page.routes.ts'
import { deskViews as views } from '../desk-page/desk-page.view.ts'
import { positionPaths as paths } from '../receipts.paths.ts'
import { officesBelow } from '../receipts.view.ts'
import { findEarlierSignings, findPositions } from './daily-position.repository.ts'
import { askedPositions, editPositionSchema, newPositionSchema } from './daily-position.schema.ts'
import { createPosition, editPosition, findMoved, getPosition, reopenPosition, signPosition } from './daily-position.service.ts'
import { positionLifecycle, type PositionRooms } from './daily-position.ts'
import { formPage, listPage, printPage, showPage, valuesOf } from './daily-position.view.ts'

const kind = 'daily-position'
const rights = { view: 'revenue.deposit:view', create: 'revenue.deposit:create', edit: 'revenue.deposit:edit', print: 'revenue.deposit:print' } as const

/** `rooms` tells what rooms up the stairs know of the day. */
export function dailyPositionRoutes(rooms: PositionRooms): readonly Route[] {
  const show = (read: OfficerRead, request: FormRequest, errors: FieldErrors = {}) => showPosition(read, { rooms, request }, errors)
  return [
    get(paths.list, rights.view, { handle: async (read, request) => {
      const asked = askedPositions(request.query, read.actor.organisationId)
      await getOffice(read, asked.filter.organisationId)
      const found = { ...await findPositions(read, asked.filter), offices: await findOffices(read, officesBelow), mayCreate: read.actor.permissions.has(rights.create) }
      return page(views.list, listPage(asked, found, read.actor))
    }, under: 'revenue.deposit' }),

    ...formRoutes({
      paths, rights, saved: text.saved, showNew, showEdit: (read, request, errors) => showEdit(read, { rooms, request }, errors),
      create: (work, request) => createPosition(work, readForm(newPositionSchema, request)), edit: (work, id, request) => editPosition(work, id, readForm(editPositionSchema, request)),
    }),

    get(paths.showRoute, rights.view, (read, request) => show(read, request)),

    ...stepRoutes({ lifecycle: positionLifecycle, paths, show, steps: {
      sign: withVersion((work, id, version) => signPosition(work, rooms, { id, version }), text.signed), reopen: withReason(reopenPosition, text.reopened),
    } }),

    printRoute(paths.printRoute, rights.print, { kind, view: views.print, find: async (read, request) => {
      const position = await getPosition(read, rooms, { organisationId: read.actor.organisationId, id: idIn(request.params.id) })
      const moved = await findMoved(read, rooms, position)
      return { id: position.id, pageOf: (mark) => printPage({ position, officer: read.actor, moved }, mark) }
    } }),
  ]
}

interface Asked {
  readonly rooms: PositionRooms
  readonly request: FormRequest
}

async function showNew(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}): Promise<Reply> {
  const values = { positionDate: formatThaiDateField(read.today), ...typedAll(request), formKey: typed(request, 'formKey') || randomUUID() }
  return page(views.form, formPage(values, undefined, errors))
}

async function showEdit(read: OfficerRead, { rooms, request }: Asked, errors: FieldErrors = {}): Promise<Reply> {
  const position = await getPosition(read, rooms, { organisationId: read.actor.organisationId, id: idIn(request.params.id) })
  if (!positionLifecycle.allows(read.actor, position).includes('edit')) throw new NotFound('draft of a daily position')
  const stored = { ...valuesOf(position), positionDate: formatThaiDateField(position.positionDate) }
  return page(views.form, formPage({ ...stored, ...typedAll(request) }, position, errors))
}

async function showPosition(read: OfficerRead, { rooms, request }: Asked, errors: FieldErrors): Promise<Reply> {
  const organisationId = organisationIn(request.query, read.actor.organisationId)
  const position = await getPosition(read, rooms, { organisationId, id: idIn(request.params.id) })
  const trail = trailRows(await findTrail(read, organisationId, { kind, id: position.id }), text.trail)
  const [moved, earlier] = [await findMoved(read, rooms, position), await findEarlierSignings(read, position)]
  return page(views.show, showPage({ position, officer: read.actor, trail, moved, earlier }, errors))
}
