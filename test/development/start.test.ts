import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { projectFolder } from '../../src/platform/project-folder.ts'

const folder = mkdtempSync(join(tmpdir(), 'laas-start-'))
chmodSync(folder, 0o755)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

interface Running {
  readonly output: string
  stop(): Promise<void>
}

/** The newcomer's own command, until it has told its address. */
async function start(port: number): Promise<Running> {
  const env = { ...process.env, PORT: String(port), THAID_PORT: String(await freePort()), LAAS_DATA_FOLDER: folder, NODE_ENV: 'development', DATABASE_URL: '', PUBLIC_URL: '' }
  const child = spawn('npm', ['start'], { cwd: projectFolder, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => { output += chunk.toString(); if (output.includes('README.md')) resolve() }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${output}`)))
  })
  return { output, stop: async () => { child.kill('SIGTERM'); await ended } }
}

async function until(holds: () => boolean, seconds: number): Promise<boolean> {
  for (let tenths = 0; tenths < seconds * 10; tenths += 1) {
    if (holds()) return true
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return holds()
}

describe('npm start', () => {
  it('sets everything up, tells address and accounts, answers, and goes without leaving a server behind', async () => {
    const port = await freePort()
    const running = await start(port)
    expect(running.output).toContain(`http://localhost:${port}`)
    expect(running.output).toContain('school.clerk')
    expect((await fetch(`http://localhost:${port}/healthz`)).status).toBe(200)
    expect(await (await fetch(`http://localhost:${port}/login`)).text()).toContain('กรุณาลงชื่อเข้าใช้เพื่อเข้าสู่ระบบ')
    expect((await fetch(`http://localhost:${port}/development/mailbox`)).status).toBe(200)
    await running.stop()
    expect(await until(() => !existsSync(join(folder, 'postgres/cluster/postmaster.pid')), 180)).toBe(true)
    await expect(fetch(`http://localhost:${port}/healthz`)).rejects.toThrow('fetch failed')
  }, 600_000)

  it('starts again on the same data', async () => {
    const port = await freePort()
    const running = await start(port)
    expect((await fetch(`http://localhost:${port}/healthz`)).status).toBe(200)
    await running.stop()
    expect(await until(() => !existsSync(join(folder, 'postgres/cluster/postmaster.pid')), 180)).toBe(true)
  }, 600_000)
})
