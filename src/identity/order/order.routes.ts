import { z } from 'zod'
import { type OfficerRead } from '../../platform/database/work.ts'
import { NotFound, type FieldErrors } from '../../platform/errors.ts'
import { readForm, typed } from '../../platform/http/form.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { page, redirect } from '../../platform/http/reply.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { identityPaths } from '../identity.paths.ts'
import { orderKinds } from './order.ts'
import { findOrders, findProvinces } from './order.repository.ts'
import { orderSchema } from './order.schema.ts'
import { recordOrder, stopOrder } from './order.service.ts'
import { orderText } from '../identity.text.ts'
import { newOrderPage, ordersPage } from './order.view.ts'

const paramsSchema = z.object({ kind: z.enum(orderKinds), id: z.string().regex(/^\d{1,18}$/) })

export const orderRoutes: readonly Route[] = [
  get(identityPaths.orders, 'admin.window:view', { handle: async (read) => page('identity/order/list', ordersPage(await findOrders(read), {
    now: read.now, mayCreate: read.actor.permissions.has('admin.window:create'), mayEnd: read.actor.permissions.has('admin.window:edit'),
  })), menu: 'admin.window' }),
  get(identityPaths.newOrder, 'admin.window:create', async (read, request) => showNew(read, request)),
  post(identityPaths.newOrder, 'admin.window:create', { handle: async (work, request) => {
    await recordOrder(work, readForm(orderSchema, request))
    return redirect(identityPaths.orders, orderText.saved)
  }, freshProof: true, again: (read, request, refusal) => showNew(read, request, refusal.errors) }),
  post(identityPaths.endOrder, 'admin.window:edit', async (work, request) => {
    const params = paramsSchema.safeParse(request.params)
    if (!params.success) throw new NotFound('order')
    await stopOrder(work, params.data.kind, params.data.id)
    return redirect(identityPaths.orders, orderText.ended)
  }),
]

async function showNew(read: OfficerRead, request: FormRequest, errors: FieldErrors = {}) {
  const ticked = [request.body.audiences].flat().filter((value) => typeof value === 'string')
  return page('identity/order/form', newOrderPage({ value: (name) => typed(request, name), audiences: ticked, provinces: await findProvinces(read) }, errors))
}
