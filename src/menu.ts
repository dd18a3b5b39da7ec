// The sign-board. The tree is the department's (seeds/data/menu.json); a leaf shows only when a route claims it and the officer may view it.
import { z } from 'zod'
import { readDataText } from './platform/database/reference.ts'
import { type Officer } from './platform/database/work.ts'
import { type Menu, type MenuNode } from './platform/http/components.ts'
import { type Route } from './platform/http/route.ts'

const item = z.object({ id: z.string(), label_th: z.string(), org_types: z.array(z.string()), get children() { return z.array(item).optional() } })
type Item = z.infer<typeof item>

export interface SignBoard {
  menuFor(officer: Officer, path: string): Menu
  /** Label of a leaf, for breadcrumbs. */
  labelOf(leaf: string): string | undefined
}

export function makeSignBoard(routes: readonly Route[]): SignBoard {
  const { menu } = z.object({ menu: z.array(item) }).parse(JSON.parse(readDataText('menu.json')))
  const paths = new Map(routes.flatMap((route) => (route.method === 'get' && route.options.menu ? [[route.options.menu, route.path] as const] : [])))
  const places = routes.flatMap(placeOf)
  const labels = new Map(flatten(menu).map((entry) => [entry.id, entry.label_th]))
  for (const [leaf] of places) if (!labels.has(leaf)) throw new Error(`a route claims menu leaf ${leaf}, which the menu does not have`)
  return {
    labelOf: (leaf) => labels.get(leaf),
    menuFor(officer, path) {
      const leaf = currentLeaf(places, path)
      const [home, ...sections] = menu.map((section) => nodeOf(section, { officer, paths, leaf }))
      const front = { text: labels.get('home') ?? '', href: '/', isCurrent: path === '/' }
      return { nodes: [front, ...home?.children ?? [], ...opened(sections.filter((node) => node !== undefined))] }
    },
  }
}

interface Standing {
  readonly officer: Officer
  readonly paths: ReadonlyMap<string, string>
  readonly leaf: string | undefined
}

function nodeOf(entry: Item, standing: Standing): MenuNode | undefined {
  const { officer, paths, leaf } = standing
  if (!entry.org_types.includes(officer.organisationKind) || entry.id === 'home.profile') return undefined
  const href = paths.get(entry.id)
  const children = (entry.children ?? []).map((child) => nodeOf(child, standing)).filter((node) => node !== undefined)
  if (children.length > 0) return { text: entry.label_th, children, isOpen: children.some((child) => child.isCurrent ?? child.isOpen ?? false) }
  return href !== undefined && officer.permissions.has(`${entry.id}:view`) ? { text: entry.label_th, href, isCurrent: leaf === entry.id } : undefined
}

/** A short menu stands open as a whole; in a long one only the section at hand does. */
function opened(sections: readonly MenuNode[]): readonly MenuNode[] {
  const leaves = sections.map((section) => section.children?.length ?? 1).reduce((one, other) => one + other, 0)
  return leaves <= 12 ? sections.map((section) => ({ ...section, isOpen: true })) : sections
}

type Place = readonly [leaf: string, path: string]

/** Under which leaf a page stands, if it says so. */
function placeOf(route: Route): Place[] {
  const leaf = route.method === 'get' ? route.options.menu ?? route.options.under : undefined
  return leaf === undefined ? [] : [[leaf, route.path]]
}

/** The leaf with an address that is the longest beginning of this one; a part of it that is told (`:id`) may be anything. */
function currentLeaf(places: readonly Place[], path: string): string | undefined {
  const parts = path.split('/')
  const fitting = places.filter(([, start]) => start.split('/').every((part, index) => part === parts[index] || (part.startsWith(':') && parts[index] !== undefined)))
  return fitting.sort(([, one], [, other]) => other.length - one.length)[0]?.[0]
}

function flatten(items: readonly Item[]): Item[] {
  return items.flatMap((entry) => [entry, ...flatten(entry.children ?? [])])
}
