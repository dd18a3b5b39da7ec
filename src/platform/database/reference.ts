// For seeds: reads a data file and brings a table in line with it. Run twice, nothing changes.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { type Knex } from 'knex'
import { projectFolder } from '../project-folder.ts'

/** Rows of seeds/data/<name>.csv as records of text. */
export function readDataFile(name: string): Record<string, string>[] {
  return parse(readFileSync(join(projectFolder, 'seeds/data', name)), { columns: true, bom: true, skip_empty_lines: true })
}

export function readDataText(name: string): string {
  return readFileSync(join(projectFolder, 'seeds/data', name), 'utf8')
}

/** The value of a column that must be there. */
export function cell(row: Readonly<Record<string, string>>, name: string): string {
  const value = row[name]
  if (value === undefined) throw new Error(`data file without column ${name}`)
  return value
}

export function optionalCell(row: Readonly<Record<string, string>>, name: string): string | null {
  return row[name] || null
}

export interface Rows {
  readonly table: string
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly key: string | string[]
  /** Columns that an order may have changed since: a row that is there keeps them. */
  readonly keep?: readonly string[]
}

export async function bringInLine(knex: Knex.Transaction, { table, rows, key, keep = [] }: Rows): Promise<void> {
  const changing = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((column) => !keep.includes(column))
  for (let at = 0; at < rows.length; at += 500) {
    await knex(table).insert(rows.slice(at, at + 500)).onConflict([key].flat()).merge(changing)
  }
}
