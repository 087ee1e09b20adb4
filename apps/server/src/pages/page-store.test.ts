import { describe, expect, it } from 'vitest'
import { PageStore } from './page-store.ts'

const page = (body: string) => () => ({ type: 'text/html', cacheControl: 'no-store', body })

describe('the store of pages', () => {
  it('makes a page once, and gives up the one used longest ago', async () => {
    const store = new PageStore(2, {})
    const first = await store.get('a', page('one'))
    expect(await store.get('a', page('another'))).toBe(first)
    await store.get('b', page('two'))
    await store.get('a', page('another'))
    await store.get('c', page('three'))
    expect(store.size).toBe(2)
    expect((await store.get('a', page('another'))).identity.body).toBe('one')
    expect((await store.get('b', page('again'))).identity.body).toBe('again')
  })

  it('does not keep a failure', async () => {
    const store = new PageStore(2, {})
    const failing = () => {
      throw new Error('no page')
    }
    await expect(store.get('a', failing)).rejects.toThrow('no page')
    expect((await store.get('a', page('one'))).identity.body).toBe('one')
  })
})
