import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MemoryAnswer } from './memory-reader.ts'
import type { Yardstick } from './site-audit.schemas.ts'
import type { WebReader } from './web-reader.ts'
import type { WebRequest } from './web.schemas.ts'

/** A reader and the address at which the contract's site stands for it. */
export type ReaderUnderTest = { reader: WebReader; origin: string; close(): Promise<void> }

export const contact = 'https://musterstadt.example/kontakt'

const check = (id: string, more: Partial<Yardstick['checks'][number]> = {}): Yardstick['checks'][number] =>
  ({ id, area: 'Recht', title: id, applies: 'always', severity: 'high', certainty: 'sure', advice: '', item: '5.1', ...more })

const yardstick: Yardstick = {
  checks: [check('R-03'), check('F-02'), check('F-07', { certainty: 'human' }), check('R-09', { applies: 'above_micro' })],
  facts: { name: 'Blumen Müller' },
  human: { googleProfile: { claimed: false, category: true, hours: true, photos: 12, description: true } },
  today: '2026-01-05',
}

const latin1 = (text: string) => Uint8Array.from(text, sign => sign.codePointAt(0) ?? 0)

/** By path; a failure of `timeout` never answers, one of `reset` hangs up. */
export const contractSite: Record<string, MemoryAnswer> = {
  '/': { body: '<!doctype html><title>Blumen Müller</title><a href="/impressum">Impressum</a><a href="/kontakt">Kontakt</a><a href="/weg">Alt</a><a href="/geheim/liste">Liste</a>' },
  '/impressum': { body: '<title>Impressum</title><p>Angaben nach § 5 DDG</p>' },
  '/kontakt': { body: '<title>Kontakt</title>' },
  '/geheim/liste': { body: '<title>Geheim</title>' },
  '/robots.txt': { headers: { 'content-type': 'text/plain' }, body: 'User-agent: *\nDisallow: /geheim/\n' },
  '/alt': { headers: { 'content-type': 'text/html; charset=iso-8859-1' }, body: latin1('<title>Größe</title>') },
  '/meta': { headers: { 'content-type': 'text/html' }, body: latin1('<meta charset="windows-1252"><title>5 \x80</title>') },
  '/falsch': { headers: { 'content-type': 'text/html; charset=utf-8' }, body: latin1('<title>Gr\xf6\xdfe</title>') },
  '/karte.pdf': { headers: { 'content-type': 'application/pdf' }, body: '%PDF-1.4' },
  '/um': { status: 301, headers: { location: '/impressum' } },
  '/kreis': { status: 302, headers: { location: '/kreis' } },
  '/hinein': { status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data/' } },
  '/hinaus': { status: 302, headers: { location: 'ftp://www.musterladen.de/' } },
  '/kaputt': { status: 500, headers: { 'content-type': 'text/html' }, body: '<h1>Fehler</h1>' },
  '/stumm': { failure: 'timeout' },
  '/weg': { failure: 'reset' },
  '/viel': { body: `<!doctype html>${'<p>Wort</p>'.repeat(200_000)}` },
}

const refused: [string, string, string][] = [
  ['an inner number', 'http://127.0.0.1/', 'refused_address'],
  ['an inner number in decimal', 'http://2130706433/', 'refused_address'],
  ['an inner number in IPv6', 'http://[::ffff:10.0.0.1]/', 'refused_address'],
  ['a cloud’s metadata', 'http://169.254.169.254/', 'refused_address'],
  ['a name of the inner network', 'http://drucker.local/', 'refused_address'],
  ['a name without a dot', 'http://intranet/', 'refused_address'],
  ['a foreign port', 'http://www.musterladen.de:8080/', 'port'],
  ['another scheme', 'file:///etc/passwd', 'scheme'],
  ['a name and password', 'http://ich:geheim@www.musterladen.de/', 'credentials'],
  ['what is no address', 'http://', 'invalid_url'],
]

export const describeWebReader = (name: string, open: () => Promise<ReaderUnderTest>): void => {
  describe(name, () => {
    let under: ReaderUnderTest
    beforeAll(async () => void (under = await open()))
    afterAll(() => under.close())
    const read = (path: string, change: Partial<WebRequest> = {}) => under.reader.fetch({ url: under.origin + path, want: 'page', contact, ...change })

    it('reads a page', async () => {
      const result = await read('/')
      expect(result).toMatchObject({ ok: true, url: `${under.origin}/`, status: 200, hops: [], charset: { used: 'utf-8', replacements: 0 } })
      expect(result.ok && result.text).toContain('Blumen Müller')
    })

    it.each([
      ['/alt', 'Größe', { header: 'iso-8859-1', used: 'windows-1252', replacements: 0 }],
      ['/meta', '5 €', { meta: 'windows-1252', used: 'windows-1252', replacements: 0 }],
      ['/falsch', 'Gr\uFFFD\uFFFDe', { header: 'utf-8', used: 'utf-8', replacements: 2 }],
    ])('decodes %s and says how', async (path, words, charset) => {
      const result = await read(path)
      expect(result).toMatchObject({ ok: true, charset })
      expect(result.ok && result.text).toContain(words)
    })

    it('follows a redirect and says so', async () => {
      expect(await read('/um')).toMatchObject({ ok: true, url: `${under.origin}/impressum`, hops: [{ from: `${under.origin}/um`, to: `${under.origin}/impressum`, status: 301 }] })
    })

    it('gives an absent page and a broken one with their status', async () => {
      expect(await read('/gibt-es-nicht')).toMatchObject({ ok: true, status: 404 })
      expect(await read('/kaputt')).toMatchObject({ ok: true, status: 500 })
    })

    it('leaves the body where only the head is wanted', async () => {
      expect(await read('/viel', { method: 'HEAD', want: 'head' })).toMatchObject({ ok: true, status: 200, text: null })
      expect(await read('/karte.pdf', { want: 'head' })).toMatchObject({ ok: true, status: 200, text: null })
    })

    it('reads no PDF for a page', async () => {
      expect(await read('/karte.pdf')).toMatchObject({ ok: false, reason: 'not_html', status: 200, contentType: 'application/pdf' })
      expect(await read('/karte.pdf', { want: 'text' })).toMatchObject({ ok: false, reason: 'not_text' })
    })

    it.each([
      ['a redirect in a circle', '/kreis', 'redirects'],
      ['a redirect to an inner address', '/hinein', 'refused_address'],
      ['a redirect to another scheme', '/hinaus', 'scheme'],
      ['an answer that never comes', '/stumm', 'timeout'],
      ['a connection hung up', '/weg', 'reset'],
      ['a page beyond the limit', '/viel', 'too_large'],
    ])('ends %s with a reason', async (_what, path, reason) => {
      expect(await read(path)).toMatchObject({ ok: false, reason })
    })

    it.each(refused)('refuses %s', async (_what, url, reason) => {
      const result = await under.reader.fetch({ url, want: 'page', contact })
      expect(result).toEqual({ ok: false, reason, hops: [], status: null, contentType: null })
    })

    it('crawls the site, without what robots.txt keeps, and tells how far it is', async () => {
      const steps = new Set<string>()
      const result = await under.reader.crawl({ entered: under.origin, contact, onProgress: ({ step }) => steps.add(step) })
      const pages = result.ok ? result.snapshot.pages.map(({ url, status, failure }) => [url.replace(under.origin, ''), status ?? failure]) : []
      expect(pages).toEqual([['/', 200], ['/impressum', 200], ['/kontakt', 200], ['/weg', 'reset']])
      expect(result).toMatchObject({ ok: true, snapshot: { tls: { ok: false, reason: 'no_https' }, plainHttp: { kind: 'answer', status: 200 }, robots: { status: 200 }, absentAddress: { status: 404 }, probes: [] } })
      expect([...steps]).toEqual(['start', 'pages', 'site'])
    })

    it('crawls what cannot be read into a snapshot that says why', async () => {
      expect(await under.reader.crawl({ entered: 'http://10.0.0.1/', contact })).toMatchObject({ ok: true, snapshot: { pages: [{ failure: 'forbidden_address' }], probes: [] } })
    })

    it('judges the site where it reads it', async () => {
      const steps = new Set<string>()
      const result = await under.reader.audit({ entered: under.origin, contact, yardstick, onProgress: ({ step }) => steps.add(step) })
      const report = result.ok ? result.report : undefined
      expect(report).toMatchObject({ failure: null, finalAddress: `${under.origin}/`, pages: [{ status: 200 }, { status: 200 }, { status: 200 }, { status: null }] })
      expect(report?.audit?.results.map(({ id, verdict }) => [id, verdict])).toEqual([['R-03', 'pass'], ['F-02', 'fail'], ['F-07', 'fail'], ['R-09', 'not_checked']])
      expect(report?.audit?.results[1]?.places[0]).toEqual({ cause: 'description.missing', page: `${under.origin}/` })
      expect([...steps]).toEqual(['start', 'pages', 'site', 'judging'])
    })

    it('judges no site that never answered', async () => {
      expect(await under.reader.audit({ entered: 'http://10.0.0.1/', contact, yardstick })).toEqual({
        ok: true, report: { finalAddress: null, failure: 'forbidden_address', pages: [{ url: 'http://10.0.0.1/', status: null }], audit: null },
      })
    })

    it('does nothing when it is cancelled', async () => {
      expect(await under.reader.fetch({ url: `${under.origin}/`, want: 'page', contact }, AbortSignal.abort())).toMatchObject({ ok: false, reason: 'cancelled' })
    })

    it('throws for a contact that could end a header', async () => {
      await expect(under.reader.fetch({ url: `${under.origin}/`, want: 'page', contact: 'a@b.de\r\nX: 1' })).rejects.toThrow()
      await expect(under.reader.crawl({ entered: under.origin, contact: 'a)b' })).rejects.toThrow()
    })
  })
}
