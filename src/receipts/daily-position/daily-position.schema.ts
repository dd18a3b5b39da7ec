import { z } from 'zod'
import { askedRegister, day, formKey, optionalWords, versionSchema, type AskedRegister } from '../../documents/index.ts'
import { type FormRequest } from '../../platform/http/request.ts'
import { pieceBoxes, piecesIn } from '../cash-count/cash-count.schema.ts'
import { positionStates, type PositionState } from './daily-position.ts'

const fields = z.object({ positionDate: day, remark: optionalWords(500), ...pieceBoxes })

export const newPositionSchema = fields.extend({ formKey }).transform((form) => ({ positionDate: form.positionDate, remark: form.remark, pieces: piecesIn(form), formKey: form.formKey }))
export const editPositionSchema = fields.extend(versionSchema.shape).transform((form) => ({ positionDate: form.positionDate, remark: form.remark, pieces: piecesIn(form), version: form.version }))

export function askedPositions(query: FormRequest['query'], own: string): AskedRegister<PositionState> {
  return askedRegister(query, own, positionStates)
}
