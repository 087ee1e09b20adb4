import type { BrowserContextOptions, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { cityAt, useBrowser, visit } from './browser.ts'
import type { Device, Visit } from './browser.ts'
import { handsFor } from './hands.ts'
import type { Hands } from './hands.ts'
import { listFaults } from './page-checks.ts'
import { call, findMyBusiness, signIn } from './sign-in.ts'

useBrowser()

/** Businesses that have no listing yet: one for each device. */
const mailboxes: [Device, string][] = [['desktop', 'laden24'], ['phone', 'laden25']]
let visitor: Visit

afterEach(async () => {
  visitor.conscience.ensureClear()
  await visitor.context.close()
})

type Draft = { draftVersion: number; state: string; waiting: boolean; photos: unknown[]; content: { tagline: string | null; story: string; hours: { week: Record<string, unknown> } | null } }

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor()
const saved = (page: Page) => page.getByRole('status').getByText('Gespeichert', { exact: true }).waitFor()
const message = (page: Page, text: string) => page.getByRole('region', { name: 'Meldungen' }).getByText(text).waitFor()
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })
const goOn = (page: Page, hands: Hands) => hands.press(page.getByRole('button', { name: 'Weiter', exact: true }))

const shopFront = (): Promise<Buffer> => sharp({ create: { width: 2000, height: 1500, channels: 3, background: '#7a9e7e' } }).jpeg().toBuffer()

type Scene = { signedIn: NonNullable<BrowserContextOptions['storageState']>; merchantId: string; home: string }

const enter = async (device: Device, mailbox: string): Promise<Scene> => {
  const { host, slug } = cityAt(0)
  const { page, context } = await visit(host, device)
  await signIn(page, host, `${mailbox}@${slug}.example`)
  const merchantId = await findMyBusiness(page)
  const signedIn = await context.storageState()
  await context.close()
  return { signedIn, merchantId, home: `/mein-betrieb/${merchantId}/eintrag` }
}

const begin = async (device: Device, { signedIn }: Scene): Promise<Page> => {
  visitor = await visit(cityAt(0).host, device, { storageState: signedIn })
  return visitor.page
}

