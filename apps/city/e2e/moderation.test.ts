import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { cityAt, useBrowser, visit } from './browser.ts'
import type { Device, Visit } from './browser.ts'
import { handsFor } from './hands.ts'
import { listFaults } from './page-checks.ts'
import { call, findMyBusiness, signIn } from './sign-in.ts'

useBrowser()

const open: Visit[] = []

afterEach(async () => {
  for (const { context } of open.splice(0)) await context.close()
})

const enter = async (device: Device, mailbox: string): Promise<Visit> => {
  const { host, slug } = cityAt(0)
  const visitor = await visit(host, device)
  open.push(visitor)
  await signIn(visitor.page, host, `${mailbox}@${slug}.example`)
  return visitor
}

/** In a page of its own, since the checks leave their traces in it. */
const ensureFaultless = async ({ context }: Visit, path: string, prepare: (page: Page) => Promise<unknown> = async () => undefined): Promise<void> => {
  const page = await context.newPage()
  await page.goto(path)
  await prepare(page)
  expect([path, await listFaults(page)]).toEqual([path, []])
  await page.close()
}

const dayFrom = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const message = (page: Page, text: string | RegExp) => page.getByRole('region', { name: 'Meldungen' }).getByText(text).waitFor()
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
const cardOf = (page: Page, title: string) => page.locator('.card', { has: page.getByRole('heading', { name: title }) })

type Offer = { id: string; content: { title: string; startsOn: string; endsOn: string }; state: string }

/** Off the screen, for what the journey has shown once already. */
const addOffer = async (page: Page, merchantId: string, title: string): Promise<Offer> => {
  const content = { kind: 'event', title, text: 'Kommen Sie vorbei.', startsOn: dayFrom(3), endsOn: dayFrom(3), startsAt: '19:00', endsAt: null, priceText: null, venue: null }
  const { id } = await call<Offer>(page, 'offer.create', { merchantId, content, idempotencyKey: crypto.randomUUID() }, 'mutation')
  return call<Offer>(page, 'offer.submit', { offerId: id }, 'mutation')
}

/** The live page of a business stays as it is, and a newer one waits beside it. */
const changeEntry = async (page: Page, merchantId: string, tagline: string): Promise<void> => {
  const { draftVersion, content } = await call<{ draftVersion: number; content: object }>(page, 'listing.get', { merchantId })
  const saved = await call<{ draftVersion: number }>(page, 'listing.save', { merchantId, draftVersion, content: { ...content, tagline } }, 'mutation')
  await call(page, 'listing.submit', { merchantId, draftVersion: saved.draftVersion }, 'mutation')
}

