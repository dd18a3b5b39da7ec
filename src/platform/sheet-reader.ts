/** Reads an uploaded table, CSV or Excel, as rows of text. A file that would swell beyond reason is refused before it is opened. */
import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { parse } from 'csv-parse/sync'

export type SheetFault = 'kind' | 'large' | 'unreadable'
export type Sheet = readonly (readonly string[])[]

const largestFile = 2 * 1024 * 1024
const largestUnpacked = 50 * 1024 * 1024
const mostTimes = 100
const seconds = 20

/** The first sheet; a fault where there is none to be read. */
export async function readSheet(bytes: Buffer): Promise<Sheet | SheetFault> {
  if (bytes.length > largestFile) return 'large'
  if (!bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) return readCsv(bytes)
  const unpacked = unpackedSize(bytes)
  if (unpacked === undefined) return 'unreadable'
  if (unpacked > largestUnpacked || unpacked > bytes.length * mostTimes) return 'large'
  return readExcel(bytes)
}

/** UTF-8, or the code page that older spreadsheets write Thai in. */
function readCsv(bytes: Buffer): Sheet | SheetFault {
  const text = decoded(bytes)
  if (text.includes('\u0000')) return 'kind'
  try {
    const first = text.split('\n', 1)[0] ?? ''
    const delimiter = ['\t', ';'].find((sign) => first.includes(sign)) ?? ','
    return parse(text, { bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, delimiter })
  } catch {
    return 'unreadable'
  }
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-874').decode(bytes)
  }
}

const directoryEnd = 0x06054b50
const directoryEntry = 0x02014b50

/** What the directory at the end of the archive says its files unpack to. */
function unpackedSize(bytes: Buffer): number | undefined {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 20 > bytes.length || bytes.readUInt32LE(end) !== directoryEnd) return undefined
  let at = bytes.readUInt32LE(end + 16)
  let total = 0
  while (at + 46 <= end && bytes.readUInt32LE(at) === directoryEntry) {
    total += bytes.readUInt32LE(at + 24)
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return total
}

// The thread runs plain JavaScript from here, so that it is the same from sources and from the build.
const inThread = `
  const { parentPort, workerData } = require('node:worker_threads')
  const { readSheet } = require(workerData.library)
  readSheet(Buffer.from(workerData.bytes)).then((rows) => parentPort.postMessage(rows.map((row) => row.map((cell) => cell === null || cell === undefined ? '' : cell instanceof Date ? cell.toISOString().slice(0, 10) : cell))))`

/** In a thread of its own with little memory, so that a bad file harms nobody at work. */
function readExcel(bytes: Buffer): Promise<Sheet | SheetFault> {
  const library = createRequire(import.meta.url).resolve('read-excel-file/node')
  const worker = new Worker(inThread, { eval: true, workerData: { bytes, library }, resourceLimits: { maxOldGenerationSizeMb: 256 }, execArgv: [] })
  return new Promise((resolve) => {
    const late = setTimeout(() => void worker.terminate(), seconds * 1000)
    const answer = (sheet: Sheet | SheetFault) => {
      clearTimeout(late)
      resolve(sheet)
      void worker.terminate()
    }
    worker.once('message', (rows: readonly (readonly unknown[])[]) => answer(rows.map((row) => row.map(written))))
    worker.once('error', () => answer('unreadable'))
    worker.once('exit', () => answer('unreadable'))
  })
}

/** A number as the sheet shows it: fifteen digits, without the dust of binary fractions. */
function written(cell: unknown): string {
  if (typeof cell !== 'number') return String(cell)
  const text = String(Number(cell.toPrecision(15)))
  return text.includes('e') ? cell.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 }) : text
}
