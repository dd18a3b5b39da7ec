// The ThaiD stand-in as a process of its own, as it would be elsewhere: killed with us, replaced by a setting.
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoPeople } from '../../seeds/demonstration/people.ts'
import { identityPaths } from '../identity/index.ts'

export interface StandInProcess {
  readonly issuer: string
  stop(): Promise<void>
}

export async function startStandInProcess({ secret, publicUrl, folder }: { secret: string; publicUrl: string; folder: string }): Promise<StandInProcess> {
  const port = await freePort(Number(process.env.THAID_PORT || 4100))
  const people = join(folder, 'thaid-people.json')
  writeFileSync(people, JSON.stringify(demoPeople.map((person) => ({ citizenId: person.citizenId, titleTh: person.title, givenNameTh: person.firstName, familyNameTh: person.lastName, ial: '2.3' }))))
  const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'thaid-stand-in/main.ts')], {
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', THAID_CLIENT_SECRET: secret, THAID_REDIRECT_URI: `${publicUrl}${identityPaths.thaidReturn}`, THAID_PEOPLE: people },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const issuer = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the ThaiD stand-in ended with ${code}`)))
    child.stdout.on('data', (chunk: Buffer) => { const found = /stand-in: (\S+)/.exec(chunk.toString()); if (found?.[1]) resolve(found[1]) })
  })
  const orphan = () => { child.kill('SIGTERM') }
  process.once('exit', orphan)
  return { issuer, stop: () => new Promise((resolve) => { child.once('exit', () => resolve()); if (!child.kill('SIGTERM')) resolve() }) }
}

/** The wanted port, or any free one when somebody else has it. */
function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', () => (wanted === 0 ? reject(new Error('no free port')) : resolve(freePort(0))))
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))))
    })
  })
}
