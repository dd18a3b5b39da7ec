// The PostgreSQL programs that npm brought along: found, made whole, put within reach, run.
import { spawn } from 'node:child_process'
import { chmod, constants, copyFile, cp, lstat, mkdtemp, open, readdir, readFile, realpath, rename, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative, resolve } from 'node:path'
import { z } from 'zod'
import { errorCode, findClosedFolder, type DataFolder, type ServerUser } from './embedded-postgres-folder.ts'

export interface Programs {
  readonly initdb: string
  readonly pgCtl: string
}

const programPathsSchema = z.object({ initdb: z.string(), pg_ctl: z.string() })
const manifestSchema = z.object({ name: z.string(), version: z.string() })
const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }))

export async function findPrograms(user: ServerUser | undefined): Promise<Programs> {
  const paths = await importProgramPaths()
  const packageFolder = await realpath(resolve(dirname(paths.pg_ctl), '..', '..'))
  await createMissingLinks(packageFolder)
  const usable = user === undefined ? packageFolder : await bringWithinReach(packageFolder, user)
  const moved = (path: string) => join(usable, 'native', 'bin', relative(dirname(paths.pg_ctl), path))
  return { initdb: moved(paths.initdb), pgCtl: moved(paths.pg_ctl) }
}

async function importProgramPaths(): Promise<z.infer<typeof programPathsSchema>> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const loaded: unknown = await import(name).catch((cause: unknown) => {
    throw new Error(`There is no built-in database for this machine (${name}): install PostgreSQL and set DATABASE_URL`, { cause })
  })
  return programPathsSchema.parse(loaded)
}

/** A package cannot carry links, and its install script may be blocked: without them the server finds no libraries. */
export async function createMissingLinks(packageFolder: string): Promise<void> {
  for (const { source, target } of await readLinks(packageFolder)) {
    await linkOrCopy(join(packageFolder, source), join(packageFolder, target))
  }
}

async function readLinks(packageFolder: string): Promise<z.infer<typeof linksSchema>> {
  try {
    return linksSchema.parse(JSON.parse(await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8')))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [] // the Windows package needs none
    throw error
  }
}

async function linkOrCopy(source: string, target: string): Promise<void> {
  try {
    await symlink(relative(dirname(target), source), target)
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return
    await copyFile(source, target, constants.COPYFILE_EXCL) // Windows and some file systems refuse links
  }
}

/** npm as root often unpacks below a closed home folder, where the server's user could not start the programs. */
export async function bringWithinReach(packageFolder: string, user: ServerUser): Promise<string> {
  const needed = ['bin', 'lib', 'share'].map((name) => join(packageFolder, 'native', name))
  const closed = await Promise.all(needed.map((folder) => findClosedFolder(folder, user)))
  if (closed.every((folder) => folder === undefined)) return packageFolder
  return copyToOpenFolder(packageFolder, await findOpenTemporaryFolder(user))
}

async function findOpenTemporaryFolder(user: ServerUser): Promise<string> {
  for (const folder of [tmpdir(), '/tmp', '/var/tmp']) {
    if ((await findClosedFolder(folder, user)) === undefined) return folder
  }
  throw new Error(`The database must not run as root, and user ${user.uid} can reach neither its programs nor a temporary folder`)
}

async function copyToOpenFolder(packageFolder: string, home: string): Promise<string> {
  const { name, version } = manifestSchema.parse(JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')))
  const copy = join(home, `${name.replace(/\W+/g, '-').slice(1)}-${version}-${process.geteuid?.() ?? 0}`)
  if (await isWholeCopy(packageFolder, copy)) return copy
  // Built aside and renamed, so that a copy under its final name is never a half one.
  const making = await mkdtemp(`${copy}-`)
  await cp(packageFolder, making, { recursive: true, verbatimSymlinks: true })
  await openToAll(making)
  await rm(copy, { recursive: true, force: true })
  await rename(making, copy)
  return copy
}

async function isWholeCopy(packageFolder: string, copy: string): Promise<boolean> {
  const found = await lstat(copy).catch(() => undefined)
  if (found === undefined) return false
  // The name is known to everybody: never run what somebody else may have laid there.
  if (!found.isDirectory() || found.uid !== process.geteuid?.() || (found.mode & 0o022) !== 0) {
    throw new Error(`${copy} is not ours: remove it, the database programs are copied there`)
  }
  const [wanted, present] = await Promise.all([packageFolder, copy].map((folder) => readdir(folder, { recursive: true })))
  const names = new Set(present)
  return (wanted ?? []).every((name) => names.has(name)) // temporary folders are swept file by file
}

async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) await chmod(path, 0o755)
    if (entry.isFile()) await chmod(path, ((await lstat(path)).mode & 0o100) === 0 ? 0o644 : 0o755)
  }
}

/** Output goes to a file: a pipe would be inherited by the server on Windows and never close. */
export async function runProgram(place: DataFolder, program: string, programArguments: string[]): Promise<void> {
  const output = await open(place.programLog, 'w')
  try {
    const code = await exitCodeOf(place, { program, programArguments, output: output.fd })
    if (code !== 0) throw new Error(`${program} ended with ${code}: ${await tailOf(place.programLog)}`)
  } finally {
    await output.close()
  }
}

interface Run {
  program: string
  programArguments: string[]
  output: number
}

function exitCodeOf(place: DataFolder, run: Run): Promise<number | NodeJS.Signals | null> {
  return new Promise((done, failed) => {
    // The working folder must be one that the server's user may enter.
    const child = spawn(run.program, run.programArguments, {
      cwd: place.folder, env: cleanEnvironment(), stdio: ['ignore', run.output, run.output], windowsHide: true, ...place.user,
    })
    child.once('error', failed)
    child.once('exit', (code, signal) => done(code ?? signal))
  })
}

/** PGPORT, PGDATA and the like belong to another server; LC_ALL keeps macOS from refusing to start on an unknown locale. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'))
  return { ...Object.fromEntries(kept), LC_ALL: 'C' }
}

export async function tailOf(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '')
  return text.trim().split('\n').slice(-12).join('\n')
}
