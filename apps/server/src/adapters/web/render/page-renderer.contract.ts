import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PageRenderer } from './page-renderer.ts'

/** A renderer and the address at which the contract's page stands for it; `/weg` is none. */
export type RendererUnderTest = { renderer: PageRenderer; origin: string; close(): Promise<void> }

export const contractPage = `<!doctype html><html lang="de"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Laden</title>
<style>body { margin: 0; font: 15px sans-serif }</style><h1>Guten Tag</h1><p>Wir freuen uns auf Ihren Besuch in unserem Laden.</p>
<script>document.cookie = 'korb=1'; localStorage.setItem('gesehen', '1')</script>`

export const contact = 'https://musterstadt.example/kontakt'

export const describePageRenderer = (name: string, open: () => Promise<RendererUnderTest>): void => {
  describe(name, () => {
    let under: RendererUnderTest
    beforeAll(async () => void (under = await open()))
    afterAll(() => under.close())
    const render = (path: string, signal?: AbortSignal) => under.renderer.render({ url: under.origin + path, contact, isCertificateIgnored: false }, signal)

    it('tells what a phone shows and a page keeps', async () => {
      const result = await render('/')
      expect(result).toMatchObject({
        ok: true,
        facts: { viewportWidth: 360, scrollWidth: 360, baseFontPx: 15, cookies: [{ name: 'korb' }], storage: [{ key: 'gesehen', origin: under.origin }], thirdPartyRequests: [], axe: [] },
      })
      expect(result.ok && result.facts.banner).toBeUndefined()
    })

    it('fails for a page that is none', async () => {
      expect(await render('/weg')).toEqual({ ok: false, reason: 'failed' })
    })

    it('does nothing when it is cancelled', async () => {
      expect(await render('/', AbortSignal.abort())).toEqual({ ok: false, reason: 'failed' })
    })

    it('throws for an order that is none', async () => {
      await expect(under.renderer.render({ url: 'x'.repeat(5_000), contact, isCertificateIgnored: false })).rejects.toThrow()
    })

    it('opens nothing any more once it is closed', async () => {
      await under.renderer.close()
      expect(await render('/')).toEqual({ ok: false, reason: 'failed' })
    })
  })
}
