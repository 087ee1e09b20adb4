import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createFullCity } from '@digitallotsen/testing/full-city.builder.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { topicOf, type MailKind } from '@digitallotsen/domain/mail/mail-kinds.ts'
import { isOptionalTopic } from '@digitallotsen/domain/mail/mail-topics.ts'
import type { Locale } from '@digitallotsen/domain/text.schemas.ts'
import type { ResolvedPack } from '@digitallotsen/pack/resolved-pack.schemas.ts'
import type { CityEntry } from '../features/city/city-directory.ts'
import { setMailTopic } from '../features/mail/mail-preferences.service.ts'
import type { MailTemplate } from '../features/mail/mail-template.ts'
import { composeMail, type MailContent, type MailScene } from '../features/mail/mail-words.ts'
import { writeMail } from '../features/mail/mail.service.ts'
import { openJobs, type JobsUnderTest } from '../jobs/jobs.fixture.ts'
import { everyMail } from './every-mail.ts'
import { listMailFaults } from './mail-findings.ts'

const origin = 'http://musterstadt.localhost:3000'
const kinds = Object.keys(everyMail) as MailKind[]
const locales: readonly Locale[] = ['de', 'en']
const hostile = `"><script>alert(1)</script>\r\nBcc: opfer@example.org\u2028<img src="https://evil.example/x"> & 'Sohn'`

let jobs: JobsUnderTest
let city: CityEntry
let personId: string
beforeAll(async () => {
  jobs = await openJobs()
  city = await jobs.city('musterstadt', text => text.replace(/languages: .*/, 'languages: [de, en]'))
  personId = String((await jobs.db.admin(`insert into people (tenant_id, email) values ($1, 'laden@example.org') returning id`, [city.tenantId]))[0]?.['id'])
})
afterAll(() => jobs.close())

const hostilePack = (pack: ResolvedPack): ResolvedPack => ({
  ...pack, name: hostile.slice(0, 150), programme: hostile.slice(0, 150),
  city: { ...pack.city, contact: { organisation: hostile, person: hostile, role: hostile, phone: hostile, email: hostile, address: null, hours: hostile } },
})

const sceneOf = (locale: Locale, pack = city.pack): MailScene => ({ pack, locale, origin })
const contents = (kind: MailKind, scene: MailScene, text: string): MailContent[] => everyMail[kind].show(scene, text)
const onlyOnce = (kind: MailKind, content: MailContent): MailTemplate<MailKind, null> => ({ kind, say: () => content, show: () => [] })

describe.each(locales)('every mail in %s', locale => {
  it.each(kinds)('says all a mail has to: %s', kind => {
    const scene = sceneOf(locale)
    const forms = contents(kind, scene, 'Blumen Übermut')
    expect(forms.length).toBeGreaterThan(0)
    for (const content of forms) expect(listMailFaults(scene, composeMail(scene, content))).toEqual([])
  })

  it.each(kinds)('holds against hostile names: %s', kind => {
    const scene = sceneOf(locale, hostilePack(city.pack))
    for (const content of contents(kind, scene, hostile)) {
      const words = composeMail(scene, content)
      expect(listMailFaults(scene, words).filter(fault => !fault.startsWith('does not name'))).toEqual([])
      expect(words.html).toContain('&lt;script&gt;')
    }
  })

  it.each(kinds)('leaves with its sender, and with a way out exactly where one can do without it: %s', async kind => {
    await jobs.db.admin('update people set locale = $1 where id = $2', [locale, personId])
    const [content] = contents(kind, sceneOf(locale), 'Blumen')
    if (!content) throw new Error(`${kind} shows nothing`)
    jobs.sender.sent.length = 0
    const letter = { to: { personId }, city, origin, now: jobs.clock.now, input: null }
    await jobs.db.app.withTenant(city.tenantId, tx => writeMail(tx, onlyOnce(kind, content), letter))
    await jobs.workOff()
    const [mail] = jobs.sender.sent
    expect(mail).toMatchObject({ from: { name: city.pack.programme, address: 'lotsen@example.org' }, to: 'laden@example.org', subject: composeMail(sceneOf(locale), content).subject })
    expect(listMailFaults(sceneOf(locale), { subject: mail?.subject ?? '', text: mail?.text ?? '', html: mail?.html ?? '' })).toEqual([])
    const way = `${origin}${locale === 'de' ? '' : '/en'}/abbestellen?zu=`
    const isOptional = isOptionalTopic(topicOf(kind))
    expect([mail?.text.includes(way), mail?.html.includes(way), mail?.unsubscribeLink?.startsWith(way) ?? false]).toEqual([isOptional, isOptional, isOptional])
  })
})

