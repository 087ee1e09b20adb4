import { once } from 'node:events'
import { createServer } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { theProduct } from './product.ts'

type Pages = Readonly<Record<string, string>>
type Head = { title: string; description?: string; more?: string }

const page = ({ title, description, more = '' }: Head, body: string, lang = ' lang="de"'): string =>
  `<!doctype html><html${lang}><head><title>${title}</title>${description ? `<meta name="description" content="${description}"><meta name="viewport" content="width=device-width, initial-scale=1">` : ''}${more}</head><body>${body}</body></html>`

const links = (...names: string[]): string => names.map(name => `<a href="/${name.toLowerCase()}">${name}</a>`).join(' ')

/** As some shops still are: no privacy notice, an old law, the platform that is gone, letters from elsewhere, search engines locked out. */
export const neglected: Pages = {
  '/': page(
    { title: 'Home', more: '<meta name="robots" content="noindex"><link rel="stylesheet" href="https://fonts.googleapis.com/css?family=Open+Sans">' },
    `<h1>Willkommen</h1><h3>Schuhe</h3><p>Weihnachten 2019 haben wir geschlossen. Tel. 01234 567890.</p><img src="/a.jpg">${links('Leistungen', 'Kontakt', 'Impressum', 'Aktionen')}`,
    '',
  ),
  '/leistungen': page({ title: 'Home' }, `<h1>Leistungen</h1><p>Schuhe und Reparatur.</p>${links('Impressum')}`),
  '/kontakt': page({ title: 'Kontakt' }, '<h1>Kontakt</h1><form action="/senden"><input name="name" required><input name="email" required></form>'),
  '/impressum': page({ title: 'Impressum' }, '<h1>Impressum</h1><p>Angaben gemäß § 5 TMG. Erika Muster, Musterstraße 1, 01234 Musterstadt. Online-Streitbeilegung: <a href="https://ec.europa.eu/consumers/odr">ec.europa.eu/consumers/odr</a></p>'),
}

const privacy =
  'Verantwortlicher ist das Schuhhaus Beispiel. Rechtsgrundlage ist Art. 6 DSGVO. Die Speicherdauer beträgt sieben Tage. Sie haben das Recht auf Auskunft und das Recht auf Beschwerde bei der Aufsichtsbehörde. '.repeat(6)
const legalLinks = links('Impressum', 'Datenschutz')

/** The same shop after an afternoon of work. */
export const tended: Pages = {
  '/': page(
    { title: 'Schuhhaus Beispiel in Musterstadt: Schuhe für Kinder', description: 'Schuhhaus Beispiel in Musterstadt: Kinderschuhe, Beratung und Reparatur mitten in der Stadt.' },
    `<h1>Schuhhaus Beispiel</h1><h2>Schuhe</h2><p>Rufen Sie an: <a href="tel:+491234567890">01234 567890</a>.</p>${links('Kontakt')} ${legalLinks}`,
  ),
  '/kontakt': page({ title: 'Kontakt zum Schuhhaus Beispiel in Musterstadt', description: 'So erreichen Sie das Schuhhaus Beispiel in Musterstadt: Telefon, Anfahrt und Zeiten auf einen Blick.' }, `<h1>Kontakt</h1><p>Rufen Sie uns an.</p>${legalLinks}`),
  '/datenschutz': page({ title: 'Datenschutz beim Schuhhaus Beispiel' }, `<h1>Datenschutz</h1><p>${privacy}</p>${legalLinks}`),
  '/impressum': page(
    { title: 'Impressum vom Schuhhaus Beispiel' },
    `<h1>Impressum</h1><p>Schuhhaus Beispiel, Inhaberin Erika Muster, Musterstraße 1, 01234 Musterstadt. Telefon 01234 567890, E-Mail info@schuhhaus.example. Vertreten durch die Inhaberin Erika Muster. Wir freuen uns über Ihre Nachricht.</p>${legalLinks}`,
  ),
}

/** Slow enough for somebody to watch, and to leave meanwhile. */
const slowMs = 700

/** A website on this machine whose owner can change it. */
export const openSite = async (first: Pages) => {
  let pages = first
  const server = createServer((request, response) => {
    void pause(slowMs).then(() => {
      const body = pages[request.url ?? '']
      response.writeHead(body ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(request.method === 'HEAD' ? undefined : (body ?? '<h1>Nicht gefunden</h1>'))
    })
  })
  server.listen(theProduct().sitePort, '127.0.0.1')
  await once(server, 'listening')
  return {
    become: (next: Pages): void => void (pages = next),
    close: async (): Promise<void> => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
