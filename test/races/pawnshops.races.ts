// A pawnshop: money lent from one safe, tickets redeemed once, a profit shared once.
import { randomUUID } from 'node:crypto'
import { approvePawnDocument, cancelPawnDocument, createPawnDocument, returnPawnDocument, reversePawnDocument, submitPawnDocument, withdrawPawnDocument, type PawnForm } from '../../src/pawnshops/pawn-document/pawn-document.service.ts'
import { pawnBooks, type BookKind } from '../../src/pawnshops/pawn-document/pawn-document.ts'
import { approveSharing, createSharing, reverseSharing, turnSharing } from '../../src/pawnshops/profit-share/profit-share.service.ts'
import { pawnshopsText } from '../../src/pawnshops/pawnshops.text.ts'
import { calendarDate } from '../../src/platform/dates.ts'
import { baht } from '../../src/platform/money.ts'
import { aShop, form, keyed, posted, putIn, slip, type Shop } from '../pawnshops/shop.ts'
import { type TestDatabase } from '../support/database.ts'
import { lastBaht, once, saying, several, twins, type Race } from './race.ts'
import { because } from './town.ts'

const { errors } = pawnshopsText
const addresses = { pledge: '/pawnshops/vouchers', receipt: '/pawnshops/receipts', forfeiture: '/pawnshops/forfeitures' } as const
const sharing = '/pawnshops/profit-shares'

/** Something to write in each book. */
const days: Readonly<Record<BookKind, (shop: Shop) => Promise<PawnForm>>> = {
  pledge: async () => form('pledge', '2024-11-05', [{ ticket: '1', principal: '10000.00' }]),
  receipt: async (shop) => {
    await posted(shop, 'pledge', form('pledge', '2024-11-05', [{ ticket: '7', principal: '10000.00' }]))
    return form('receipt', '2024-11-20', [{ ticket: '7', principal: '10000.00', interest: '70.00' }])
  },
  forfeiture: async (shop) => {
    await posted(shop, 'pledge', form('pledge', '2024-11-05', [{ ticket: '9', principal: '10000.00' }]))
    return form('forfeiture', '2025-09-30', [{ ticket: '9', principal: '10000.00' }])
  },
}

async function aDay(db: TestDatabase, kind: BookKind) {
  const shop = await aShop(db, { cash: '300000.00' })
  const id = await keyed(shop, kind, await days[kind](shop))
  return { shop, place: { book: pawnBooks[kind], id } }
}

async function aSubmittedDay(db: TestDatabase, kind: BookKind) {
  const made = await aDay(db, kind)
  await made.shop.cashier.work((work) => submitPawnDocument(work, made.place, 1))
  return made
}

function bookRaces(db: TestDatabase, kind: BookKind): readonly Race[] {
  const at = addresses[kind]
  return [
    twins([`${at}/new`], `${kind}: a day is kept once from one form`, async () => {
      const shop = await aShop(db, { cash: '300000.00' })
      const command = { ...await days[kind](shop), formKey: randomUUID(), files: kind === 'receipt' ? [slip] : [] }
      return () => shop.cashier.work((work) => createPawnDocument(work, pawnBooks[kind], command))
    }),
    once([`${at}/:id/submit`, `${at}/:id/cancel`], `${kind}: a day is handed in or given up`, async () => {
      const { shop, place } = await aDay(db, kind)
      return [() => shop.cashier.work((work) => submitPawnDocument(work, place, 1)), () => shop.cashier.work((work) => cancelPawnDocument(work, place, 1))]
    }),
    once(['approve', 'return', 'withdraw'].map((step) => `${at}/:id/${step}`), `${kind}: a day is approved, sent back or withdrawn`, async () => {
      const { shop, place } = await aSubmittedDay(db, kind)
      return [
        () => shop.manager.work((work) => approvePawnDocument(work, place, 2)), () => shop.manager.work((work) => returnPawnDocument(work, place, because(2))),
        () => shop.cashier.work((work) => withdrawPawnDocument(work, place, 2)),
      ]
    }),
    once([`${at}/:id/reverse`], `${kind}: a day is reversed once`, async () => {
      const { shop, place } = await aSubmittedDay(db, kind)
      await shop.manager.work((work) => approvePawnDocument(work, place, 2))
      return [() => shop.manager.work((work) => reversePawnDocument(work, place, because(3)))]
    }),
  ]
}

