import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type Server } from 'node:http'
import { request as send, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import express from 'express'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { staticFiles, type StaticFiles } from '../../../src/platform/http/static-files.ts'

const style = `main { color: #1b2030 }\n`.repeat(50)
const folder = mkdtempSync(join(tmpdir(), 'laas-files-'))
const house: { files: StaticFiles; server: Server; port: number } = { files: staticFiles(folder), server: express().listen(0), port: 0 }

beforeAll(async () => {
  mkdirSync(join(folder, 'css'))
  writeFileSync(join(folder, 'css/app.css'), style)
  house.server.close()
  house.files = staticFiles(folder)
  const app = express().set('etag', false).use(house.files.serve).use((_request, response) => { response.status(404).send('not here') })
  house.server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => house.server.once('listening', resolve))
  const address = house.server.address()
  house.port = address !== null && typeof address === 'object' ? address.port : 0
})

afterAll(() => {
  house.server.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Got {
  readonly status: number | undefined
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/** Not fetch, which unpacks what it gets. */
function get(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    send({ host: '127.0.0.1', port: house.port, path, method, headers: { connection: 'close', ...headers } }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.once('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }))
    }).once('error', reject).end()
  })
}

const chrome = { 'accept-encoding': 'gzip, deflate, br, zstd' }

describe('files of public/', () => {
  it('travel in the smallest packing the browser takes, and caches are told so', async () => {
    const small = await get('/css/app.css', chrome)
    expect(small.headers).toMatchObject({ 'content-encoding': 'br', 'content-type': 'text/css; charset=utf-8', vary: 'Accept-Encoding' })
    expect(brotliDecompressSync(small.body).toString()).toBe(style)
    const older = await get('/css/app.css', { 'accept-encoding': 'gzip' })
    expect(older.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(older.body).toString()).toBe(style)
    const plain = await get('/css/app.css')
    expect(plain.headers['content-encoding']).toBe(undefined)
    expect(plain.headers.vary).toBe('Accept-Encoding')
    expect(plain.body.toString()).toBe(style)
    expect(new Set([small, older, plain].map((got) => got.headers.etag)).size).toBe(3)
  })

  it('are kept for ever under the version at hand, and asked for again under any other address', async () => {
    const cacheOf = async (path: string) => (await get(path)).headers['cache-control']
    expect(await cacheOf(`/css/app.css?v=${house.files.version}`)).toBe('public, max-age=31536000, immutable')
    expect(await cacheOf('/css/app.css?v=older')).toBe('public, max-age=300')
    expect(await cacheOf('/css/app.css')).toBe('public, max-age=300')
  })

  it('are not sent again to a browser that has them', async () => {
    const first = await get('/css/app.css', chrome)
    const again = await get('/css/app.css', { ...chrome, 'if-none-match': first.headers.etag ?? '' })
    expect(again.status).toBe(304)
    expect(again.body).toHaveLength(0)
  })

  it('answer HEAD without a body, and leave what is no file and no look to others', async () => {
    const head = await get('/css/app.css', chrome, 'HEAD')
    expect([head.status, head.body.length, Number(head.headers['content-length']) > 0]).toEqual([200, 0, true])
    for (const path of ['/css/none.css', '/css/', '/css/../../etc/passwd', '/css/%2e%2e/app.css']) expect((await get(path)).status).toBe(404)
    expect((await get('/css/app.css', {}, 'POST')).status).toBe(404)
  })

  it('get another version when a file changes', () => {
    writeFileSync(join(folder, 'css/app.css'), `${style}/* */`)
    expect(staticFiles(folder).version).not.toBe(house.files.version)
  })
})