test('a merchant makes an offer, the office approves, returns and takes down, and the merchant reads why', async () => {
  const merchant = await enter('phone', 'laden4')
  const office = await enter('desktop', 'amt')
  // Refusals that the journey brings about itself.
  office.conscience.forgive(/status of 409/)
  const [shop, desk] = [merchant.page, office.page]
  const [finger, mouse] = [handsFor('phone'), handsFor('desktop')]
  const merchantId = await findMyBusiness(shop)
  const home = `/mein-betrieb/${merchantId}/angebote`

  await shop.goto(`/mein-betrieb/${merchantId}`)
  await finger.press(shop.getByRole('link', { name: 'Angebote', exact: true }))
  await heading(shop, 'Angebote und Veranstaltungen')
  await finger.press(shop.getByRole('link', { name: 'Neues Angebot anlegen' }))
  await heading(shop, 'Neues Angebot')
  await finger.press(shop.getByRole('button', { name: 'Speichern' }))
  await shop.getByRole('alert').getByRole('link', { name: 'Geben Sie dem Angebot einen Titel.' }).waitFor()
  await finger.write(shop.getByLabel('Titel'), 'Vorlesen im Advent')
  await finger.write(shop.getByLabel('Beschreibung'), 'Jeden Samstag um drei.')
  await shop.getByLabel('Erster Tag').fill(dayFrom(4))
  await shop.getByLabel('Letzter Tag').fill(dayFrom(1))
  await finger.press(shop.getByRole('button', { name: 'Speichern' }))
  await shop.getByRole('alert').getByText('Der letzte Tag liegt vor dem ersten.').waitFor()
  await shop.getByLabel('Letzter Tag').fill(dayFrom(18))
  await shop.reload()
  await shop.getByText('Ihre Eingaben sind noch da').waitFor()
  expect(await shop.getByLabel('Titel').inputValue()).toBe('Vorlesen im Advent')
  await finger.press(shop.getByRole('button', { name: 'Speichern' }))
  await heading(shop, 'Vorlesen im Advent')
  await shop.getByText('Entwurf', { exact: true }).waitFor()

  await finger.write(shop.getByLabel('Betrieb suchen'), 'sonntagskidn')
  await finger.press(shop.getByRole('button', { name: 'Café Sonntagskind einladen' }))
  await message(shop, 'Café Sonntagskind ist eingeladen.')
  await finger.press(shop.getByRole('button', { name: 'Jetzt einreichen' }))
  await message(shop, 'Eingereicht.')
  await shop.getByText('wartet auf Freigabe', { exact: true }).waitFor()
  const offerId = new URL(shop.url()).searchParams.get('angebot') ?? ''
  const returned = await addOffer(shop, merchantId, 'Nacht der Rabatte')

  await desk.goto('/buero')
  await desk.getByText(/^Auf Ihre Freigabe warten: \d Einträge und \d Angebote\.$/).waitFor()
  await mouse.press(desk.getByRole('link', { name: 'Jetzt ansehen' }))
  await heading(desk, 'Einträge und Angebote')
  await mouse.press(desk.getByRole('link', { name: /^Einträge \d/ }))
  await desk.waitForURL('**/buero/eintraege?art=eintraege')
  expect(await desk.getByRole('heading', { name: 'Vorlesen im Advent' }).count()).toBe(0)
  await mouse.press(desk.getByRole('link', { name: 'Apotheke am Musterplatz: Ansehen und entscheiden' }))
  await heading(desk, 'Apotheke am Musterplatz')
  await desk.getByText('Beratung, Botendienst und Blutdruck', { exact: true }).waitFor()
  await mouse.press(desk.getByRole('button', { name: 'Freigeben', exact: true }))
  await message(desk, '„Apotheke am Musterplatz“ ist jetzt öffentlich.')
  await desk.waitForURL('**/buero/eintraege')
  await mouse.press(desk.getByRole('link', { name: 'Schlüssel und Schuh (Muster): Ansehen und entscheiden' }))
  await heading(desk, 'Schlüssel und Schuh (Muster)')
  await mouse.press(desk.locator('summary', { hasText: 'Zurückgeben' }))
  await mouse.press(desk.getByRole('button', { name: 'Mit Begründung zurückgeben' }))
  await desk.getByText('Schreiben Sie dem Betrieb, warum.').waitFor()
  await mouse.write(desk.getByLabel('Begründung für den Betrieb'), 'Bitte nennen Sie Ihre Öffnungszeiten.')
  await mouse.press(desk.getByRole('button', { name: 'Mit Begründung zurückgeben' }))
  await message(desk, '„Schlüssel und Schuh (Muster)“ ist zurückgegeben.')
  await desk.waitForURL('**/buero/eintraege')
  await heading(desk, 'Einträge und Angebote')
  for (const decided of ['Apotheke am Musterplatz', 'Schlüssel und Schuh (Muster)']) expect(await desk.getByRole('heading', { name: decided }).count()).toBe(0)

  // The merchant is quicker: what the office has read is no longer what it would approve.
  const own = (await call<Offer[]>(shop, 'offer.list', { merchantId })).find(({ id }) => id === offerId)
  await call(shop, 'offer.change', { offerId, content: { ...own?.content, text: 'Jeden Samstag um vier.' } }, 'mutation')
  await mouse.press(desk.getByRole('button', { name: 'Freigeben: Vorlesen im Advent' }))
  await desk.getByText('Inzwischen gibt es eine neuere Fassung').waitFor()
  await cardOf(desk, 'Vorlesen im Advent').getByText('Jeden Samstag um vier.').waitFor()
  await mouse.press(desk.getByRole('button', { name: 'Freigeben: Vorlesen im Advent' }))
  await message(desk, '„Vorlesen im Advent“ ist jetzt öffentlich.')
  const loud = cardOf(desk, returned.content.title)
  await mouse.press(loud.locator('summary'))
  await mouse.write(loud.getByLabel('Begründung für den Betrieb'), 'Bitte ohne Vergleich mit anderen Läden.')
  await mouse.press(loud.getByRole('button', { name: 'Mit Begründung zurückgeben' }))
  await message(desk, '„Nacht der Rabatte“ ist zurückgegeben.')
  await loud.waitFor({ state: 'detached' })

  await desk.goto(`/buero/betriebe/${merchantId}`)
  await mouse.press(desk.getByRole('link', { name: 'Eintrag ansehen und entscheiden' }))
  await heading(desk, 'Buchhandlung Seitenwechsel')
  const reading = cardOf(desk, 'Lesung bei Kaffee und Kuchen')
  await mouse.press(reading.locator('summary'))
  await mouse.write(reading.getByLabel('Begründung für den Betrieb'), 'Die Lesung ist abgesagt.')
  await mouse.press(reading.getByRole('button', { name: 'Mit Begründung herunternehmen' }))
  await message(desk, '„Lesung bei Kaffee und Kuchen“ ist nicht mehr öffentlich.')
  await reading.waitFor({ state: 'detached' })

  await shop.goto(home)
  for (const reason of ['Bitte ohne Vergleich mit anderen Läden.', 'Die Lesung ist abgesagt.']) await shop.getByText(reason).waitFor()
  const live = shop.locator('section', { has: shop.getByRole('heading', { name: 'Öffentlich', exact: true }) })
  await live.getByRole('link', { name: 'Vorlesen im Advent' }).waitFor()
  await finger.press(shop.getByRole('link', { name: returned.content.title }))
  await heading(shop, returned.content.title)
  await shop.getByText('Das schreibt Ihnen Ihre Stadt').waitFor()

  await mouse.press(desk.locator('aside summary', { hasText: 'Herunternehmen' }))
  await mouse.write(desk.locator('aside').getByLabel('Begründung für den Betrieb'), 'Das Geschäft ist umgezogen.')
  await mouse.press(desk.locator('aside').getByRole('button', { name: 'Mit Begründung herunternehmen' }))
  await message(desk, '„Buchhandlung Seitenwechsel“ ist nicht mehr öffentlich.')
  await desk.getByText('heruntergenommen', { exact: true }).waitFor()
  expect(await call(shop, 'listing.get', { merchantId })).toMatchObject({ state: 'taken_down', officeReason: 'Das Geschäft ist umgezogen.' })

  const { draftVersion } = await call<{ draftVersion: number }>(shop, 'listing.get', { merchantId })
  await call(shop, 'listing.submit', { merchantId, draftVersion }, 'mutation')
  await desk.reload()
  await desk.getByText('Davon ist noch nichts öffentlich.').waitFor()
  await mouse.press(desk.locator('aside').getByRole('button', { name: 'Freigeben', exact: true }))
  await message(desk, '„Buchhandlung Seitenwechsel“ ist jetzt öffentlich.')

  for (const { conscience } of [merchant, office]) conscience.ensureClear()
})

