import { createRoot } from 'solid-js'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { flowers } from '@digitallotsen/domain/listing/listing.fixture.ts'
import type { Shelf } from '../../lib/storage.ts'
import { NotSavedYet, createListingSession } from './listing-session.state.ts'
import { createServer, createShelf, draftOf, merchantId, refused, unreached } from './server.fixture.ts'

type Server = ReturnType<typeof createServer>

const open = (server: Server = createServer(), shelf: Shelf = createShelf()) =>
  createRoot(close => ({ close, server, shelf, session: createListingSession({ merchantId, initial: server.stored(), shelf, port: server.port }) }))

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('what is typed', () => {
  test('is saved a moment later, several changes together', async () => {
    const { server, session } = open()
    session.edit({ tagline: 'Frisch' })
    session.edit({ story: 'Neu.' })
    expect(session.saveState()).toBe('saving')
    await vi.advanceTimersByTimeAsync(400)
    expect(server.saves).toHaveLength(1)
    expect(server.stored().content).toEqual({ ...flowers, tagline: 'Frisch', story: 'Neu.' })
    expect(session.saveState()).toBe('saved')
    expect(session.held().draftVersion).toBe(2)
  })

  test('is kept on the device until it is saved, and found again after a reload', async () => {
    const first = open()
    first.server.fail.push(unreached(), unreached())
    first.session.edit({ tagline: 'Frisch' })
    await vi.advanceTimersByTimeAsync(400)
    expect(first.session.saveState()).toBe('offline')
    first.close()
    const again = open(first.server, first.shelf)
    expect(again.session.content().tagline).toBe('Frisch')
    await vi.advanceTimersByTimeAsync(2000)
    expect(again.server.stored().content.tagline).toBe('Frisch')
    expect(again.shelf.keys()).toEqual([])
  })

  test('is tried again by itself when no answer comes, and saved only once', async () => {
    const { server, session } = open()
    server.loseNextAnswer()
    session.edit({ tagline: 'Frisch' })
    await vi.advanceTimersByTimeAsync(400)
    expect(session.saveState()).toBe('offline')
    session.edit({ tagline: 'Frisch und schön' })
    await vi.advanceTimersByTimeAsync(1000)
    expect(session.clashes()).toEqual([])
    expect(server.stored()).toMatchObject({ draftVersion: 3, content: { tagline: 'Frisch und schön' } })
    expect(session.saveState()).toBe('saved')
  })

  test('stays where the server refuses it, and says so', async () => {
    const { server, session } = open()
    server.fail.push(refused('postcode.foreign'))
    session.edit({ address: { ...flowers.address, postcode: '99999' } })
    await vi.advanceTimersByTimeAsync(400)
    expect(session.saveState()).toBe('failed')
    expect(session.refusal()?.code).toBe('postcode.foreign')
    session.edit({ address: { ...flowers.address, postcode: '12346' } })
    await vi.advanceTimersByTimeAsync(400)
    expect(session.refusal()).toBeUndefined()
    expect(server.stored().content.address.postcode).toBe('12346')
  })
})

describe('a second tab', () => {
  test('that changed another part is met without a word', async () => {
    const { server, session } = open()
    server.store({ ...flowers, story: 'Aus dem anderen Fenster.' })
    session.edit({ tagline: 'Frisch' })
    await vi.advanceTimersByTimeAsync(400)
    expect(server.stored().content).toMatchObject({ tagline: 'Frisch', story: 'Aus dem anderen Fenster.' })
    expect(session.content().story).toBe('Aus dem anderen Fenster.')
    expect(session.arrived()).toEqual(['story'])
    expect(session.saveState()).toBe('saved')
  })

  test('that added a photo only raised the version', async () => {
    const { server, session } = open()
    server.store(flowers)
    session.edit({ tagline: 'Frisch' })
    await vi.advanceTimersByTimeAsync(400)
    expect(server.stored()).toMatchObject({ draftVersion: 3, content: { tagline: 'Frisch' } })
  })

  const clash = async () => {
    const opened = open()
    opened.server.store({ ...flowers, tagline: 'Aus dem anderen Fenster' })
    opened.session.edit({ tagline: 'Frisch' })
    await vi.advanceTimersByTimeAsync(400)
    return opened
  }

  test('that changed the same part is a conflict: nothing is overwritten, what was typed stays', async () => {
    const { server, session } = await clash()
    expect(session.clashes()).toEqual(['tagline'])
    expect(session.saveState()).toBe('failed')
    expect(session.content().tagline).toBe('Frisch')
    expect(session.held().content.tagline).toBe('Aus dem anderen Fenster')
    expect(server.stored().content.tagline).toBe('Aus dem anderen Fenster')
  })

  test('does not hold up the other parts', async () => {
    const { server, session } = await clash()
    session.edit({ story: 'Neu.' })
    await vi.advanceTimersByTimeAsync(400)
    expect(server.stored().content).toMatchObject({ story: 'Neu.', tagline: 'Aus dem anderen Fenster' })
    expect(session.clashes()).toEqual(['tagline'])
  })

  test('gives way when one keeps one’s own', async () => {
    const { server, session } = await clash()
    session.keepMine()
    await vi.advanceTimersByTimeAsync(0)
    expect(server.stored().content.tagline).toBe('Frisch')
    expect(session.clashes()).toEqual([])
  })

  test('is taken over without losing what was typed', async () => {
    const { server, session, shelf } = await clash()
    session.takeTheirs()
    expect(session.content().tagline).toBe('Aus dem anderen Fenster')
    expect(session.aside()).toEqual({ tagline: 'Frisch' })
    expect(session.arrived()).toEqual(['tagline'])
    expect(open(server, shelf).session.aside()).toEqual({ tagline: 'Frisch' })
    session.bringBack()
    expect(session.content().tagline).toBe('Frisch')
    await vi.advanceTimersByTimeAsync(400)
    expect(server.stored().content.tagline).toBe('Frisch')
    expect(session.aside()).toEqual({})
    expect(shelf.keys()).toEqual([])
  })
})

describe('what is more than typing', () => {
  test('waits until all is saved, and acts on the version that stands then', async () => {
    const { server, session } = open(createServer(draftOf({ draftVersion: 0 })))
    session.edit({ tagline: 'Frisch' })
    const versions: number[] = []
    await session.act(version => {
      versions.push(version)
      return Promise.resolve(server.store(server.stored().content, { state: 'pending' }))
    })
    expect(versions).toEqual([1])
    expect(session.held().state).toBe('pending')
  })

  test('first saves the suggestion, since there is nothing to act on without a record', async () => {
    const { server, session } = open(createServer(draftOf({ draftVersion: 0 })))
    await session.act(() => Promise.resolve(server.stored()))
    expect(server.saves).toHaveLength(1)
  })

  test('does not happen while something typed cannot be saved', async () => {
    const { server, session } = open()
    server.fail.push(unreached())
    session.edit({ tagline: 'Frisch' })
    await expect(session.act(() => Promise.resolve(server.stored()))).rejects.toBeInstanceOf(NotSavedYet)
  })

  test('is repeated on the newer version only where that was asked for', async () => {
    const { server, session } = open()
    const acting = (again: boolean) =>
      session.act(version => (version === server.stored().draftVersion ? Promise.resolve(server.store(server.stored().content)) : Promise.reject(refused('listing.conflict'))), again)
    server.store({ ...flowers, story: 'Neu.' })
    await expect(acting(false)).rejects.toThrow('listing.conflict')
    server.store({ ...flowers, story: 'Noch neuer.' })
    await expect(acting(true)).resolves.toMatchObject({ draftVersion: 4 })
  })
})
