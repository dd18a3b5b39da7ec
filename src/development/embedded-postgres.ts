// A PostgreSQL server for a machine that has nothing but Node.js. Loopback and development only: its OpenSSL and ICU are old.
// Whoever has a real server sets DATABASE_URL and never comes here.
import { chown, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createPasswordOnce, openDataFolder, readPassword, type DataFolder } from './embedded-postgres-folder.ts'
import { findPrograms, runProgram, tailOf, type Programs } from './embedded-postgres-programs.ts'
import { connectToRunning, holderOf, readPidFile, removeForeignPidFile } from './embedded-postgres-running.ts'

export interface EmbeddedPostgres {
  /** postgres://postgres:…@127.0.0.1:port/postgres */
  url: string
  /** True when a server was found running, left by a process that died. */
  adopted: boolean
  /** Stops the server, adopted or not. */
  stop(): Promise<void>
}

interface Site {
  readonly place: DataFolder
  readonly programs: Programs
  readonly durable: boolean
  readonly port: number | undefined
}

const patience = 10_000
const making = 'cluster-in-making-'
// Inside the data folder: /dev/shm is tiny in containers, and a killed server leaves its pieces there. Windows has only its own way.
const sharedMemory = process.platform === 'win32' ? [] : ['dynamic_shared_memory_type=mmap']
const settings = [
  ...sharedMemory,
  // Socket paths are short and our folders may be long or Thai; everything goes over TCP.
  'listen_addresses=127.0.0.1', 'unix_socket_directories=',
  'max_connections=200', 'shared_buffers=256MB', 'timezone=UTC', 'log_timezone=UTC',
]
const carelessSettings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/** `folder` is created when missing; `durable: false` trades safety against power cuts for speed, for tests; without `port` any free one. */
export async function startEmbeddedPostgres(options: { folder: string; durable?: boolean; port?: number }): Promise<EmbeddedPostgres> {
  const place = await openDataFolder(options.folder)
  const site = { place, programs: await findPrograms(place.user), durable: options.durable ?? true, port: options.port }
  if (!(await isCluster(place.cluster))) await createCluster(site)
  await readPassword(place) // says so at once when it is lost
  const reached = await reachServer(site)
  return { ...reached, stop: () => stopServer(site) }
}

function isCluster(folder: string): Promise<boolean> {
  return stat(join(folder, 'PG_VERSION')).then(() => true, () => false)
}

/** Made aside and renamed: initdb writes PG_VERSION early, and one killed half-way would leave a cluster that never starts. */
async function createCluster(site: Site): Promise<void> {
  const { place } = site
  await createPasswordOnce(place)
  const draft = await mkdtemp(join(place.folder, making))
  try {
    if (place.user !== undefined) await chown(draft, place.user.uid, place.user.gid)
    await runProgram(place, site.programs.initdb, initdbArguments(site, draft))
    await rename(draft, place.cluster)
  } catch (error) {
    if (!(await isCluster(place.cluster))) throw error // otherwise another process was first, and theirs is as good
  }
  for (const name of await readdir(place.folder)) {
    if (name.startsWith(making)) await rm(join(place.folder, name), { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Thai order comes from ICU; --locale=C keeps Windows from failing on locale names that are not ASCII. */
function initdbArguments(site: Site, cluster: string): string[] {
  const thai = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=th-TH']
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${site.place.passwordFile}`]
  const memory = sharedMemory.map((setting) => `--set=${setting}`)
  return ['-D', cluster, ...thai, ...access, ...memory, ...(site.durable ? [] : ['--no-sync'])]
}

/** Right after a crash the old children hold the folder for a second or two, so a failure is tried again for a while. */
async function reachServer(site: Site): Promise<{ url: string; adopted: boolean }> {
  const deadline = performance.now() + patience
  for (;;) {
    // The server outlives a killed launcher. Only a connection proves it: pg_ctl status looks at the number alone.
    const running = await connectToRunning(site.place).catch(() => undefined)
    if (running !== undefined) return { url: running, adopted: true }
    await removeForeignPidFile(site.place.cluster)
    const failure = await startServer(site).then(() => undefined, (error: unknown) => error)
    if (failure === undefined) return { url: await connectOrStop(site), adopted: false }
    if (performance.now() > deadline) throw failure
    await wait(250)
  }
}

async function connectOrStop(site: Site): Promise<string> {
  try {
    return await connectToRunning(site.place)
  } catch (error) {
    await stopServer(site) // a server nobody can use is not left behind
    throw error
  }
}

/** By pg_ctl, because on Windows it drops administrator rights. */
async function startServer(site: Site): Promise<void> {
  const { place, programs } = site
  const chosen = [...settings, `port=${site.port ?? await findFreePort()}`, ...(site.durable ? [] : carelessSettings)]
  const options = chosen.map((setting) => `-c ${setting}`).join(' ')
  try {
    await runProgram(place, programs.pgCtl, ['start', '-w', '-t', '120', '-D', place.cluster, '-l', place.serverLog, '-o', options])
  } catch (cause) {
    throw new Error(`The database in ${place.folder} does not start:\n${await tailOf(place.serverLog)}`, { cause })
  }
}

function findFreePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (typeof address === 'object' && address !== null ? done(address.port) : failed(new Error('No free port'))))
    })
  })
}

/** The holder is checked first: pg_ctl would signal whoever carries the number now. */
async function stopServer({ place, programs }: Site): Promise<void> {
  const pid = (await readPidFile(place.cluster))?.pid
  if (pid === undefined || (await holderOf(pid, place.cluster)) !== 'postgres') return
  try {
    await runProgram(place, programs.pgCtl, ['stop', '-w', '-m', 'fast', '-D', place.cluster])
  } catch (error) {
    if ((await readPidFile(place.cluster)) !== undefined) throw error // otherwise it stopped by itself meanwhile
  }
}