test('a business that is asked to join says yes, and may leave again', async () => {
  const host = await enter('desktop', 'laden2')
  const guest = await enter('phone', 'laden7')
  const [hostId, guestId] = [await findMyBusiness(host.page), await findMyBusiness(guest.page)]
  const { id } = await addOffer(host.page, hostId, 'Lange Nacht')
  const { slug: page } = await call<{ slug: string | null }>(guest.page, 'listing.get', { merchantId: guestId })
  await call(host.page, 'offer.invite', { offerId: id, slug: page }, 'mutation')

  const hands = handsFor('phone')
  await guest.page.goto(`/mein-betrieb/${guestId}/angebote`)
  await guest.page.getByRole('heading', { name: 'Einladungen an Sie' }).waitFor()
  await hands.press(guest.page.getByRole('button', { name: 'Für „Lange Nacht“ absagen' }))
  await message(guest.page, 'Sie haben abgesagt.')
  await guest.page.getByRole('button', { name: 'Bei „Lange Nacht“ mitmachen' }).waitFor({ state: 'detached' })
  await hands.press(guest.page.getByRole('button', { name: 'Rückgängig' }))
  await hands.press(guest.page.getByRole('button', { name: 'Bei „Lange Nacht“ mitmachen' }))
  await message(guest.page, 'Sie machen mit.')
  await hands.press(guest.page.getByRole('link', { name: 'Lange Nacht' }))
  await heading(guest.page, 'Lange Nacht')
  const partners = async () => (await call<(Offer & { partners: { accepted: boolean }[] })[]>(host.page, 'offer.list', { merchantId: hostId })).find(offer => offer.id === id)?.partners
  expect(await partners()).toMatchObject([{ accepted: true }])
  await hands.press(guest.page.getByRole('button', { name: 'Bei „Lange Nacht“ nicht mehr mitmachen' }))
  await message(guest.page, 'Sie machen nicht mehr mit.')
  await hands.press(guest.page.getByRole('region', { name: 'Meldungen' }).getByRole('button', { name: 'Schließen' }).last())
  await expect.poll(partners, { timeout: 10_000 }).toEqual([])
  for (const { conscience } of [host, guest]) conscience.ensureClear()
})

