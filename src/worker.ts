// A worker process: mail, jobs, health of the services outside.
import { readConfig } from './platform/config.ts'
import { startWorker, stopOnSignal } from './program.ts'

const worker = await startWorker(readConfig(process.env))
stopOnSignal(worker.log, worker.stop)
