import { type Route } from '../platform/http/route.ts'
import { claimCheckRoutes } from './claim-check/claim-check.routes.ts'
import { claimPaperRoutes } from './claim-paper/claim-paper.routes.ts'
import { claimRegisterRoutes } from './claim-register/claim-register.routes.ts'
import { claimSettingsRoutes } from './claim-settings/claim-settings.routes.ts'
import { correctionRoutes } from './correction/correction.routes.ts'
import { waiverRoutes } from './waiver/waiver.routes.ts'
import { creditorRoutes } from './creditor/creditor.routes.ts'
import { claimRoutes } from './claim/claim.routes.ts'

export const claimGroupRoutes: readonly Route[] = [...claimRoutes, ...claimPaperRoutes, ...claimCheckRoutes, ...claimRegisterRoutes, ...claimSettingsRoutes, ...correctionRoutes, ...waiverRoutes, ...creditorRoutes]