describe('a page of it', () => {
  let merchant: Visit
  let office: Visit
  let merchantId = ''
  let offerId = ''

  beforeAll(async () => {
    merchant = await enter('desktop', 'laden2')
    office = await enter('desktop', 'amt')
    open.splice(0)
    merchantId = await findMyBusiness(merchant.page)
    await changeEntry(merchant.page, merchantId, 'Sträuße, Kränze und jetzt auch Töpfe')
    offerId = (await addOffer(merchant.page, merchantId, 'Straßenfest mit einem ausgesprochen langen Namen')).id
  })
  afterAll(async () => {
    for (const { context } of [merchant, office]) await context.close()
  })

  const home = () => `/mein-betrieb/${merchantId}/angebote`
  const shown: [string, () => string][] = [
    ['the list of offers', home],
    ['what is over', () => `${home()}?ansicht=vorbei`],
    ['an offer', () => `${home()}?angebot=${offerId}`],
    ['an offer that is not there', () => `${home()}?angebot=unbekannt`],
    ['an offer in English', () => `/en${home()}?angebot=${offerId}`],
    ['an offer to change', () => `${home()}?angebot=${offerId}&aendern=1`],
  ]
  test.each(shown)('%s is accessible in light and dark, at 320 px and with wide text', async (_name, path) => {
    await ensureFaultless(merchant, path())
    merchant.conscience.ensureClear()
  })

  test('a form with problems is accessible in light and dark, at 320 px and with wide text', async () => {
    await ensureFaultless(merchant, `${home()}?neu=veranstaltung`, async page => {
      await page.getByRole('button', { name: 'Speichern' }).click()
      await page.getByRole('alert').waitFor()
    })
    merchant.conscience.ensureClear()
  })

  const decided: [string, () => string][] = [
    ['what waits', () => '/buero/eintraege'],
    ['the offers that wait', () => '/buero/eintraege?art=angebote'],
    ['an entry with a change', () => `/buero/eintraege/${merchantId}`],
  ]
  test('what a newer version changes is marked beside what is live', async () => {
    const { page } = office
    await page.goto(`/buero/eintraege/${merchantId}`)
    await page.getByText('Eine Angabe ist anders als auf der öffentlichen Seite.').waitFor()
    await page.locator('tbody tr').first().waitFor()
    const [row, ...others] = await page.getByRole('table', { name: 'Was sich ändert' }).locator('tbody tr').all()
    expect(others).toEqual([])
    expect((await row?.locator('th, td').allInnerTexts())?.map(text => text.replace(/\s+/g, ' '))).toEqual(['In einer Zeile geändert', 'Sträuße, Kränze und jetzt auch Töpfe', 'Sträuße, Kränze und Pflanzen'])
    expect(await row?.locator('mark').allInnerTexts()).toEqual(['Sträuße, Kränze und jetzt auch Töpfe'])
  })

  test.each(decided)('%s is accessible, unfolded, in light and dark, at 320 px and with wide text', async (_name, path) => {
    await ensureFaultless(office, path(), async page => {
      await page.locator('summary').first().waitFor()
      await page.evaluate(() => document.querySelectorAll('details').forEach(one => (one.open = true)))
    })
    office.conscience.ensureClear()
  })
})
