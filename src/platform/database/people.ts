// Names of people as SQL: for the select list of a query that has joined `users` under an alias.

/** Who signs for a step, as pages and prints show it. */
export interface Person {
  readonly name: string
  readonly position: string
}

/** 'นางสมใจ ใจดี' */
export function personName(alias: string): string {
  return `btrim(${alias}.title || ${alias}.first_name || ' ' || ${alias}.last_name)`
}

/** A `Person`; null where the outer join found nobody. */
export function person(alias: string): string {
  return `CASE WHEN ${alias}.id IS NOT NULL THEN json_build_object('name', ${personName(alias)}, 'position', ${alias}.position) END`
}
