import { decodeQR } from 'qr/decode.js'
import { expect, it } from 'vitest'
import { sender } from './documents.fixture.ts'
import type { PosterView } from './documents.types.ts'
import { renderPosterPdf } from './poster.pdf.ts'
import { codeFor } from './qr-figure.ts'
import { listNodes, readPdf } from './read-pdf.fixture.ts'

const url = 'https://lotsen.beispielhausen.example/betriebe/muessiggang-soehne'
const posterOf = async (change: Partial<PosterView> = {}) =>
  readPdf(await renderPosterPdf({ sender, locale: 'de', madeAt: '2026-11-24T10:00:00Z', business: 'Müßiggang & Söhne', tagline: 'Sträuße und Kränze', url, ...change }))

/** The code as a camera sees it: each sign a square of so many pixels. */
const photographed = (text: string, side = 4) => {
  const code = codeFor(text)
  const size = code.length * side
  const data = new Uint8Array(size * size * 4).fill(255)
  for (let at = 0; at < size * size; at++) {
    const isDark = code[Math.floor(at / size / side)]?.[Math.floor((at % size) / side)] ?? false
    if (isDark) data.set([0, 0, 0], at * 4)
  }
  return { width: size, height: size, data }
}

it('leads a camera to the page of the business', () => {
  expect(decodeQR(photographed(url))).toBe(url)
})

it('keeps a light margin around the code, as wide as four of its signs', () => {
  const code = codeFor(url)
  const size = code.length
  const isMargin = (index: number) => index < 4 || index >= size - 4
  const dark = code.flatMap((row, y) => row.flatMap((isDark, x) => (isDark && (isMargin(x) || isMargin(y)) ? [`${x},${y}`] : [])))
  expect(dark).toEqual([])
  expect(code[4]?.[4]).toBe(true)
})

it('says in words what the code says, and whose it is', async () => {
  const { title, language, marked, text, pages } = await posterOf()
  expect({ title, language, marked }).toEqual({ title: 'Hier finden Sie uns im Netz: Müßiggang & Söhne – Digitallotsen Beispielhausen', language: 'de', marked: true })
  for (const words of ['Hier finden Sie uns im Netz', 'Müßiggang & Söhne', 'Sträuße und Kränze', 'lotsen.beispielhausen.example/betriebe/muessiggang-soehne', 'Stadt Beispielhausen']) expect(text).toContain(words)
  expect(listNodes(pages[0]?.tree ?? []).find(({ role }) => role === 'Figure')?.alt).toBe('QR-Code, der zu dieser Seite führt: lotsen.beispielhausen.example/betriebe/muessiggang-soehne')
  expect((await posterOf({ locale: 'en' })).text).toContain('Find us on the web')
})

it('is one page however long its words, and nothing on it covers another', async () => {
  const { pages } = await posterOf({ business: 'Änderungsschneiderei '.repeat(6).trim(), tagline: 'Wir kürzen, weiten und flicken alles '.repeat(3).trim(), url: `https://${'lang'.repeat(12)}.example/betriebe/${'x'.repeat(60)}` })
  expect(pages).toHaveLength(1)
  const lowest = Math.min(...(pages[0]?.pieces ?? []).filter(({ text }) => /x{20}|example/.test(text)).map(({ y }) => y))
  expect(lowest).toBeGreaterThan(92)
})

it('is marked where the business is invented', async () => {
  expect((await posterOf()).text).not.toContain('Musterdaten')
  expect((await posterOf({ sender: { ...sender, sample: true } })).text).toContain('Musterdaten')
})
