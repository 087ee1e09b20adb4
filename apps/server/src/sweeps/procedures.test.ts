import * as z from 'zod/mini'
import { expect, test } from 'vitest'
import { merchantId } from '@digitallotsen/domain/ids.schemas.ts'
import { cityBareProcedure, router } from '../trpc/procedures.ts'
import { appRouter } from '../router.ts'
import { listProcedures, listUnmarked, pathText } from './procedures.ts'

const made = router({
  shops: router({
    list: cityBareProcedure.input(z.strictObject({ ids: z.array(merchantId), near: z.optional(z.nullable(merchantId)) })).query(() => true),
    look: cityBareProcedure.input(z.strictObject({ by: z.union([z.strictObject({ shop: z.uuid() }), z.strictObject({ name: z.string() })]) })).query(() => true),
  }),
})

test('an id is found wherever it stands in an input, with what it points to', () => {
  const [list] = listProcedures(made)
  expect(list?.ids.map(({ path, entity }) => [pathText(path), entity])).toEqual([['ids.0', 'merchant'], ['near', 'merchant']])
})

test('an id that does not say what it points to is named', () => {
  expect(listUnmarked(listProcedures(made))).toEqual(['shops.look: by.shop'])
})

test('no procedure of the product has one', () => {
  const procedures = listProcedures(appRouter)
  expect(listUnmarked(procedures)).toEqual([])
  expect(procedures.flatMap(({ ids }) => ids).length).toBeGreaterThan(20)
})
