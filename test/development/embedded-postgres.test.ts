import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, readlink, realpath, rm, stat, statfs, unlink, writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { findClosedFolder, requireReachable } from '../../src/development/embedded-postgres-folder.ts'
import { bringWithinReach, createMissingLinks, findPrograms } from '../../src/development/embedded-postgres-programs.ts'
import { holderOf } from '../../src/development/embedded-postgres-running.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../src/development/embedded-postgres.ts'

const launcher = resolve(import.meta.dirname, '../../src/development/embedded-postgres.ts')
const stranger = { uid: 65533, gid: 65533 }
let home = ''
const started: EmbeddedPostgres[] = []
const children: ChildProcess[] = []

beforeAll(async () => {
  home = await mkdtemp(join(await roomyFolder(), 'embedded-postgres-'))
  await chmod(home, 0o755) // mkdtemp closes it to the server's user
})

afterEach(async () => {
  for (const child of children.splice(0)) await kill(child)
  for (const server of started.splice(0)) await server.stop()
})

afterAll(() => rm(home, { recursive: true, force: true }))

async function roomyFolder(): Promise<string> {
  const memory = await statfs('/dev/shm').catch(() => undefined)
  return memory !== undefined && memory.bavail * memory.bsize > 1024 ** 3 ? '/dev/shm' : tmpdir()
}

async function start(folder: string, durable = false): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ folder, durable })
  started.push(server)
  return server
}

async function ask(url: string, sql: string): Promise<unknown[][]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows
  } finally {
    await client.end()
  }
}