it.each(kinds)('whoever has switched everything off still gets what must arrive, and nothing else: %s', async kind => {
  const [content] = contents(kind, sceneOf('de'), 'Blumen')
  const topic = topicOf(kind)
  const written = await jobs.db.app.withTenant(city.tenantId, async tx => {
    if (isOptionalTopic(topic)) await setMailTopic(tx, { personId, topic, wanted: false, now: jobs.clock.now })
    return writeMail(tx, onlyOnce(kind, content ?? { subject: '', parts: [] }), { to: { personId }, city, origin, now: jobs.clock.now, input: null })
  })
  expect(written === null).toBe(isOptionalTopic(topic))
})

it('a mail for nobody is none: of another city, or ended', async () => {
  const other = await createFullCity(jobs.db)
  const [content] = contents('plan_kept', sceneOf('de'), 'Blumen')
  const write = (to: string) =>
    jobs.db.app.withTenant(city.tenantId, tx => writeMail(tx, onlyOnce('plan_kept', content ?? { subject: '', parts: [] }), { to: { personId: to }, city, origin, now: jobs.clock.now, input: null }))
  expect(await write(other.personId)).toBeNull()
  const [ended] = await jobs.db.admin(`insert into people (tenant_id, email, ended_at) values ($1, 'weg@example.org', now()) returning id`, [city.tenantId])
  expect(await write(String(ended?.['id']))).toBeNull()
})

describe('the sweep itself', () => {
  const sound = () => composeMail(sceneOf('de'), { subject: 'Gut', parts: ['alles steht hier.', { link: `${origin}/konto`, label: 'Konto' }] })

  it.each([
    ['text and HTML differ', (html: string) => html.replace('alles steht hier.', 'alles steht dort.')],
    ['text and HTML differ', (html: string) => html.replace('</ul>', '').replace('<hr>', '<p>Nur hier.</p><hr>')],
    ['links differ', (html: string) => html.replace('/konto"', '/check"')],
    ['a link that leaves the city', (html: string) => html.replace(`${origin}/konto`, 'https://evil.example/konto')],
    ['a foreign tag', (html: string) => html.replace('<hr>', '<hr><img src="x">')],
    ['a foreign attribute', (html: string) => html.replace('<hr>', '<hr onclick="x">')],
  ])('finds when %s', (fault, plant) => {
    expect(listMailFaults(sceneOf('de'), sound())).toEqual([])
    const words = sound()
    expect(listMailFaults(sceneOf('de'), { ...words, html: plant(words.html) })).toContain(fault)
  })

  it('finds an empty subject, an empty text and a missing city', () => {
    expect(listMailFaults(sceneOf('de'), { subject: '', text: '', html: '' })).toEqual(expect.arrayContaining(['no subject', 'no text', `does not name ${city.pack.name}`]))
  })
})

describe('no mail goes past the sweep', () => {
  const root = join(import.meta.dirname, '..')
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts') && !/\.(test|fixture)\.ts$|^(sweeps|proofs|bench)\//.test(file))

  it('each template stands in the list, under its own name', async () => {
    const files = sources.filter(file => file.startsWith('features/') && file.endsWith('.mail.ts'))
    const loaded = await Promise.all(files.map(async file => Object.values((await import(join(root, file))) as Record<string, unknown>)))
    const templates = loaded.flat().filter((one): one is MailTemplate<MailKind, unknown> => typeof one === 'object' && one !== null && 'kind' in one && 'say' in one)
    expect(templates.length).toBeGreaterThan(5)
    expect(new Set(templates)).toEqual(new Set(Object.values(everyMail)))
    expect(templates.filter(template => everyMail[template.kind] !== template).map(({ kind }) => kind)).toEqual([])
  })

  it('and only the mail service puts one into the outbox', () => {
    const writers = sources.filter(file => /\b(enqueueMail|insertMail|composeMail)\(/.test(readFileSync(join(root, file), 'utf8')))
    expect(writers).toEqual(['features/mail/mail.service.ts'])
    const makers = sources.filter(file => /\bdefineMail\(/.test(readFileSync(join(root, file), 'utf8')))
    expect(makers.filter(file => !file.endsWith('.mail.ts'))).toEqual([])
  })
})
