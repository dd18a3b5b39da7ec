// Every route × every group × own, sibling, foreign and other-province organisation, generated from the route table (REL-6, AD-4, AD-5).
import { describe, expect, it } from 'vitest'
import { newToken, tokenHash } from '../../src/platform/secrets.ts'
import { addressPattern, admits, type Route } from '../../src/platform/http/route.ts'
import { testOffice } from '../support/app.ts'
import { type Visit } from '../support/visit.ts'
import { addressesOf, arrangeDocuments } from './matrix-documents.ts'

const office = await testOffice()
const documents = await arrangeDocuments(office)

interface Group {
  readonly code: string
  readonly home: string
  readonly permissions: ReadonlySet<string>
}

/** Where a member of each group works; a knowledge-centre member stands in the town and must gain nothing by it. */
const homes: Readonly<Record<string, string>> = { DLA: 'DLA', PROV: 'P20', LAO: '4200103', SUB: '420010305001', PAWN: '420010301001', PUBLIC: '4200103' }

async function groups(): Promise<Group[]> {
  const rows = await office.owner('user_groups').orderBy('code').select('code', 'organisation_kinds')
  return Promise.all(rows.map(async (row) => {
    const home = homes[row.organisation_kinds[0]] ?? '4200103'
    const { kind } = await office.owner('organisations').where({ code: home }).first('kind')
    const rights = await office.owner('group_permissions as p').join('menu_items as m', 'm.code', 'p.menu_code').where({ 'p.group_code': row.code })
      .whereRaw('? = ANY(m.organisation_kinds)', [kind]).select('p.menu_code', 'p.action')
    return { code: row.code, home, permissions: new Set(rights.map((right) => `${right.menu_code}:${right.action}`)) }
  }))
}

/** A member of the group with a session, without the walk through sign-in. */
async function member(group: Group): Promise<{ visit: Visit; userId: string }> {
  const { id } = await office.owner('organisations').where({ code: group.home }).first('id')
  const [user] = await office.owner('users').insert({ organisation_id: id, username: `m.${newToken().slice(0, 12).toLowerCase().replace(/[^a-z0-9]/g, 'x')}`, status: 'active', first_name: 'ก', last_name: 'ข', email: 'm@example.com', email_verified_at: office.clock.now() }).returning('id')
  await office.owner('group_members').insert({ organisation_id: id, user_id: user.id, group_code: group.code, valid_from: '2026-10-01' })
  const visit = office.visit()
  await openSession(visit, user.id)
  return { visit, userId: user.id }
}

async function openSession(visit: Visit, userId: string): Promise<void> {
  const token = newToken()
  const now = office.clock.now()
  const later = new Date(Date.parse(now) + 3_600_000).toISOString()
  await office.owner('sessions').insert({ token_hash: tokenHash(token), user_id: userId, started_at: now, seen_at: now, expires_at: later, proven_at: now, ip: '', agent: '' })
  visit.setCookie('laas.sid', token)
}

const guarded = office.routes.filter((route) => route.access !== 'public')
const may = (group: Group, route: Route) => admits(group.permissions, route)
const pages = office.routes.filter(({ method }) => method === 'get').map((route) => ({ route, pattern: addressPattern(route.path) }))

/** Addresses on a page that would refuse its reader. */
function shutDoors(html: string, group: Group): string[] {
  const hrefs = new Set([...html.matchAll(/href="(\/[^"?#]*)/g)].map(([, href = '']) => href))
  return [...hrefs].filter((href) => {
    const door = pages.find(({ pattern }) => pattern.test(href))
    return door !== undefined && !may(group, door.route)
  })
}

const name = (route: Route) => `${route.method.toUpperCase()} ${route.path}`
const all = await groups()

// Each group knocks at every route of the house: far more than the usual half minute on a busy machine.
describe('the matrix', { timeout: 180_000 }, () => {
  it('covers all 31 groups and every route', () => {
    expect(all).toHaveLength(31)
    expect(guarded.length).toBeGreaterThan(30)
    expect(new Set(all.map((group) => group.home)).size).toBe(5)
  })

  it('nobody without a session passes any guarded route', async () => {
    const offences: string[] = []
    for (const route of guarded) {
      const visit = office.visit()
      await visit.open('/login')
      const address = addressesOf(route, documents.own)
      await (route.method === 'get' ? visit.peek(address) : visit.post(address, {}, false))
      if (visit.status !== 303 || !visit.headers.get('location')?.startsWith('/login')) offences.push(`${name(route)} answered ${visit.status}`)
    }
    expect(offences).toEqual([])
  })

  it.each(all.map((group) => [group.code, group] as const))('%s passes exactly the routes of its permissions', async (_code, group) => {
    const { visit, userId } = await member(group)
    const offences: string[] = []
    await visit.open('/')
    let html = visit.html
    for (const route of guarded) {
      visit.html = html
      const address = addressesOf(route, documents.own)
      await (route.method === 'get' ? visit.peek(address) : visit.post(address, {}, false))
      const refused = visit.status === 403
      if (visit.status >= 500) offences.push(office.log.findLast((line) => line.includes('unexpected')) ?? '')
      if (refused === may(group, route) || visit.status >= 500) offences.push(`${name(route)} answered ${visit.status}`)
      if (visit.status === 200) offences.push(...shutDoors(visit.html, group).map((href) => `${name(route)} leads to ${href}`))
      if (visit.cookie('laas.sid') === undefined) {
        await openSession(visit, userId)
        html = (await visit.open('/')).html
      }
    }
    expect(offences).toEqual([])
  })

  it.each(['sibling', 'foreign', 'otherProvince'] as const)('a school reaches no document of a %s office, by any address', async (where) => {
    const offences: string[] = []
    for (const code of ['SUB_FIN_HEAD', 'SUB_FINANCE', 'SUB_CLERK', 'SUB_ACCOUNT']) {
      const group = all.find((entry) => entry.code === code)
      if (!group) throw new Error(code)
      const { visit } = await member(group)
      await visit.open('/')
      const html = visit.html
      for (const route of guarded.filter((entry) => entry.path.includes(':') && may(group, entry) && entry.path !== '/home/news/:code')) {
        visit.html = html
        const address = addressesOf(route, documents[where])
        await (route.method === 'get' ? visit.peek(address) : visit.post(address, { version: '1', reason: 'ทดสอบ' }, false))
        if (visit.status !== 404) offences.push(`${code} ${name(route)} answered ${visit.status}`)
      }
    }
    expect(offences).toEqual([])
  })
})
