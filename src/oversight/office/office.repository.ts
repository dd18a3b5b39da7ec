import { type OfficerRead } from '../../platform/database/work.ts'

/** An LAO of the scope first, then what is open below it. */
export async function findBooksOf(read: OfficerRead, laoId: string): Promise<{ id: string; code: string; name: string }[]> {
  return read.db('organisations as o').whereRaw('laas_sees(o.id)').where((own) => own.where('o.id', laoId).orWhere((below) => below.where({ 'o.lao_id': laoId, 'o.is_open': true })))
    .orderByRaw('o.id <> ?, o.code', [laoId]).select('o.id', 'o.code', 'o.name')
}
