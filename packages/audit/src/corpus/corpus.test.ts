import { describe, expect, it } from 'vitest'
import { listSlugs, loadSite } from './load-site.ts'

describe('the corpus', () => {
  const slugs = listSlugs()

  it('is there', () => expect(slugs.length).toBeGreaterThanOrEqual(3))

  it.each(slugs)('%s is well-formed and its start page was played', slug => {
    expect(loadSite(slug).snapshot.pages.length).toBeGreaterThan(0)
  })
})
