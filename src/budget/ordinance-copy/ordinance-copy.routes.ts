import { versionSchema } from '../../documents/index.ts'
import { idIn } from '../../platform/http/asked.ts'
import { readForm } from '../../platform/http/form.ts'
import { redirect } from '../../platform/http/reply.ts'
import { post, type Route } from '../../platform/http/route.ts'
import { ordinanceFormText } from '../ordinance-form.text.ts'
import { showTree } from '../ordinance-tasks/ordinance-tasks.routes.ts'
import { type OrdinanceDesk } from '../ordinance/ordinance.ts'
import { copyLastYear } from './ordinance-copy.service.ts'

const { expenditures: text } = ordinanceFormText

/** The button of one desk of ordinances. */
export function copyRoutes({ paths, leaves }: OrdinanceDesk): readonly Route[] {
  return [
    post(paths.copyRoute, `${leaves.expenditures}:edit`, { handle: async (work, request) => {
      const id = idIn(request.params.id)
      const { lines, skipped } = await copyLastYear(work, id, readForm(versionSchema, request).version)
      return redirect(paths.expenditures(id), text.copied(String(lines), String(skipped)))
    }, again: (read, request, refusal) => showTree(read, request, refusal.errors) }),
  ]
}
