import type { ProseSpan } from '@digitallotsen/pack/prose.schemas.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import type { PageFrame } from './page-frame.ts'

export type OutsideLink = Pick<Extract<ProseSpan, { kind: 'link' }>, 'href' | 'text'>

const isLink = (span: ProseSpan): span is Extract<ProseSpan, { kind: 'link' }> => span.kind === 'link'

const known = new WeakMap<ResolvedPack, { link: OutsideLink | undefined }>()

const readOmbudsLink = ({ legal }: ResolvedPack): OutsideLink | undefined => {
  const spans = legal.accessibility.blocks.flatMap(block => (block.kind === 'list' ? block.items.flat() : block.content))
  return spans.filter(isLink).find(({ href, text }) => /^https?:/i.test(href) && /ombud|schlichtung|durchsetzung/i.test(`${href} ${text}`))
}

/**
 * The arbitration office that the city's statement names, since each Land has its own; the law wants it within reach of every page.
 * Found by its address or wording, because the statement is free text; looked for once per pack.
 */
export const findOmbudsLink = ({ pack }: Pick<PageFrame, 'pack'>): OutsideLink | undefined => {
  const found = known.get(pack) ?? { link: readOmbudsLink(pack) }
  known.set(pack, found)
  return found.link
}
