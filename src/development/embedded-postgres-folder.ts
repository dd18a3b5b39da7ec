// The data folder: cluster, password and logs side by side, owned by a user as whom PostgreSQL is willing to run.
import { createHash, randomBytes } from 'node:crypto'
import { chown, lchown, link, mkdir, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

export interface ServerUser {
  readonly uid: number
  readonly gid: number
}

export interface DataFolder {
  readonly folder: string
  readonly cluster: string
  readonly passwordFile: string
  readonly serverLog: string
  readonly programLog: string
  /** Whom to run as; undefined when we are an ordinary user already. */
  readonly user: ServerUser | undefined
}

export function errorCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined
}

export async function openDataFolder(path: string): Promise<DataFolder> {
  await mkdir(dirname(resolve(path)), { recursive: true })
  await mkdir(path, { recursive: true, mode: 0o700 })
  const folder = await realpath(path) // programs run elsewhere and compare folders by name
  const cluster = join(folder, 'cluster')
  const user = await chooseServerUser(cluster)
  if (user === undefined) await requireOwnCluster(cluster)
  if (user !== undefined) await handOver(folder, user)
  return {
    folder, cluster, user,
    passwordFile: join(folder, 'superuser-password'), serverLog: join(folder, 'server.log'), programLog: join(folder, 'program.log'),
  }
}

/** PostgreSQL refuses root. A cluster made earlier by an ordinary user stays theirs: taking it away would lock them out. */
async function chooseServerUser(cluster: string): Promise<ServerUser | undefined> {
  if (process.geteuid?.() !== 0) return undefined
  const made = await stat(cluster).catch(() => undefined)
  if (made !== undefined && made.uid !== 0) return { uid: made.uid, gid: made.gid }
  return findNobody()
}

async function findNobody(): Promise<ServerUser> {
  const users = await readFile('/etc/passwd', 'utf8')
  const [, , uid, gid] = users.split('\n').find((line) => line.startsWith('nobody:'))?.split(':') ?? []
  if (uid === undefined || gid === undefined) {
    throw new Error('The database must not run as root, and there is no user "nobody" to run it as')
  }
  return { uid: Number(uid), gid: Number(gid) }
}

async function requireOwnCluster(cluster: string): Promise<void> {
  const found = await stat(cluster).catch(() => undefined)
  if (process.platform === 'win32' || found === undefined || found.uid === process.geteuid?.()) return
  throw new Error(`${cluster} belongs to user ${found.uid} (was it made as root?): start as that user or remove the folder`)
}

async function handOver(folder: string, user: ServerUser): Promise<void> {
  await requireReachable(dirname(folder), user)
  try {
    await chown(folder, user.uid, user.gid)
    if (await isRootsCluster(join(folder, 'cluster'))) await chownAll(folder, user)
  } catch (cause) {
    throw new Error(`The database must not run as root, and ${folder} cannot be given to user ${user.uid}`, { cause })
  }
}

/** A copy made by root, say from a backup. What a living server keeps is never root's, so no file vanishes under our hands. */
function isRootsCluster(cluster: string): Promise<boolean> {
  return stat(cluster).then((found) => found.uid === 0, () => false)
}

async function chownAll(folder: string, user: ServerUser): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    await lchown(join(entry.parentPath, entry.name), user.uid, user.gid)
  }
}

/** Copying data aside, as we do with programs, would lose it: so we stop, and say what to do. */
export async function requireReachable(folder: string, user: ServerUser): Promise<void> {
  const closed = await findClosedFolder(folder, user)
  if (closed === undefined) return
  throw new Error(`The database must not run as root, and user ${user.uid} may not pass through ${closed}: `
    + `run "chmod o+x" on it, start as an ordinary user, or set DATABASE_URL`)
}

/** The outermost folder on the way to this one that the user may not pass through. */
export async function findClosedFolder(folder: string, user: ServerUser): Promise<string | undefined> {
  const parent = dirname(folder)
  const closedAbove = parent === folder ? undefined : await findClosedFolder(parent, user)
  if (closedAbove !== undefined) return closedAbove
  const found = await stat(folder)
  if (found.uid === user.uid) return (found.mode & 0o100) === 0 ? folder : undefined
  if (found.gid === user.gid) return (found.mode & 0o010) === 0 ? folder : undefined
  return (found.mode & 0o001) === 0 ? folder : undefined
}

/** Written aside and linked: complete from its first moment, and never replaced while a cluster may already know it. */
export async function createPasswordOnce(place: DataFolder): Promise<void> {
  const draft = `${place.passwordFile}-${randomBytes(4).toString('hex')}`
  await writeFile(draft, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' })
  try {
    if (place.user !== undefined) await chown(draft, place.user.uid, place.user.gid)
    await link(draft, place.passwordFile)
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error
  } finally {
    await rm(draft, { force: true })
  }
}

export async function readPassword(place: DataFolder): Promise<string> {
  try {
    return (await readFile(place.passwordFile, 'utf8')).trim()
  } catch (cause) {
    throw new Error(`The password of the cluster is lost (${place.passwordFile}): put it back or remove ${place.folder}`, { cause })
  }
}

/**
 * Where the data may live. Root's home is closed to everybody else on most machines, so a project cloned there keeps its database
 * under /var/lib instead, in a folder named after the project's place.
 */
export async function dataFolderFor(wanted: string): Promise<string> {
  if (process.geteuid?.() !== 0) return wanted
  await mkdir(dirname(resolve(wanted)), { recursive: true })
  const closed = await findClosedFolder(dirname(resolve(wanted)), await findNobody())
  return closed === undefined ? wanted : join('/var/lib/new-elaas', createHash('sha256').update(resolve(wanted)).digest('hex').slice(0, 12))
}
