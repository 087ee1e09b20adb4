import { describe, expect, it } from 'vitest'
import { PageStore } from './page-store.ts'

const page = (body: string) => () => ({ type: 'text/html', cacheControl: 'no-store', body })

describe('the store of pages', () => {
  it('makes a page once, and gives up the one used longest ago where they are too many bytes', async () => {
    const store = new PageStore(400_000, {})
    const large = (body: string) => page(body.repeat(90_000))
    const first = await store.get('a', large('a'))
    expect(await store.get('a', page('another'))).toBe(first)
    for (const key of ['b', 'c', 'd']) await store.get(key, large(key))
    await store.get('a', page('another'))
    await store.get('e', large('e'))
    expect(store.size).toBe(4)
    expect(await store.get('a', page('another'))).toBe(first)
    expect((await store.get('b', page('again'))).identity.body).toBe('again')
  })

  it('does not keep what would push out nearly everything else', async () => {
    const store = new PageStore(400_000, {})
    await store.get('a', page('x'.repeat(200_000)))
    expect(store.find('a')).toBeUndefined()
  })

  it('does not keep a failure', async () => {
    const store = new PageStore(400_000, {})
    const failing = () => {
      throw new Error('no page')
    }
    await expect(store.get('a', failing)).rejects.toThrow('no page')
    expect((await store.get('a', page('one'))).identity.body).toBe('one')
  })
})
