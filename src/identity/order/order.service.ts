import { recordEvent } from '../../platform/audit/audit.repository.ts'
import { Conflict, NotFound, RuleBroken } from '../../platform/errors.ts'
import { type OfficerWork } from '../../platform/database/work.ts'
import { type NewOrder, type OrderKind } from './order.ts'
import { endOrder, findOrder, findProvinces, insertOrder } from './order.repository.ts'
import { orderText } from '../identity.text.ts'

export async function recordOrder(work: OfficerWork, order: NewOrder): Promise<void> {
  if (order.endsAt <= order.startsAt) throw new RuleBroken({ endTime: orderText.endBeforeStart })
  if (order.endsAt <= work.now) throw new RuleBroken({ endDate: orderText.endInPast })
  if (order.kind === 'closed' && order.audiences.length === 0) throw new RuleBroken({ audiences: orderText.chooseAudience })
  if (order.provinceCode !== undefined && !(await findProvinces(work)).some((province) => province.code === order.provinceCode)) throw new RuleBroken({ province: orderText.noProvince })
  const id = await insertOrder(work, order)
  await recordEvent(work, { code: 'WINDOW_ORDERED', objectKind: `order-${order.kind}`, objectId: id, after: order })
}

export async function stopOrder(work: OfficerWork, kind: OrderKind, id: string): Promise<void> {
  const order = await findOrder(work, kind, id)
  if (!order) throw new NotFound('order')
  if (!await endOrder(work, kind, id)) throw new Conflict(orderText.alreadyOver)
  await recordEvent(work, { code: 'WINDOW_ENDED', objectKind: `order-${kind}`, objectId: id, before: { endsAt: order.endsAt }, after: { endsAt: work.now } })
}