describe.each(mailboxes)('a merchant at the %s', (device, mailbox) => {
  const hands = handsFor(device)
  let scene: Scene
  let merchantId = ''
  let home = ''

  beforeAll(async () => {
    scene = await enter(device, mailbox)
    ;({ merchantId, home } = scene)
  })

  const draftOf = (page: Page): Promise<Draft> => call(page, 'listing.get', { merchantId })

  test('fills the listing part by part, each saved at once, and hands it in', async () => {
    const page = await begin(device, scene)
    const [postcode = ''] = cityAt(0).postcodes
    await page.goto(`/mein-betrieb/${merchantId}`)
    await page.getByRole('heading', { name: 'Ihr Eintrag auf der Plattform' }).waitFor()
    await hands.press(page.getByRole('link', { name: 'Eintrag beginnen' }))
    await heading(page, 'Ihr Eintrag')

    await hands.press(page.getByRole('link', { name: 'Sagen Sie in einer Zeile, was man bei Ihnen findet.' }))
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('field-tagline')
    await hands.write(field(page, 'Kurztext'), 'Alles für die Probe')
    await saved(page)
    await page.reload()
    expect(await field(page, 'Kurztext').inputValue()).toBe('Alles für die Probe')
    await goOn(page, hands)

    await heading(page, 'Branchen')
    await hands.write(page.getByLabel('Branche suchen'), 'baecker')
    await hands.choose(page.getByLabel('Bäckerei').first())
    await page.getByText('Hauptbranche', { exact: true }).waitFor()
    await goOn(page, hands)

    await heading(page, 'Adresse und Lage')
    await hands.write(field(page, 'Straße'), 'Musterstraße')
    await hands.write(field(page, 'Hausnummer'), '5')
    await field(page, 'Postleitzahl').fill('')
    await hands.write(field(page, 'Postleitzahl'), '99999')
    await goOn(page, hands)
    const summary = page.getByRole('alert')
    await summary.getByText('Diese Postleitzahl gehört nicht zu Ihrer Stadt.').waitFor()
    expect(await summary.evaluate(element => element === document.activeElement)).toBe(true)
    await page.reload()
    expect(await field(page, 'Postleitzahl').inputValue()).toBe('99999')
    await field(page, 'Postleitzahl').fill('')
    await hands.write(field(page, 'Postleitzahl'), postcode)
    await page.getByLabel('Handelsbezirk').selectOption({ index: 1 })
    await goOn(page, hands)

    await heading(page, 'Öffnungszeiten')
    await hands.choose(page.getByLabel('Montag', { exact: true }))
    await hands.press(page.getByRole('button', { name: 'Montag: Pause einfügen' }))
    await hands.press(page.locator('summary', { hasText: 'Montag auf andere Tage übertragen' }))
    await hands.press(page.getByRole('button', { name: 'Zeiten übertragen' }))
    await message(page, 'Die Zeiten von Montag sind übertragen.')
    await saved(page)
    const day = [{ from: '09:00', to: '13:00' }, { from: '14:00', to: '18:00' }]
    await expect.poll(async () => (await draftOf(page)).content.hours?.week).toMatchObject({ mo: day, fr: day, sa: [] })
    await goOn(page, hands)

    await heading(page, 'Kontakt und Links')
    await hands.write(field(page, 'Nummer mit Vorwahl'), 'abc')
    await goOn(page, hands)
    await page.getByText('Das ist keine Telefonnummer.').first().waitFor()
    await field(page, 'Nummer mit Vorwahl').fill('')
    await hands.write(field(page, 'Nummer mit Vorwahl'), '02000 123456')
    await goOn(page, hands)
    await heading(page, 'Sprachen, Bezahlen, Zugang')
    await hands.choose(page.getByLabel('Türkisch'))
    await goOn(page, hands)

    await heading(page, 'Fotos')
    await page.locator('input[type=file]').setInputFiles({ name: 'laden.jpg', mimeType: 'image/jpeg', buffer: await shopFront() })
    await hands.press(page.getByRole('button', { name: 'Foto speichern' }))
    await page.getByRole('alert').getByText('Beschreiben Sie kurz, was auf dem Foto zu sehen ist.').waitFor()
    await hands.write(field(page, 'Was ist zu sehen?'), 'Das grüne Schaufenster')
    await hands.press(page.getByRole('button', { name: 'Foto speichern' }))
    await page.locator('.photo-card').getByRole('img', { name: 'Das grüne Schaufenster' }).waitFor()
    await goOn(page, hands)
    await heading(page, 'Geschichte')
    await hands.write(page.getByLabel('Erzählen Sie'), 'Seit 1967 im Viertel.')
    await hands.press(page.getByRole('button', { name: 'Fertig' }))

    await heading(page, 'Ihr Eintrag')
    await hands.press(page.getByRole('link', { name: 'Vorschau ansehen', exact: true }))
    await heading(page, 'So sieht Ihre Seite aus')
    const preview = page.locator('main article')
    for (const text of ['Alles für die Probe', '9–13 und 14–18 Uhr', '02000 123456', 'Seit 1967 im Viertel.']) await preview.first().getByText(text).first().waitFor()
    await hands.press(page.getByRole('link', { name: 'Zum Eintrag' }))
    await hands.press(page.getByRole('button', { name: 'Zur Prüfung einreichen' }))
    await message(page, 'Eingereicht.')
    await page.getByText('wird geprüft', { exact: true }).waitFor()
    expect(await draftOf(page)).toMatchObject({ state: 'pending', waiting: true, content: { story: 'Seit 1967 im Viertel.' } })
  })

  test('takes back what was handed in, and that too', async () => {
    const page = await begin(device, scene)
    await page.goto(home)
    await hands.press(page.getByRole('button', { name: 'Einreichung zurückziehen' }))
    await page.getByText('bereit', { exact: true }).waitFor()
    await hands.press(page.getByRole('button', { name: 'Rückgängig' }))
    await page.getByText('wird geprüft', { exact: true }).waitFor()
    await page.goto(`${home}/fassungen`)
    await page.getByText('Fassung 2', { exact: true }).waitFor()
    await hands.press(page.getByRole('button', { name: 'Fassung 1 wieder einsetzen' }))
    await message(page, 'Fassung 1 steht jetzt im Entwurf.')
  })

  test('removes a photo and brings it back', async () => {
    const page = await begin(device, scene)
    await page.goto(`${home}/fotos`)
    await hands.press(page.getByRole('button', { name: 'Foto 1 entfernen' }))
    await page.locator('.photo-card').waitFor({ state: 'detached' })
    await hands.press(page.getByRole('button', { name: 'Rückgängig' }))
    await page.locator('.photo-card').waitFor()
    expect((await draftOf(page)).photos).toHaveLength(1)
  })

  test('meets a second device on the same line, and loses neither version', async () => {
    const page = await begin(device, scene)
    visitor.conscience.forgive(/409/)
    await page.goto(`${home}/name`)
    await field(page, 'Kurztext').waitFor()
    const other = await visit(cityAt(0).host, device, { storageState: scene.signedIn })
    await other.page.goto(`${home}/name`)
    await other.page.getByLabel('Kurztext').fill('Vom zweiten Gerät')
    await saved(other.page)
    await other.context.close()

    await field(page, 'Kurztext').fill('Vom ersten Gerät')
    await page.getByText('Hier wurde gleichzeitig gearbeitet').waitFor()
    expect(await field(page, 'Kurztext').inputValue()).toBe('Vom ersten Gerät')
    expect((await draftOf(page)).content.tagline).toBe('Vom zweiten Gerät')
    await hands.press(page.getByRole('button', { name: 'Andere Fassung laden' }))
    await expect.poll(() => field(page, 'Kurztext').inputValue()).toBe('Vom zweiten Gerät')
    await hands.press(page.getByRole('button', { name: 'Meine Eingabe wieder einsetzen' }))
    await saved(page)
    expect((await draftOf(page)).content.tagline).toBe('Vom ersten Gerät')
  })

  test('writes on in a tunnel, and nothing is lost', async () => {
    const page = await begin(device, scene)
    visitor.conscience.forgive(/ERR_INTERNET_DISCONNECTED|Failed to load resource/)
    await page.goto(`${home}/geschichte`)
    await page.getByLabel('Erzählen Sie').waitFor()
    await visitor.context.setOffline(true)
    await page.getByLabel('Erzählen Sie').fill('Im Tunnel geschrieben.')
    await page.getByRole('status').getByText('Offline gespeichert').waitFor()
    await visitor.context.setOffline(false)
    await saved(page)
    expect((await draftOf(page)).content.story).toBe('Im Tunnel geschrieben.')
  })

  test('compares another place with the listing, and finds the texts to copy', async () => {
    const page = await begin(device, scene)
    await page.goto(`${home}/ueberall`)
    await hands.press(page.getByRole('link', { name: 'Ladentür' }))
    await heading(page, 'Ladentür vergleichen')
    await hands.press(page.getByRole('button', { name: 'Vergleich speichern' }))
    await page.getByRole('alert').getByText('Sagen Sie, ob Sie Ihren Betrieb dort finden.').waitFor()
    await hands.choose(page.getByLabel('Ja, gefunden'))
    for (const group of ['Name', 'Telefon', 'Sonderöffnungszeiten']) await hands.choose(page.getByRole('group', { name: group }).getByLabel('Gleich'))
    await hands.choose(page.getByRole('group', { name: 'Öffnungszeiten', exact: true }).getByLabel('Anders'))
    await hands.write(page.getByLabel('Was steht dort?'), 'Montag zu')
    await hands.press(page.getByRole('button', { name: 'Vergleich speichern' }))
    await page.getByText('weicht ab', { exact: true }).waitFor()
    await page.getByText('Bitte angleichen: Öffnungszeiten').waitFor()
    await hands.press(page.getByRole('link', { name: 'Zum Kopieren' }))
    await visitor.context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await hands.press(page.getByRole('button', { name: 'Öffnungszeiten kopieren' }).first())
    await message(page, 'Kopiert: Öffnungszeiten')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Montag bis Freitag: 9–13 und 14–18 Uhr')
  })
})

describe('a page of the listing', () => {
  let scene: Scene
  beforeAll(async () => {
    scene = await enter('desktop', 'laden24')
  })

  const paths = ['', '/name', '/branche', '/adresse', '/zeiten', '/kontakt', '/service', '/fotos', '/geschichte', '/vorschau', '/fassungen', '/ueberall', '/ueberall?ort=google', '/ueberall?ansicht=texte']
  test.each(paths)('„eintrag%s“ is accessible in light and dark, at 320 px and with wide text', async path => {
    const page = await begin('desktop', scene)
    await page.goto(scene.home + path)
    await page.locator('h1').waitFor()
    if (path.includes('ort=')) await page.getByLabel('Ja, gefunden').check()
    await page.evaluate(() => document.querySelectorAll('details').forEach(one => (one.open = true)))
    expect(await listFaults(page)).toEqual([])
  })
})
