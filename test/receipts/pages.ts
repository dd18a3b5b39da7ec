// What a test reads off the pages of this room.
import { type Reply } from '../../src/platform/http/reply.ts'
import { type Served } from '../support/desk.ts'

export function addressIn(reply: Reply): string {
  if (reply.kind !== 'redirect') throw new Error(`no redirect but ${reply.kind}`)
  return reply.to
}

/** The boxes of a page as the browser would send them back. */
export function boxesIn({ html }: Served): Record<string, string> {
  const inputs = [...html.matchAll(/<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"/g)].filter(([tag]) => !tag.includes('type="checkbox"'))
  return Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value]))
}
