// The three lists of the sign-in page, with the headings of the letter (S-01); texts are ours until the department writes its own.
import { type Knex } from 'knex'
import { bringInLine, cell, readDataFile } from '../src/platform/database/reference.ts'

export async function seed(knex: Knex.Transaction): Promise<void> {
  await bringInLine(knex, { table: 'news', rows: readDataFile('news.csv').map((row, sort) => ({
    code: cell(row, 'code'), list: cell(row, 'list'), title: cell(row, 'title'), body: cell(row, 'body'),
    audiences: cell(row, 'audiences').split('|'), published_from: cell(row, 'published_from'), sort,
  })), key: 'code' })
}
