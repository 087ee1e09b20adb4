import { fireEvent, render, screen } from '@solidjs/testing-library'
import { beforeAll, expect, test, vi } from 'vitest'
import { PhotoInput } from './photo-input.tsx'
import type { Photo } from './photo-input.tsx'

const texts = { pick: 'Foto wählen', busy: 'Wird verkleinert', remove: 'Entfernen', alt: 'Was ist zu sehen?', altHint: 'Kurz.', unreadable: 'Kein lesbares Bild.' }
const released: string[] = []

/** jsdom has no object addresses. */
beforeAll(() => {
  URL.createObjectURL = () => 'blob:bild'
  URL.revokeObjectURL = (url) => void released.push(url)
})

function renderInput(shrink: (file: Blob, maxEdge: number) => Promise<Blob>) {
  const photos: (Photo | undefined)[] = []
  render(() => <PhotoInput label="Schaufenster" name="foto" texts={texts} maxEdge={800} shrink={shrink} onChange={(photo) => photos.push(photo)} />)
  const input = screen.getByLabelText<HTMLInputElement>('Schaufenster Foto wählen')
  const pick = (): boolean => {
    Object.defineProperty(input, 'files', { value: [new File(['gross'], 'a.png', { type: 'image/png' })], configurable: true })
    return fireEvent.change(input)
  }
  return { photos, input, pick }
}

test('a photo is shrunk, shown and handed over with its description', async () => {
  const small = new Blob(['klein'], { type: 'image/jpeg' })
  const shrink = vi.fn(() => Promise.resolve(small))
  const { photos, pick } = renderInput(shrink)
  pick()
  const alt = await screen.findByRole('textbox', { name: 'Was ist zu sehen?' })
  expect(shrink).toHaveBeenCalledWith(expect.any(File), 800)
  fireEvent.input(alt, { target: { value: 'Ein Fahrrad' } })
  expect(photos).toEqual([{ file: small, alt: '' }, { file: small, alt: 'Ein Fahrrad' }])
  expect(screen.getByRole('img', { name: 'Ein Fahrrad' }).getAttribute('src')).toBe('blob:bild')
})

test('removing gives the preview back and returns the focus to the picker', async () => {
  const { photos, input, pick } = renderInput(() => Promise.resolve(new Blob(['klein'])))
  pick()
  fireEvent.click(await screen.findByRole('button', { name: 'Entfernen' }))
  expect(photos.at(-1)).toBeUndefined()
  expect(released).toContain('blob:bild')
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(document.activeElement).toBe(input)
})

test('a file that is no picture is named as the problem and not handed over', async () => {
  const { photos, input, pick } = renderInput(() => Promise.reject(new Error('no picture')))
  pick()
  const message = await screen.findByText('Kein lesbares Bild.')
  expect(photos).toEqual([])
  expect(input.getAttribute('aria-describedby')).toContain(message.closest('[id]')?.id)
  expect(input.getAttribute('aria-invalid')).toBe('true')
})
