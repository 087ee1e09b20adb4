import { cleanup, fireEvent, render, screen, within } from '@solidjs/testing-library'
import { createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { flowers } from '@digitallotsen/domain/listing/listing.fixture.ts'
import { ToastProvider } from '@digitallotsen/ui/toast-region.tsx'
import { AppContext } from '../../app/app-context.ts'
import type { AppServices } from '../../app/app-context.ts'
import { TextsContext } from '../../lib/texts.tsx'
import { core } from '../../locales/de/core.ts'
import { listing } from '../../locales/de/listing.ts'
import { ConflictNotice } from './conflict-notice.tsx'
import { readHours } from './hours-editor.rules.ts'
import type { Week } from './hours-editor.rules.ts'
import { ListingContext } from './listing-context.ts'
import { createListingSession } from './listing-session.state.ts'
import { createPhotos } from './photos.state.ts'
import type { ArrangePort } from './photos.state.ts'
import { createServer, createShelf, draftOf, merchantId, unreached } from './server.fixture.ts'
import { WeekTable } from './week-table.tsx'

const app = { locale: 'de' } as AppServices

const box = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name })
const time = (name: string) => screen.getByLabelText<HTMLInputElement>(name)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

describe('the week', () => {
  const show = () => {
    const [week, setWeek] = createSignal<Week>(readHours(null).week)
    render(() => (
      <AppContext.Provider value={app}>
        <TextsContext.Provider value={{ core, listing }}>
          <ToastProvider label={core.common.messages} closeLabel={core.common.close}>
            <WeekTable week={week()} errorOf={() => undefined} onChange={setWeek} />
          </ToastProvider>
        </TextsContext.Provider>
      </AppContext.Provider>
    ))
    return week
  }

  test('names each day, and asks for hours only where it is open', () => {
    show()
    expect(screen.getAllByText(listing.hours.closed)).toHaveLength(7)
    box('Montag').click()
    expect(time('Montag, öffnet um').value).toBe('09:00')
    expect(screen.getAllByText(listing.hours.closed)).toHaveLength(6)
    expect(screen.queryByLabelText('Dienstag, öffnet um')).toBeNull()
  })

  test('keeps the focus in a field while its time is typed', () => {
    show()
    box('Montag').click()
    const field = time('Montag, öffnet um')
    field.focus()
    fireEvent.input(field, { target: { value: '08:30' } })
    expect(document.activeElement).toBe(field)
    expect(time('Montag, öffnet um')).toBe(field)
  })

  test('takes Monday to the days that are chosen, and that back', () => {
    const week = show()
    box('Montag').click()
    screen.getByRole('button', { name: 'Montag: Pause einfügen' }).click()
    screen.getByText(listing.hours.copy).click()
    within(screen.getByRole('group', { name: listing.hours.copyTo })).getByRole<HTMLInputElement>('checkbox', { name: 'Freitag' }).click()
    screen.getByRole('button', { name: listing.hours.copyNow }).click()
    expect(week().th).toEqual([{ from: '09:00', to: '13:00' }, { from: '14:00', to: '18:00' }])
    expect(week().fr).toEqual([])
    screen.getByRole('button', { name: core.common.undo }).click()
    expect(week().th).toEqual([])
  })
})

describe('a conflict', () => {
  const show = async () => {
    const server = createServer()
    const { session, photos } = createRoot(() => {
      const session = createListingSession({ merchantId, initial: server.stored(), shelf: createShelf(), port: server.port })
      return { session, photos: createPhotos(session, () => Promise.reject(unreached())) }
    })
    render(() => (
      <TextsContext.Provider value={{ core, listing }}>
        <ListingContext.Provider value={{ merchantId, session, photos }}>
          <ConflictNotice />
        </ListingContext.Provider>
      </TextsContext.Provider>
    ))
    server.store({ ...flowers, tagline: 'Vom anderen Gerät' })
    session.edit({ tagline: 'Von hier' })
    await vi.advanceTimersByTimeAsync(400)
    return { session, server }
  }

  test('says which part it is about, and what stands there now', async () => {
    await show()
    const notice = screen.getByRole('status')
    expect(notice.textContent).toContain(listing.conflict.text('„Kurztext“'))
    expect(notice.textContent).toContain('„Vom anderen Gerät“')
  })

  test('is ended by saving one’s own', async () => {
    const { server } = await show()
    screen.getByRole('button', { name: listing.conflict.keepMine }).click()
    await vi.advanceTimersByTimeAsync(0)
    expect(server.stored().content.tagline).toBe('Von hier')
    expect(screen.queryByRole('status')).toBeNull()
  })

  test('is ended by the other version, and one’s own can still be put back', async () => {
    const { session } = await show()
    screen.getByRole('button', { name: listing.conflict.takeTheirs }).click()
    expect(session.content().tagline).toBe('Vom anderen Gerät')
    screen.getByRole('button', { name: listing.conflict.bringBack }).click()
    expect(session.content().tagline).toBe('Von hier')
    expect(screen.queryByRole('status')).toBeNull()
  })
})

describe('photos', () => {
  const photo = (number: number) => ({ id: `p${number}`, fileId: `f${number}`, alt: `Foto ${number}`, width: null, height: null }) as ReturnType<typeof draftOf>['photos'][number]
  const open = () => {
    const server = createServer(draftOf({ photos: [photo(1), photo(2), photo(3)] }))
    const arrange: ArrangePort = (version, lines) => {
      if (version !== server.stored().draftVersion) return Promise.reject(Object.assign(new Error('conflict'), { data: { code: 'listing.conflict' } }))
      const known = server.stored().photos
      return Promise.resolve(server.store(server.stored().content, { photos: lines.flatMap(({ id, alt }) => known.filter(one => one.id === id).map(one => ({ ...one, alt }))) }))
    }
    const photos = createRoot(() => createPhotos(createListingSession({ merchantId, initial: server.stored(), shelf: createShelf(), port: server.port }), arrange))
    return { server, photos, ids: () => server.stored().photos.map(({ id }) => String(id)) }
  }

  test('change places', async () => {
    const { photos, ids } = open()
    await photos.move('p3', -1)
    expect(ids()).toEqual(['p1', 'p3', 'p2'])
    await photos.move('p1', -1)
    expect(ids()).toEqual(['p1', 'p3', 'p2'])
  })

  test('that are removed are out of sight at once, and gone only later', async () => {
    const { photos, ids } = open()
    photos.remove('p2')
    expect(photos.list().map(({ id }) => id)).toEqual(['p1', 'p3'])
    expect(ids()).toEqual(['p1', 'p2', 'p3'])
    photos.bringBack('p2')
    expect(await photos.empty()).toBe(true)
    expect(ids()).toEqual(['p1', 'p2', 'p3'])
    photos.remove('p1')
    await photos.empty()
    expect(ids()).toEqual(['p2', 'p3'])
  })

  test('are described although somebody else has saved meanwhile', async () => {
    const { server, photos } = open()
    server.store({ ...flowers, story: 'Neu.' })
    await photos.describe('p2', 'Das Schaufenster')
    expect(server.stored().photos.map(({ alt }) => alt)).toEqual(['Foto 1', 'Das Schaufenster', 'Foto 3'])
    expect(server.stored().content.story).toBe('Neu.')
  })
})