/** Handed in, waiting for the manager. */
async function waiting(shop: Shop, kind: BookKind, given: PawnForm) {
  const place = { book: pawnBooks[kind], id: await keyed(shop, kind, given) }
  await shop.cashier.work((work) => submitPawnDocument(work, place, 1))
  return () => shop.manager.work((work) => approvePawnDocument(work, place, 2))
}

async function aProfit(db: TestDatabase): Promise<{ shop: Shop; command: Parameters<typeof createSharing>[1] }> {
  const shop = await aShop(db)
  await putIn(shop, { amount: '500000.00', account: '1101010101.001', against: '3102010101.005' })
  return { shop, command: { formKey: randomUUID(), documentDate: calendarDate('2025-07-01'), reference: 'มติคณะกรรมการ 3/2568', remark: '', total: baht('300000.00') } }
}

async function aSubmittedSharing(db: TestDatabase): Promise<{ shop: Shop; id: string }> {
  const { shop, command } = await aProfit(db)
  const id = await shop.cashier.work((work) => createSharing(work, command))
  await shop.cashier.work((work) => turnSharing('submit')(work, id, { version: 1 }))
  return { shop, id }
}

const shareRaces = (db: TestDatabase): readonly Race[] => [
  twins([`${sharing}/new`], 'a profit is shared once from one form', async () => {
    const { shop, command } = await aProfit(db)
    return () => shop.cashier.work((work) => createSharing(work, command))
  }),
  once([`${sharing}/:id/submit`, `${sharing}/:id/cancel`], 'a sharing is handed in or given up', async () => {
    const { shop, command } = await aProfit(db)
    const id = await shop.cashier.work((work) => createSharing(work, command))
    return [() => shop.cashier.work((work) => turnSharing('submit')(work, id, { version: 1 })), () => shop.cashier.work((work) => turnSharing('cancel')(work, id, { version: 1 }))]
  }),
  once(['approve', 'return', 'withdraw'].map((step) => `${sharing}/:id/${step}`), 'a sharing is approved, sent back or withdrawn', async () => {
    const { shop, id } = await aSubmittedSharing(db)
    return [
      () => shop.manager.work((work) => approveSharing(work, id, 2)), () => shop.manager.work((work) => turnSharing('return')(work, id, because(2))),
      () => shop.cashier.work((work) => turnSharing('withdraw')(work, id, { version: 2 })),
    ]
  }),
  lastBaht([`${sharing}/:id/approve`], 'no more profit is shared than was earned', async () => {
    const { shop, command } = await aProfit(db)
    const made = await several(async () => {
      const id = await shop.cashier.work((work) => createSharing(work, { ...command, formKey: randomUUID() }))
      await shop.cashier.work((work) => turnSharing('submit')(work, id, { version: 1 }))
      return id
    })
    return { wants: made.map((id) => () => shop.manager.work((work) => approveSharing(work, id, 2))), fits: 1, told: saying(errors.overProfit('200,000.00')) }
  }),
  once([`${sharing}/:id/reverse`], 'a sharing is reversed once', async () => {
    const { shop, id } = await aSubmittedSharing(db)
    await shop.manager.work((work) => approveSharing(work, id, 2))
    return [() => shop.manager.work((work) => reverseSharing(work, id, because(3)))]
  }),
]

export const pawnRaces = (db: TestDatabase): readonly Race[] => [
  ...(['pledge', 'receipt', 'forfeiture'] as const).flatMap((kind) => bookRaces(db, kind)),
  lastBaht([`${addresses.pledge}/:id/approve`], 'the safe lends no more than it holds (E_CASH)', async () => {
    const shop = await aShop(db, { cash: '25000.00' })
    const wants = await several((one) => waiting(shop, 'pledge', { ...form('pledge', '2024-11-05', [{ ticket: String(one + 1), principal: '10000.00' }]), duplicateReason: `ฉบับที่ ${one}` }))
    return { wants, fits: 2, told: saying(errors.cash('5,000.00')) }
  }),
  lastBaht([`${addresses.receipt}/:id/approve`], 'a ticket is redeemed once', async () => {
    const shop = await aShop(db, { cash: '300000.00' })
    await posted(shop, 'pledge', form('pledge', '2024-11-05', [{ ticket: '7', principal: '10000.00' }]))
    const wants = await several((one) => waiting(shop, 'receipt', { ...form('receipt', '2024-11-20', [{ ticket: '7', principal: '10000.00', interest: '70.00' }]), duplicateReason: `ฉบับที่ ${one}` }))
    return { wants, fits: 1, told: /./ }
  }),
  ...shareRaces(db),
]
