// ThaiD as a test wants it. The link leads nowhere; the test says who stood before the camera and posts the answer itself.
import { randomBytes } from 'node:crypto'
import { citizenId, type CitizenId } from '../../src/platform/citizen-id.ts'
import { instant } from '../../src/platform/dates.ts'
import { type RegistryAnswer, type ThaidAuthPort, type ThaidCallback, type ThaidChallenge, type ThaidFailure, type ThaidHealth, type ThaidIdentity, type ThaidRegistryPort } from '../../src/identity/thaid/thaid.ts'

export class FakeThaid implements ThaidAuthPort {
  #answer: ThaidIdentity | ThaidFailure = { kind: 'denied', detail: 'nobody set' }
  #available = true
  readonly asked: ThaidCallback[] = []

  /** The person who scans next. */
  person(id: string, name: { title?: string; first?: string; last?: string } = {}): void {
    this.#answer = {
      citizenId: citizenId(id), titleTh: name.title ?? 'นาย', givenNameTh: name.first ?? 'สมชาย', familyNameTh: name.last ?? 'ใจดี', ial: '2.3',
      subject: id, source: 'pid', provedAt: instant('2026-11-20T05:00:00.000Z'),
    }
  }

  fails(kind: ThaidFailure['kind']): void {
    this.#answer = { kind, detail: 'as the test wished' }
  }

  goDown(isDown = true): void {
    this.#available = !isDown
    if (isDown) this.fails('unavailable')
  }

  begin(): ThaidChallenge {
    const random = () => randomBytes(16).toString('base64url')
    return { state: random(), nonce: random(), codeVerifier: random() }
  }

  async authorizationUrl(challenge: ThaidChallenge): Promise<string> {
    return `http://127.0.0.1:1/auth?state=${challenge.state}`
  }

  async complete(callback: ThaidCallback): Promise<ThaidIdentity | ThaidFailure> {
    this.asked.push(callback)
    const given = new URL(callback.callbackUrl).searchParams.get('state')
    return given === callback.state ? this.#answer : { kind: 'invalid', detail: 'state' }
  }

  health(): ThaidHealth {
    return { available: this.#available, breaker: this.#available ? 'closed' : 'open' }
  }

  async prepare(): Promise<ThaidFailure | undefined> {
    return this.#available ? undefined : { kind: 'unavailable', detail: 'down' }
  }
}

export class FakeRegistry implements ThaidRegistryPort {
  #unregistered = new Set<string>()
  readonly asked: string[] = []

  forgets(id: string): void {
    this.#unregistered.add(id)
  }

  knowsAgain(id: string): void {
    this.#unregistered.delete(id)
  }

  async lookup(id: CitizenId): Promise<RegistryAnswer> {
    this.asked.push(id)
    return this.#unregistered.has(id) ? { registered: false } : { registered: true, givenNameTh: 'สมชาย', familyNameTh: 'ใจดี' }
  }
}
