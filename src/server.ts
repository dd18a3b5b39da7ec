// A web process: configuration → database → app → listen.
import { readConfig } from './platform/config.ts'
import { startWeb, stopOnSignal } from './program.ts'

const web = await startWeb(readConfig(process.env))
stopOnSignal(web.log, web.stop)
