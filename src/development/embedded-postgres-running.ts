// What postmaster.pid claims, and what is true of it.
import { execFile } from 'node:child_process'
import { readFile, realpath, rm } from 'node:fs/promises'
import { basename, isAbsolute, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { z } from 'zod'
import { errorCode, readPassword, type DataFolder } from './embedded-postgres-folder.ts'

export interface PidFile {
  readonly pid: number | undefined
  readonly port: number | undefined
  readonly text: string
}

export type Holder = 'gone' | 'postgres' | 'stranger'

const dataDirectorySchema = z.object({ data_directory: z.string() })

export async function readPidFile(cluster: string): Promise<PidFile | undefined> {
  try {
    const text = await readFile(pidFileOf(cluster), 'utf8')
    const [pid, , , port] = text.split('\n')
    return { pid: positive(pid), port: positive(port), text }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

function pidFileOf(cluster: string): string {
  return join(cluster, 'postmaster.pid')
}

function positive(line: string | undefined): number | undefined {
  const value = Number(line)
  return Number.isInteger(value) && value > 0 ? value : undefined
}

/** The address of a server that answers, with our password, and says it keeps this very folder. */
export async function connectToRunning(place: DataFolder): Promise<string> {
  const port = (await readPidFile(place.cluster))?.port
  if (port === undefined) throw new Error(`No server keeps ${place.cluster}`)
  const url = `postgres://postgres:${await readPassword(place)}@127.0.0.1:${port}/postgres`
  const served = await askDataDirectory(url)
  if ((await realpath(served)) !== (await realpath(place.cluster))) throw new Error(`The server on port ${port} keeps ${served}`)
  return url
}

async function askDataDirectory(url: string): Promise<string> {
  const client = new Client({ connectionString: url, ssl: false, connectionTimeoutMillis: 3000, query_timeout: 3000 })
  client.on('error', () => undefined) // a server that dies meanwhile shows in the query below
  try {
    await client.connect()
    const answer = await client.query('SHOW data_directory')
    return dataDirectorySchema.parse(answer.rows[0]).data_directory
  } finally {
    await client.end()
  }
}

/**
 * After a restart of the machine the number in the file may belong to anybody, and PostgreSQL would refuse to start for ever.
 * A process that is gone is left to PostgreSQL, which handles it without a race.
 */
export async function removeForeignPidFile(cluster: string): Promise<void> {
  const found = await readPidFile(cluster)
  if (found === undefined) return
  if (found.pid === undefined) await wait(500) // a server in its first moment, or the empty remnant of a power cut
  if (found.pid !== undefined && (await holderOf(found.pid, cluster)) !== 'stranger') return
  if ((await readPidFile(cluster))?.text === found.text) await rm(pidFileOf(cluster), { force: true })
}

/** Who carries this number today: signal 0 would only say that somebody does. */
export async function holderOf(pid: number, cluster: string): Promise<Holder> {
  if (process.platform === 'linux') return judgeCommand(await commandOnLinux(pid), cluster)
  const [program, list] = process.platform === 'win32'
    ? ['tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH']] as const
    : ['ps', ['-ww', '-p', String(pid), '-o', 'comm=']] as const
  const output = await promisify(execFile)(program, list).then(({ stdout }) => stdout, () => '') // ps fails when there is none
  if (process.platform === 'win32' ? !output.includes(`"${pid}"`) : output.trim() === '') return 'gone'
  return /(^|[/"])postgres(\.exe"|\s*$)/m.test(output) ? 'postgres' : 'stranger'
}

async function commandOnLinux(pid: number): Promise<string[] | undefined> {
  try {
    return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0')
  } catch (error) {
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ESRCH') return undefined
    throw error
  }
}

/** A postgres of another folder is a stranger too. A dead process nobody has reaped has no command, and is one as well. */
async function judgeCommand(command: string[] | undefined, cluster: string): Promise<Holder> {
  if (command === undefined) return 'gone'
  if (basename(command[0] ?? '') !== 'postgres') return 'stranger'
  const folder = command[command.indexOf('-D') + 1] ?? ''
  if (!isAbsolute(folder)) return 'postgres'
  const served = await realpath(folder).catch(() => cluster) // moved away while it ran: better safe
  return served === cluster ? 'postgres' : 'stranger'
}
