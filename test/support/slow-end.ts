// A program whose end takes two seconds: long enough to be told twice.
import { setTimeout as wait } from 'node:timers/promises'
import { makeLog } from '../../src/platform/log.ts'
import { stopOnSignal } from '../../src/program.ts'

setInterval(() => undefined, 1000)
stopOnSignal(makeLog('silent'), async () => { await wait(2000); process.stdout.write('ended in order') }, { withParent: true })
process.stdout.write('ready ')
