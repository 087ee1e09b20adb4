import type { RenderedFacts } from '@digitallotsen/audit/site.types.ts'
import type { PageRenderer } from './page-renderer.ts'
import { renderOrderSchema, type RenderOrder } from './rendered.schemas.ts'

export type MemoryRenderer = PageRenderer & { readonly asked: RenderOrder[] }

/** The twin: what a browser sees stands in a table, by whole address; an address that has nothing fails, without a table there is no browser. */
export const createMemoryRenderer = (seen: Readonly<Record<string, RenderedFacts>> | undefined): MemoryRenderer => {
  const asked: RenderOrder[] = []
  let isClosed = false
  return {
    asked,
    async render(given, signal) {
      const order = renderOrderSchema.parse(given)
      asked.push(order)
      if (!seen) return { ok: false, reason: 'no_browser' }
      const facts = signal?.aborted || isClosed ? undefined : seen[order.url]
      return facts ? { ok: true, facts } : { ok: false, reason: 'failed' }
    },
    close: async () => {
      isClosed = true
    },
  }
}
