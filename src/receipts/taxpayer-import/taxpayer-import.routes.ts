import { importRoutes } from '../../documents/index.ts'
import { type Route } from '../../platform/http/route.ts'
import { taxpayerPaths as paths } from '../receipts.paths.ts'
import { taxpayerText } from '../taxpayer.text.ts'
import { importTaxpayers } from './taxpayer-import.service.ts'
import { heads } from './taxpayer-import.ts'

const { import: text, errors } = taxpayerText

export const taxpayerImportRoutes: readonly Route[] = importRoutes({
  title: text.title, list: { text: taxpayerText.listTitle, href: paths.list }, paths, heads, right: 'revenue.debtor:create', text: { ...text, errors: { noFile: errors.noFile, faults: errors.import, files: errors.file } },
  bringIn: async (work, sheet) => text.done(String(await importTaxpayers(work, sheet))),
})
