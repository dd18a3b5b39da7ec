// What stands around an error: the officer's own frame where it can be drawn, the plain page wherever it cannot.
import { createServer, type RequestListener } from 'node:http'
import express from 'express'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { findCatalogue } from '../../../src/access/index.ts'
import { makeApp } from '../../../src/app.ts'
import { frameMaker } from '../../../src/frame.ts'
import { connect } from '../../../src/platform/database/connection.ts'
import { Database, ownOrigin, system } from '../../../src/platform/database/work.ts'
import { Conflict, NotFound, RuleBroken } from '../../../src/platform/errors.ts'
import { cookieParser } from '../../../src/platform/http/cookies.ts'
import { makeCsrf } from '../../../src/platform/http/csrf.ts'
import { errorPage, notFoundPage } from '../../../src/platform/http/error-page.ts'
import { errorText } from '../../../src/platform/http/error.text.ts'
import { type House } from '../../../src/platform/http/house.ts'
import { redirect } from '../../../src/platform/http/reply.ts'
import { requestLog } from '../../../src/platform/http/request-log.ts'
import { get, getPublic, post } from '../../../src/platform/http/route.ts'
import { sessionFinder } from '../../../src/identity/index.ts'
import { testOffice } from '../../support/app.ts'
import { aGate } from '../../support/gate.ts'
import { aPerson, signedIn } from '../../support/people.ts'
import { Visit } from '../../support/visit.ts'

const changed = 'เอกสารถูกแก้ไขโดยผู้อื่น'
const office = await testOffice({ extraRoutes: [
  get('/papers/:id', 'signed-in', async (_read, request) => { if (request.params.id === '5') return redirect('/'); throw new NotFound('paper') }),
  post('/papers/:id/approve', 'signed-in', async () => { throw new Conflict(changed) }),
  post('/papers/:id/lines/:line/drop', 'signed-in', async () => { throw new RuleBroken(changed) }),
  post('/papers/:id/lose', 'signed-in', async () => { throw new NotFound('paper') }),
  get('/broken', 'signed-in', async () => { throw new Error('a fault of ours') }),
  getPublic('/open', async () => { throw new NotFound('thing') }),
] })
const gate = await aGate(office.url)
afterEach(() => gate.open())

const inside = await signedIn(office, await aPerson(office))

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => new Promise((resolve) => { server.close(resolve); server.closeAllConnections() }))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return `http://127.0.0.1:${address.port}`
}

/** The same person in another window, at this process or another. */
function tab(base = office.base): Visit {
  const visit = new Visit(base)
  for (const name of ['laas.sid', 'laas.csrf']) visit.setCookie(name, inside.cookie(name))
  visit.html = inside.html
  return visit
}

const shown = (visit: Visit) => ({
  status: visit.status, title: /<h1[^>]*>([^<]*)/.exec(visit.html)?.[1], hasMenu: /<nav[^>]*menu/.test(visit.html), hasPerson: visit.text.includes('นาง ทดสอบ ระบบงาน') || visit.text.includes('นางทดสอบ ระบบงาน'),
  waysBack: [...visit.html.slice(visit.html.indexOf('<main')).matchAll(/<a class="button secondary" href="([^"]+)"/g)].map((match) => match[1]),
})
const framed = (status: number, kind: keyof typeof errorText.pages, waysBack: readonly string[]) => ({ status, title: errorText.pages[kind].title, hasMenu: true, hasPerson: true, waysBack })
const plain = (status: number, kind: keyof typeof errorText.pages) => ({ status, title: errorText.pages[kind].title, hasMenu: false, hasPerson: false, waysBack: ['/'] })

