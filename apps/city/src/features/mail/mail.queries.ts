import { reading } from '../../lib/queries.ts'
import type { Api, Outputs } from '../../lib/trpc.ts'

export type Post = Outputs['post']['list']
export type UndeliveredMail = Post['undelivered'][number]

export const postQuery = (api: Api) => reading('post.list', api.post.list.query)({})
export const undeliveredQuery = (api: Api) => reading('post.count', api.post.count.query)({})
