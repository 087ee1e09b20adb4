import { describe, expect, it } from 'vitest'
import { audit, finding, findings, place, report, score } from '@digitallotsen/domain/website/website-audit.fixture.ts'
import { sender } from './documents.fixture.ts'
import type { WebsiteView } from './documents.types.ts'
import { sheet } from './pen.ts'
import { listRoles, readPdf, type Piece } from './read-pdf.fixture.ts'
import { renderWebsitePdf } from './website.pdf.ts'

const view = (change: Partial<WebsiteView> = {}): WebsiteView => ({
  sender, madeAt: '2026-11-25T10:00:00Z', business: 'Müßiggang & Söhne', address: audit().finalAddress ?? '', checkedAt: '2026-11-25T08:01:00.000Z',
  score, report: report(), rulesVersion: 7, frameworkVersion: '2026.2', ...change,
})
const made = async (change: Partial<WebsiteView> = {}) => readPdf(await renderWebsitePdf(view(change)))

const isOut = ({ x, width, y }: Piece): boolean => x < sheet.left - 0.5 || x + width > sheet.width - sheet.right + 0.5 || y < 20 || y > sheet.height - 20

describe('the document of a website’s audit', () => {
  it('says whose it is, when and by which rules it was checked, and is tagged throughout', async () => {
    const pdf = await made()
    expect(pdf).toMatchObject({ title: 'Website-Bericht: Müßiggang & Söhne – Digitallotsen Beispielhausen', language: 'de', marked: true })
    const roles = pdf.pages.flatMap(page => listRoles(page.tree))
    expect(roles.filter(role => role === 'H1')).toHaveLength(1)
    expect(roles).toEqual(expect.arrayContaining(['Document', 'Sect', 'H2', 'H3', 'P', 'L', 'LI', 'LBody', 'Table', 'TH', 'TD']))
    const heads = roles.filter(role => /^H\d$/.test(role)).map(role => Number(role[1]))
    expect(heads.every((level, index) => index === 0 || level <= (heads[index - 1] ?? 0) + 1)).toBe(true)
    for (const words of ['blumen-muster.example', 'geprüft am 25. November 2026', '61 von 100 Punkten', 'Fassung 7 der Prüfregeln', 'Fassung 2026.2']) expect(pdf.text).toContain(words)
  })

  it('names finding, places, advice and whom to ask, the words of the foreign site as words', async () => {
    const { text } = await made()
    for (const words of ['R-04', 'dringend', 'gemessen', 'Der Link führt zur abgeschalteten OS-Plattform.', '/impressum', 'footer > a', 'Entfernen Sie Hinweis und Link.', 'Anwaltskanzlei']) expect(text).toContain(words)
    expect(text).toContain('<img src=x onerror=alert(1)>')
    expect(text).toContain('neu seit der letzten Prüfung')
  })

  it('tells what was not checked and why, what was fixed, and where reading ended', async () => {
    const { text } = await made()
    for (const words of ['Nicht geprüft', 'F-07', 'Bisher liegt keine Angabe vor.', 'Seit der letzten Prüfung behoben', 'Antwort 404', 'Gelesen wurde nur der Anfang.', 'keine Rechts- oder Steuerberatung']) expect(text).toContain(words)
  })

  it('says of many places how many more there are', async () => {
    const places = Array.from({ length: 20 }, (_, index) => place('Das fehlt.', { quote: `Stelle-${index + 1}.` }))
    const { text } = await made({ report: report({ findings: [finding('T-03', { verdict: 'fail', places })] }) })
    expect(text).toContain('Stelle-12.')
    expect(text).not.toContain('Stelle-13.')
    expect(text).toContain('und 8 weitere Stellen')
  })

  it('says so where nothing stands out', async () => {
    const { text } = await made({ report: report({ findings: findings.filter(({ verdict }) => verdict !== 'fail') }) })
    expect(text).toContain('Nichts fällt auf.')
    expect(text).not.toContain('Befunde: ')
  })

  it('keeps every word on the page, however long an address is', async () => {
    const long = `https://blumen-muster.example/${'sehr-lang'.repeat(30)}`
    const places = [place('Das fehlt.', { page: long, quote: 'x'.repeat(200), selector: 'div > '.repeat(40) })]
    const { pages } = await made({ address: long, report: report({ findings: [finding('T-03', { verdict: 'fail', title: 'Wort'.repeat(60), places })], pages: [{ url: long, status: null }] }) })
    expect(pages.flatMap(({ pieces }) => pieces.filter(isOut)).map(({ text }) => text)).toEqual([])
  })
})
