// A list as a file, however long: read and sent part by part, whole or visibly broken.
import { get as httpGet, type IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { documentsText, exportRoutes, mostExported, mostPrinted, tableRoutes, type ExportPart } from '../../src/documents/index.ts'
import { testOffice } from '../support/app.ts'
import { signIn } from '../support/sign-in.ts'

const parts = 400
const rowsOfPart = 1000
const read = { parts: 0 }
const right = 'account.report:print'
const wide = 'ก'.repeat(60)

function partOf(part: number, breaksAt: number): ExportPart {
  read.parts += 1
  if (part === breaksAt) throw new Error('the database went away')
  const rows = Array.from({ length: rowsOfPart }, (_, index) => [String(part * rowsOfPart + index), wide])
  return { rows, next: part + 1 < parts ? async () => partOf(part + 1, breaksAt) : undefined }
}

const list = (breaksAt: number) => async () => ({ fileName: 'long', name: 'ยาว', about: [], header: ['ลำดับ', 'ข้อความ'], ...partOf(0, breaksAt) })
/** As many rows as a paper holds. */
const twoParts = async () => ({ ...await list(-1)(), ...partOf(0, -1), next: async () => ({ ...partOf(1, -1), next: undefined }) })
const office = await testOffice({ extraRoutes: [...exportRoutes('/test/long', right, list(-1)), ...exportRoutes('/test/broken', right, list(3)), ...tableRoutes('/test/two', right, twoParts), ...tableRoutes('/test/paper', right, list(-1))] })
const clerk = await signIn(office, 'saensuk.account')

function opened(path: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    httpGet(`${office.base}${path}`, { headers: { cookie: `laas.sid=${clerk.cookie('laas.sid') ?? ''}`, 'x-forwarded-for': clerk.ip, 'user-agent': clerk.agent } }, resolve).on('error', reject)
  })
}

describe('a file of many rows', () => {
  it('comes out while it is read, and waits for whoever reads slowly', { timeout: 60_000 }, async () => {
    read.parts = 0
    const answer = await opened('/test/long/csv')
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-disposition']).toBe('attachment; filename=long.csv')
    await new Promise((resolve) => { setTimeout(resolve, 1500) })
    expect(read.parts).toBeGreaterThan(0)
    expect(read.parts).toBeLessThan(parts / 2)
    let [text, rows, last] = ['', 0, '']
    for await (const chunk of answer.setEncoding('utf8')) {
      const lines = (text + chunk).split('\r\n')
      text = lines.pop() ?? ''
      rows += lines.length
      last = lines.at(-1) ?? last
    }
    expect([rows, last, text]).toEqual([parts * rowsOfPart + 1, `${parts * rowsOfPart - 1},${wide}`, ''])
  })

  it('is not made as a workbook, and nobody reads it to its end to find that out', async () => {
    read.parts = 0
    const answer = await opened('/test/long/xlsx')
    answer.resume()
    expect(answer.statusCode).toBe(422)
    expect(read.parts).toBe(mostExported / rowsOfPart + 1)
    await clerk.open('/test/long/xlsx')
    expect(clerk.text).toContain(documentsText.export.tooMany(mostExported.toLocaleString('en')))
  })

  it('goes on paper whole as long as a paper holds it, though it is read in parts', async () => {
    await clerk.open('/test/two/print')
    expect(clerk.status).toBe(200)
    expect([...clerk.html.matchAll(/<tr\b/g)].length).toBeGreaterThanOrEqual(mostPrinted)
    read.parts = 0
    await clerk.open('/test/paper/print')
    expect(clerk.status).toBe(422)
    expect(read.parts).toBe(mostPrinted / rowsOfPart + 1)
  })

  it('that fails half-way is a broken download, never a short one that looks whole; the fault is logged and the next request served', async () => {
    const answer = await opened('/test/broken/csv')
    expect(answer.statusCode).toBe(200)
    await expect((async () => { for await (const chunk of answer) expect(chunk.length).toBeGreaterThan(0) })()).rejects.toThrow('aborted')
    expect(office.log.filter((line) => line.includes('broken while it was sent'))).toHaveLength(1)
    expect((await clerk.open('/')).status).toBe(200)
  })

  it('is given up when its reader leaves, and that is nobody’s fault', async () => {
    const before = office.log.filter((line) => line.includes('broken while it was sent')).length
    read.parts = 0
    const answer = await opened('/test/long/csv')
    answer.destroy()
    await new Promise((resolve) => { setTimeout(resolve, 1000) })
    const now = read.parts
    expect(now).toBeLessThan(parts)
    await new Promise((resolve) => { setTimeout(resolve, 300) })
    expect(read.parts).toBe(now)
    expect(office.log.filter((line) => line.includes('broken while it was sent'))).toHaveLength(before)
  })
})
