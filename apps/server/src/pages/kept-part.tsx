import { resolveSSRNode, ssr } from 'solid-js/web'
import type { Component, JSX } from 'solid-js'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import type { PageFrame } from './page-frame.ts'

/** All that a kept part may read: nothing of who asks, of the address or of the host. */
export type PartFrame = Pick<PageFrame, 'pack' | 'locale' | 'draft' | 'files'>

/**
 * A part of a page that a pack, a language and the state of release make alone: drawn once for them, then set in as it stands.
 * A new pack is a new object, and its parts are drawn anew; those of the old one go with it.
 */
export const kept = (Part: Component<{ frame: PartFrame }>): Component<{ frame: PartFrame }> => {
  const drawn = new WeakMap<ResolvedPack, Record<string, string>>()
  return props => {
    const { pack, locale, draft, files } = props.frame
    const ofPack = drawn.get(pack) ?? {}
    drawn.set(pack, ofPack)
    const html = (ofPack[`${locale} ${draft}`] ??= resolveSSRNode(<Part frame={{ pack, locale, draft, files }} />))
    return ssr(html) as unknown as JSX.Element
  }
}
