// Pages for everyone: privacy notice, accessibility, contact, and the status of the system (KM-5).
import { findServiceState, pageForEveryone } from '../../identity/index.ts'
import { formatInstant } from '../../platform/dates.ts'
import { getPublic, type Route } from '../../platform/http/route.ts'
import { homeText } from '../home.text.ts'
import { findComingWindows } from './about.repository.ts'
import { statusPage } from './about.view.ts'

const about = (name: keyof typeof homeText.about): Route =>
  getPublic(`/about/${name}`, async (read) => pageForEveryone(read, `home/${name}`, { title: homeText.about[name], pageHeader: { title: homeText.about[name] } }), { greets: true })

export const aboutRoutes: readonly Route[] = [
  about('privacy'), about('accessibility'), about('contact'),
  getPublic('/status', async (read) => pageForEveryone(read, 'home/status', statusPage({
    services: await findServiceState(read), windows: await findComingWindows(read), time: formatInstant(read.now),
  })), { greets: true }),
]
