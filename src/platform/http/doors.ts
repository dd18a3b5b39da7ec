// A link that would refuse its reader is not drawn: its words stay, an action goes. Asked once, where a page is sent, so that no page has to think of it.
import { addressPattern, admits, type GetRoute, type Route } from './route.ts'

/** Whether somebody with these rights may open an address; what is no page of ours is left alone. */
export type Opens = (permissions: ReadonlySet<string>, href: string) => boolean

export function doorKeeper(routes: readonly Route[]): Opens {
  const doors = new Map<string, { readonly route: GetRoute; readonly pattern: RegExp }[]>()
  for (const route of routes) {
    if (route.method !== 'get') continue
    const room = roomOf(route.path)
    doors.set(room, [...doors.get(room) ?? [], { route, pattern: addressPattern(route.path) }])
  }
  return (permissions, href) => {
    const path = href.replace(/[?#].*$/s, '')
    const door = doors.get(roomOf(path))?.find(({ pattern }) => pattern.test(path))
    return door === undefined || admits(permissions, door.route)
  }
}

const roomOf = (path: string): string => path.split('/', 3).join('/')

/** Lists of a page whose entries only lead somewhere: one that leads nowhere is left out. */
const ways: ReadonlySet<string> = new Set(['links', 'actions'])

/** Lists of a page whose entries also say something. */
const tellers: ReadonlySet<string> = new Set(['cells', 'items', 'rows', 'breadcrumb'])

/** The one way on from a list of a page. */
const onward = 'more'

/** The page's model without what `opens` refuses. */
export function withOpenDoors<T>(model: T, opens: (href: string) => boolean): T {
  return walk(model, '', opens) as T
}

function walk(value: unknown, key: string, opens: (href: string) => boolean): unknown {
  if (Array.isArray(value)) {
    const kept = ways.has(key) ? value.filter((entry) => !isShut(entry, opens)) : value
    return kept.map((entry: unknown) => walk(tellers.has(key) && isShut(entry, opens) ? { ...entry, href: undefined } : entry, key, opens))
  }
  if (!isPlain(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, name === onward && isShut(entry, opens) ? undefined : walk(entry, name, opens)]))
}

function isShut(entry: unknown, opens: (href: string) => boolean): entry is { readonly href: string } {
  return isPlain(entry) && typeof entry.href === 'string' && entry.href.startsWith('/') && !opens(entry.href)
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}