describe('inside a session an error keeps menu, person and trail', () => {
  it('at an address that does not exist, for a thing that is not there, and where one has no right', async () => {
    const visit = tab()
    expect(shown(await visit.open('/nowhere/at/all'))).toEqual(framed(404, 'notFound', ['/']))
    expect(visit.html).toMatch(/breadcrumb[\s\S]*หน้าหลัก[\s\S]*ไม่พบหน้าที่ต้องการ/)
    expect(visit.text).toMatch(/เลขอ้างอิง [0-9A-F]{12}/)
    expect(shown(await visit.open('/papers/6'))).toEqual(framed(404, 'notFound', ['/']))
    expect(shown(await visit.open('/admin/orders'))).toEqual(framed(403, 'forbidden', ['/']))
  })

  it('when the paper was changed meanwhile, with the way back to it', async () => {
    const visit = await tab().post('/papers/5/approve')
    expect(shown(visit)).toEqual(framed(409, 'conflict', ['/papers/5', '/']))
    expect(visit.text).toContain(changed)
  })

  it('the way back is the nearest page there is; a paper that is gone leads home', async () => {
    expect(shown(await tab().post('/papers/5/lines/3/drop'))).toEqual(framed(422, 'refused', ['/papers/5', '/']))
    expect(shown(await tab().post('/papers/5/lose'))).toEqual(framed(404, 'notFound', ['/']))
  })

  it('when a form has gone stale', async () => {
    const visit = tab()
    visit.html = ''
    expect(shown(await visit.post('/papers/5/approve'))).toEqual(framed(403, 'staleForm', ['/papers/5', '/']))
  })
})

describe('the plain page', () => {
  it('is for whoever is not signed in, or no longer', async () => {
    expect(shown(await office.visit().open('/nowhere'))).toEqual(plain(404, 'notFound'))
    expect(shown(await office.visit().open('/open'))).toEqual(plain(404, 'notFound'))
    const idle = await signedIn(office, await aPerson(office))
    office.clock.advance(1800)
    expect(shown(await idle.open('/nowhere'))).toEqual(plain(404, 'notFound'))
    office.clock.advance(-1800)
  })

  it('is for a fault of ours, whoever meets it', async () => {
    expect(shown(await tab().open('/broken'))).toEqual(plain(500, 'broken'))
  })

  it('is sent when the frame cannot be drawn, and the log says so', async () => {
    const { config, database, identity: { log } } = office
    const signInPool = connect({ url: office.url, pool: 1, role: 'laas_sign_in' })
    afterAll(() => signInPool.destroy())
    const frameOf = frameMaker(office.routes)
    const house: House = {
      config, log, database, csrf: makeCsrf(config), findSession: sessionFinder(database, signInPool), recordDenied: async () => undefined,
      stepUpPath: () => '/', loginPath: () => '/', pageOf: () => '/', opens: () => true,
      frameOf: (context) => { if (context.officer) throw new TypeError('no menu today'); return frameOf(context) },
    }
    const base = await serve(express().use(requestLog(log), cookieParser(config), notFoundPage(house), errorPage(house)))
    const before = office.log.length
    expect(shown(await tab(base).open('/nowhere'))).toEqual(plain(404, 'notFound'))
    expect(office.log.slice(before).filter((line) => line.includes('no menu today') && line.includes('"level":"ERROR"'))).toHaveLength(1)
  })

  it('is sent when the database does not answer who is there; pages that need it stay with the static one', async () => {
    const pools = [connect({ url: gate.url, pool: 2, role: 'laas_app', patience: 250 }), connect({ url: gate.url, pool: 2, role: 'laas_sign_in', patience: 250 })] as const
    afterAll(() => Promise.all(pools.map((pool) => pool.destroy())))
    const catalogue = await office.database.read(system, ownOrigin, findCatalogue)
    const { config, identity } = office
    const base = await serve(makeApp({ config, log: identity.log, database: new Database(pools[0], office.clock), signInPool: pools[1], identity, catalogue }))
    expect(shown(await tab(base).open('/nowhere'))).toEqual(framed(404, 'notFound', ['/']))
    gate.close()
    expect(shown(await tab(base).open('/nowhere'))).toEqual(plain(404, 'notFound'))
    expect((await tab(base).open('/profile')).status).toBe(503)
  })
})
