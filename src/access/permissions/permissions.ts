// Deny by default: every route names its permission or says 'public', and every permission named exists in the department's catalogue.
import { rightsOf, type Route } from '../../platform/http/route.ts'

/** Throws at start when a route names what no group can ever hold, or two routes claim one address. */
export function checkRoutes(routes: readonly Route[], catalogue: ReadonlySet<string>): void {
  const seen = new Set<string>()
  const faults = routes.flatMap((route) => {
    const address = `${route.method.toUpperCase()} ${route.path}`
    const twice = seen.has(address)
    seen.add(address)
    const unknown = rightsOf(route).filter((right) => !catalogue.has(right))
    return [...(twice ? [`${address} is declared twice`] : []), ...unknown.map((right) => `${address} asks for ${right}, which no group has`)]
  })
  if (faults.length > 0) throw new Error(`Routes to mend:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
}
