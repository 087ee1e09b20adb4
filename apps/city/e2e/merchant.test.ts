import type { BrowserContextOptions, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { cityAt, useBrowser, visit } from './browser.ts'
import type { Device, Visit } from './browser.ts'
import { atQuestion, levelOf } from './check-walk.ts'
import { handsFor } from './hands.ts'
import type { Hands } from './hands.ts'
import { readCatalogue } from './procedures.ts'
import { call, findMyBusiness, signIn } from './sign-in.ts'

useBrowser()

/** Sample businesses with a full check, a plan and no second check: one for each device. */
const mailboxes: [Device, string][] = [['desktop', 'laden2'], ['phone', 'laden5']]
let visitor: Visit

afterEach(async () => {
  visitor.conscience.ensureClear()
  await visitor.context.close()
})

/** A photo as a phone takes it: large, and with the place in its data. */
const photoWithPlace = (): Promise<Buffer> =>
  sharp({ create: { width: 2400, height: 1800, channels: 3, background: '#7a9e7e' } })
    .jpeg()
    .withExif({ IFD0: { Make: 'Musterkamera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '7/1 12/1 0/1' } })
    .toBuffer()

/** What is kept of a photo: a small picture, and nothing that its file told besides. */
const ensureNamesNoPlace = async (page: Page, address: string): Promise<void> => {
  const bytes = await page.evaluate(async path => Array.from(new Uint8Array(await (await fetch(path)).arrayBuffer())), address)
  const { format, exif, xmp, width } = await sharp(Buffer.from(bytes)).metadata()
  expect({ format, exif, xmp, small: width <= 1600 }).toEqual({ format: 'webp', exif: undefined, xmp: undefined, small: true })
}

const uploadAsItIs = async (page: Page, taskId: string, photo: Buffer): Promise<string> => {
  expect((await sharp(photo).metadata()).exif?.includes('Musterkamera')).toBe(true)
  return page.evaluate(
    async ({ taskId, bytes }) => {
      const form = new FormData()
      form.set('taskId', taskId)
      form.set('alt', 'Die Ladentür')
      form.set('idempotencyKey', crypto.randomUUID())
      form.set('photo', new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), 'laden.jpg')
      const answer = await fetch('/upload/evidence', { method: 'POST', body: form })
      if (answer.status !== 201) throw new Error(`The upload is refused: ${answer.status} ${await answer.text()}`)
      return ((await answer.json()) as { fileId: string }).fileId
    },
    { taskId, bytes: [...photo] },
  )
}

const openFirst = async (page: Page, hands: Hands): Promise<string> => {
  const line = page.locator('section', { has: page.getByRole('heading', { name: 'Jetzt dran' }) }).locator('li', { hasText: 'offen' }).first().getByRole('link')
  const title = await line.innerText()
  await hands.press(line)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  return title
}

const message = (page: Page, text: string) => page.getByRole('region', { name: 'Meldungen' }).getByText(text).waitFor()

const ensurePdf = async (page: Page): Promise<void> => {
  const path = await page.getByRole('link', { name: 'Als PDF laden' }).getAttribute('href')
  const answer = await page.evaluate(async address => {
    const given = await fetch(address)
    return { status: given.status, type: given.headers.get('content-type'), start: (await given.text()).slice(0, 5) }
  }, path ?? '')
  expect(answer).toEqual({ status: 200, type: 'application/pdf', start: '%PDF-' })
}

describe.each(mailboxes)('a merchant at the %s', (device, mailbox) => {
  const hands = handsFor(device)
  let signedIn: NonNullable<BrowserContextOptions['storageState']>
  let home = ''

  beforeAll(async () => {
    const { host, slug } = cityAt(0)
    const { page, context } = await visit(host, device)
    await signIn(page, host, `${mailbox}@${slug}.example`)
    home = `/mein-betrieb/${await findMyBusiness(page)}`
    signedIn = await context.storageState()
    await context.close()
  })

  const begin = async (): Promise<Page> => {
    visitor = await visit(cityAt(0).host, device, { storageState: signedIn })
    return visitor.page
  }

  test('starts a measure, shows it by text and photo, and reports it as done', async () => {
    const page = await begin()
    await page.goto(`${home}/plan`)
    await openFirst(page, hands)
    await hands.press(page.getByRole('button', { name: 'Maßnahme beginnen' }))
    await message(page, 'Die Maßnahme ist jetzt in Arbeit.')
    await hands.write(page.getByLabel('Was haben Sie gemacht?'), 'Öffnungszeiten an der Tür und im Netz angeglichen.')
    await hands.press(page.getByRole('button', { name: 'Nachweis speichern' }))
    await page.getByRole('listitem').getByText('Öffnungszeiten an der Tür').waitFor()

    const original = await photoWithPlace()
    await page.locator('input[type=file]').setInputFiles({ name: 'laden.jpg', mimeType: 'image/jpeg', buffer: original })
    await hands.write(page.getByLabel('Was ist zu sehen?'), 'Die Ladentür mit dem neuen Schild.')
    await hands.press(page.getByRole('button', { name: 'Foto speichern' }))
    const photo = page.locator('img.evidence-photo')
    await photo.waitFor()
    expect(await photo.getAttribute('alt')).toBe('Die Ladentür mit dem neuen Schild.')
    await ensureNamesNoPlace(page, (await photo.getAttribute('src')) ?? '')
    // The browser has shrunk that one; the server must not rely on it.
    const taskId = new URL(page.url()).searchParams.get('aufgabe') ?? ''
    await ensureNamesNoPlace(page, `/files/${await uploadAsItIs(page, taskId, original)}`)

    await hands.press(page.getByRole('button', { name: 'Als erledigt melden' }))
    await message(page, 'Erledigt. Gut gemacht!')
    await page.goto(`${home}/verlauf`)
    await page.getByText('Maßnahme erledigt').first().waitFor()
    await page.goto(`${home}/plan`)
    await page.getByRole('heading', { name: 'Erledigt' }).waitFor()
  })

  test('leaves a measure out with a reason, and takes that back', async () => {
    const page = await begin()
    await page.goto(`${home}/plan`)
    const title = await openFirst(page, hands)
    await hands.press(page.locator('summary', { hasText: 'Maßnahme weglassen' }))
    await hands.press(page.getByRole('button', { name: 'Maßnahme weglassen' }))
    await page.getByText('Nennen Sie kurz den Grund.').first().waitFor()
    await hands.write(page.getByLabel('Warum lassen Sie sie weg?'), 'Passt nicht zu unserem Laden.')
    await hands.press(page.getByRole('button', { name: 'Maßnahme weglassen' }))
    await message(page, 'Die Maßnahme ist weggelassen.')
    await page.getByText('Weggelassen: Passt nicht zu unserem Laden.').waitFor()
    await hands.press(page.getByRole('button', { name: 'Rückgängig' }))
    await page.getByText('Weggelassen: Passt nicht zu unserem Laden.').waitFor({ state: 'hidden' })
    await page.goto(`${home}/plan`)
    await page.getByRole('link', { name: title, exact: true }).waitFor()
    expect(await page.getByRole('heading', { name: 'Weggelassen' }).count()).toBe(0)
  })

  test('checks again and sees what has changed', async () => {
    const page = await begin()
    await page.goto(`${home}/check`)
    await hands.press(page.getByRole('button', { name: 'Check wiederholen' }))
    await atQuestion(page, 1, 30)
    const assessmentId = /check\/([0-9a-f-]{36})\//.exec(page.url())?.[1] ?? ''
    await hands.choose(levelOf(page, 3))
    await page.getByRole('status').getByText('Gespeichert', { exact: true }).waitFor()
    const items = (await readCatalogue(cityAt(0).host)).fields.flatMap(field => field.items).slice(1)
    const answers = items.map(({ id }) => ({ itemId: id, value: { kind: 'level', level: 3 }, relevance: 'normal', answeredAt: new Date().toISOString() }))
    await call(page, 'check.save', { assessmentId, answers }, 'mutation')
    await page.goto(`/check/${assessmentId}/antworten`)
    await page.getByText('Alle Fragen sind beantwortet.').waitFor()
    await hands.press(page.getByRole('button', { name: 'Ergebnis ansehen' }))
    await page.getByRole('heading', { level: 1, name: 'Ihr zweites Ergebnis' }).waitFor()
    await page.getByText(/^Sie haben [\d,]+ Punkte gewonnen\.$/).waitFor()
    expect(await page.getByRole('table', { name: 'Punkte je Handlungsfeld, vorher und jetzt' }).getByRole('row').count()).toBe(6)
    await ensurePdf(page)
    await page.goto(`${home}/check`)
    await page.getByRole('rowheader', { name: 'Zweiter Check' }).or(page.getByText('Zweiter Check')).first().waitFor()
  })

  test('gets the plan as a PDF and as a sheet without navigation', async () => {
    const page = await begin()
    await page.goto(`${home}/plan`)
    await page.getByRole('heading', { level: 1, name: 'Ihr Plan' }).waitFor()
    await ensurePdf(page)
    await page.emulateMedia({ media: 'print' })
    expect(await page.getByRole('heading', { level: 1, name: 'Ihr Plan' }).isVisible()).toBe(true)
    expect(await page.getByRole('navigation').first().isVisible()).toBe(false)
    expect(await page.getByRole('button', { name: 'Drucken' }).isVisible()).toBe(false)
  })

  test('sees the devices, ends another one, and signs out here', async () => {
    const page = await begin()
    const { host, slug } = cityAt(0)
    const other = await visit(host, device)
    await signIn(other.page, host, `${mailbox}@${slug}.example`)
    await page.goto('/konto')
    const ends = page.getByRole('button', { name: /.+ abmelden$/ })
    await ends.first().waitFor()
    while ((await ends.count()) > 0) {
      const left = await ends.count()
      await hands.press(ends.first())
      await expect.poll(() => ends.count(), { timeout: 10_000 }).toBeLessThan(left)
    }
    expect(await call(other.page, 'identity.me', {})).toBeNull()
    await other.context.close()
    await hands.press(page.getByRole('button', { name: 'Abmelden', exact: true }))
    await page.waitForURL(/:\d+\/$/)
    expect(await call(page, 'identity.me', {})).toBeNull()
  })
})