function keep(child: ChildProcess): ChildProcess {
  children.push(child)
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

async function firstPrinted(child: ChildProcess): Promise<string> {
  let printed = ''
  for await (const chunk of child.stdout ?? []) {
    printed += String(chunk)
    if (printed.includes('\n')) break
  }
  return printed.trim()
}

const pidFileOf = (folder: string) => join(folder, 'cluster', 'postmaster.pid')

async function serverPidOf(folder: string): Promise<number> {
  return Number((await readFile(pidFileOf(folder), 'utf8')).split('\n')[0])
}

describe('a first start', () => {
  test('makes a cluster in a folder with Thai letters and spaces, and it answers in UTC', async () => {
    const server = await start(join(home, 'ข้อมูล ของ อปท', 'ฐานข้อมูล ๑'))
    expect(server.adopted).toBe(false)
    expect(server.url).toMatch(/^postgres:\/\/postgres:[0-9a-f]{48}@127\.0\.0\.1:\d+\/postgres$/)
    expect(await ask(server.url, 'select 1')).toEqual([[1]])
    const settings = `select name, setting from pg_settings where name in
      ('TimeZone', 'listen_addresses', 'max_connections', 'unix_socket_directories', 'server_encoding', 'fsync') order by name collate "C"`
    expect(await ask(server.url, settings)).toEqual([
      ['TimeZone', 'UTC'], ['fsync', 'off'], ['listen_addresses', '127.0.0.1'], ['max_connections', '200'],
      ['server_encoding', 'UTF8'], ['unix_socket_directories', ''],
    ])
  })

  test('sorts Thai words by their consonant, without being asked to', async () => {
    const server = await start(join(home, 'thai'))
    const words = `select word from unnest(array['เขา', 'ไก่', 'ขา', 'แก', 'กา', 'งา']) as word order by word`
    expect((await ask(server.url, words)).flat()).toEqual(['กา', 'แก', 'ไก่', 'ขา', 'เขา', 'งา'])
    expect(await ask(server.url, `select datlocprovider, datlocale from pg_database where datname = 'template1'`)).toEqual([['i', 'th-TH']])
  })

  test('hides the password from other users and lets nobody in without it', async () => {
    const folder = join(home, 'password')
    const server = await start(folder)
    expect((await stat(join(folder, 'superuser-password'))).mode & 0o777).toBe(0o600)
    await expect(ask(server.url.replace(/:[0-9a-f]{48}@/, ':wrong@'), 'select 1')).rejects.toMatchObject({ code: '28P01' })
  })

  test('does not take a cluster half made by a killed start for a whole one', async () => {
    const folder = join(home, 'half')
    const half = join(folder, 'cluster-in-making-killed')
    await mkdir(half, { recursive: true })
    await writeFile(join(half, 'PG_VERSION'), '18\n')
    const server = await start(folder)
    expect(await ask(server.url, 'select 1')).toEqual([[1]])
    expect((await readdir(folder)).filter((name) => name.startsWith('cluster'))).toEqual(['cluster'])
  })
})

describe('a start while the server runs', () => {
  test('adopts it, and stopping leaves no server', async () => {
    const folder = join(home, 'twice')
    const first = await start(folder)
    const second = await start(folder)
    expect(second).toMatchObject({ url: first.url, adopted: true })
    const pid = await serverPidOf(folder)
    await second.stop()
    await first.stop() // nothing left to stop, and no complaint
    await expect(ask(first.url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    expect(await holderOf(pid, join(folder, 'cluster'))).not.toBe('postgres') // gone, or dead and not yet reaped
    await expect(stat(pidFileOf(folder))).rejects.toMatchObject({ code: 'ENOENT' })
  })

  test('two first starts at once end in one server that both can use', async () => {
    const folder = join(home, 'race')
    const [one, other] = await Promise.all([start(folder), start(folder)])
    expect(one.url).toBe(other.url)
    expect([one.adopted, other.adopted].sort()).toEqual([false, true])
    expect(await ask(other.url, 'select 1')).toEqual([[1]])
  })
})

describe('after a crash', () => {
  test('the server of a launcher killed with -9 is adopted with its data', async () => {
    const folder = join(home, 'launcher')
    const script = `const { startEmbeddedPostgres } = await import(process.argv[1])
      console.log((await startEmbeddedPostgres({ folder: process.argv[2], durable: false })).url)
      setInterval(() => {}, 1000)`
    const child = keep(spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script, launcher, folder]))
    const url = await firstPrinted(child)
    await ask(url, `create table receipt as select 'ใบเสร็จ' as name`)
    const pid = await serverPidOf(folder)
    await kill(child)
    const server = await start(folder)
    expect(server).toMatchObject({ url, adopted: true })
    expect(await serverPidOf(folder)).toBe(pid)
    expect(await ask(server.url, 'select name from receipt')).toEqual([['ใบเสร็จ']])
  })

  test('a server killed with -9 comes back with what was committed, though an old child still holds the folder', async () => {
    const folder = join(home, 'postmaster')
    const first = await start(folder, true)
    expect(await ask(first.url, 'show fsync')).toEqual([['on']])
    await ask(first.url, `create table voucher as select generate_series(1, 1000) as number`)
    const busy = new Client({ connectionString: first.url })
    busy.on('error', () => undefined)
    await busy.connect()
    const work = `do $$ begin while clock_timestamp() < now() + interval '2 seconds' loop end loop; end $$`
    const ended = busy.query(work).catch(() => undefined)
    process.kill(await serverPidOf(folder), 'SIGKILL')
    const second = await start(folder, true)
    expect(second.adopted).toBe(false)
    expect(await ask(second.url, 'select count(*)::int, sum(number)::int from voucher')).toEqual([[1000, 500500]])
    expect(await readFile(join(folder, 'server.log'), 'utf8')).toContain('pre-existing shared memory block')
    await ended
  })

  test('a number that now belongs to somebody else does not keep the server from starting', async () => {
    const folder = join(home, 'stranger')
    const first = await start(folder)
    await ask(first.url, `create table budget as select 7 as amount`)
    const pidFile = await readFile(pidFileOf(folder), 'utf8')
    await first.stop()
    const owner = await stat(join(folder, 'cluster'))
    const sleeper = keep(spawn('sleep', ['60'], { cwd: '/', ...(process.geteuid?.() === 0 ? { uid: owner.uid, gid: owner.gid } : {}) }))
    await writeFile(pidFileOf(folder), pidFile.replace(/^\d+/, String(sleeper.pid)), { mode: 0o600 })
    await chown(pidFileOf(folder), owner.uid, owner.gid)
    const second = await start(folder)
    expect(second.adopted).toBe(false)
    expect(await ask(second.url, 'select amount from budget')).toEqual([[7]])
    expect(sleeper.exitCode).toBe(null)
    expect(await serverPidOf(folder)).not.toBe(sleeper.pid)
  })

  test('the server of another folder is neither adopted nor stopped', async () => {
    const original = join(home, 'original')
    const folder = join(home, 'copied')
    await (await start(original)).stop()
    await cp(original, folder, { recursive: true }) // so both have the same password; made by root it is also root's
    const first = await start(folder)
    await first.stop()
    const other = await start(original)
    await cp(pidFileOf(original), pidFileOf(folder))
    await first.stop()
    const second = await start(folder)
    expect(second.adopted).toBe(false)
    expect(second.url).not.toBe(other.url)
    expect(await ask(other.url, 'select 1')).toEqual([[1]])
  })

  test('an empty postmaster.pid left by a power cut is removed', async () => {
    const folder = join(home, 'empty')
    await (await start(folder)).stop()
    await writeFile(pidFileOf(folder), '')
    expect(await ask((await start(folder)).url, 'select 1')).toEqual([[1]])
  })

  test('a lost password is named at once', async () => {
    const folder = join(home, 'lost')
    await (await start(folder)).stop()
    await rm(join(folder, 'superuser-password'))
    await expect(start(folder)).rejects.toThrow('The password of the cluster is lost')
  })
})

describe('the programs', () => {
  const packageOf = async () => resolve(dirname((await findPrograms(undefined)).pgCtl), '..', '..')
  const runs = (folder: string) => spawnSync(join(folder, 'native/bin/postgres'), ['--version'], { encoding: 'utf8' }).stdout

  test('are made whole when links are missing, and only then find their libraries', async () => {
    const copy = join(home, 'links')
    await cp(await packageOf(), copy, { recursive: true, verbatimSymlinks: true })
    const lib = join(copy, 'native/lib')
    const entries = await readdir(lib, { withFileTypes: true })
    const links = entries.filter((entry) => entry.isSymbolicLink()).map((entry) => join(lib, entry.name))
    const before = await Promise.all(links.map((link) => readlink(link)))
    for (const link of links) await unlink(link)
    const broken = runs(copy)
    await createMissingLinks(copy)
    expect(await Promise.all(links.map((link) => readlink(link)))).toEqual(before)
    expect(links.length).toBeGreaterThan(0)
    expect([broken, runs(copy)]).toEqual(['', expect.stringContaining('PostgreSQL')])
    await createMissingLinks(copy) // what is there stays
  })

  test('are copied to an open folder when the server user cannot reach them', async () => {
    const closed = join(home, 'closed')
    await mkdir(closed, { mode: 0o700 })
    await mkdir(join(home, 'open'), { mode: 0o755 })
    await cp(await packageOf(), join(closed, 'package'), { recursive: true, verbatimSymlinks: true })
    vi.stubEnv('TMPDIR', join(home, 'open'))
    const usable = await bringWithinReach(join(closed, 'package'), stranger)
    expect(dirname(usable)).toBe(join(home, 'open'))
    expect(await findClosedFolder(join(usable, 'native/bin'), stranger)).toBe(undefined)
    expect(runs(usable)).toContain('PostgreSQL')
    const made = (await stat(usable)).ino
    expect(await bringWithinReach(join(closed, 'package'), stranger)).toBe(usable)
    expect((await stat(usable)).ino).toBe(made) // the second time the copy serves again
    await chmod(usable, 0o777)
    await expect(bringWithinReach(join(closed, 'package'), stranger)).rejects.toThrow('is not ours')
    vi.unstubAllEnvs()
  })
})

describe('a data folder below a closed one', () => {
  test('is refused with the name of the folder that is in the way', async () => {
    const closed = join(await realpath(home), 'private')
    await mkdir(join(closed, 'data'), { recursive: true })
    await chmod(closed, 0o700)
    await expect(requireReachable(join(closed, 'data'), stranger)).rejects.toThrow(`may not pass through ${closed}: run "chmod o+x"`)
    if (process.geteuid?.() === 0) await expect(start(join(closed, 'data/postgres'))).rejects.toThrow(`may not pass through ${closed}`)
    await chmod(closed, 0o711)
    expect(await requireReachable(join(closed, 'data'), stranger)).toBe(undefined)
  })
})
