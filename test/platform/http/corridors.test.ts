// Every address leads where Express by itself would lead, only sooner.
import express, { type Express, type Request, type RequestHandler, type Response, type Router } from 'express'
import { describe, expect, it } from 'vitest'
import { corridors } from '../../../src/platform/http/corridors.ts'
import { type Route } from '../../../src/platform/http/route.ts'
import { allRoutes } from '../../../src/rooms.ts'
import { type IdentityTools } from '../../../src/identity/index.ts'

const routes = allRoutes({} as IdentityTools)
type Found = Response & { found(path: string): void }

function hang(router: Router, { method, path }: Route): void {
  const told: RequestHandler = (_req, res) => { (res as Found).found(path) }
  if (method === 'get') router.get(path, told)
  else router.post(path, told)
}

function lead(app: Express, method: string, url: string): Promise<string> {
  return new Promise((resolve) => {
    app({ method, url, headers: {} } as unknown as Request, { setHeader() {}, found: resolve } as unknown as Found, () => { resolve('nowhere') })
  })
}

const plain = express()
for (const route of routes) hang(plain, route)
const ours = express().use(corridors(routes, hang))

const filled = (path: string, value: string) => path.replaceAll(/:\w+/g, value)

async function expectTheSame(asked: readonly (readonly [method: string, url: string])[]): Promise<void> {
  const by = (app: Express) => Promise.all(asked.map(async ([method, url]) => `${method} ${url} → ${await lead(app, method, url)}`))
  expect(await by(ours)).toEqual(await by(plain))
}

describe('corridors', () => {
  it.each(['7', 'abc'])('lead to the same door as one long row does, of all addresses with %s in them', async (value) => {
    expect(routes.length).toBeGreaterThan(1000)
    await expectTheSame(routes.map(({ method, path }) => [method.toUpperCase(), filled(path, value)]))
  })

  it('and where somebody typed otherwise, or where nothing is', async () => {
    const urls = ['/RECEIPTS/Books', '/receipts/', '/receipts/books/', '/receipts/books?state=open', '/', '//', '/nothing', '/receipts/books/1/2/3/4', '/receipts/%62ooks']
    await expectTheSame(urls.flatMap((url) => ['GET', 'POST', 'HEAD'].map((method) => [method, url] as const)))
    expect([await lead(ours, 'GET', '/nothing'), await lead(ours, 'GET', '/RECEIPTS/Books/')]).toEqual(['nowhere', '/receipts/books'])
  })
})
