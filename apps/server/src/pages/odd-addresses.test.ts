import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@digitallotsen/testing/postgres.ts'
import { createCityScene, type CityScene } from '../sweeps/city-scene.ts'
import { consoleHost, createTestApp, type TestApp } from '../testing/test-app.ts'

let db: TestDatabase
let app: TestApp
let city: CityScene
beforeAll(async () => {
  db = await createTestDatabase()
  city = await createCityScene(db.admin, 'musterstadt')
  app = await createTestApp(db)
})
afterAll(async () => {
  await app.close()
  await db.close()
})

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
const ask = (url: string, headers: Record<string, string> = browser, host = city.host) => app.send({ method: 'GET', url, host, headers })

describe('an address with a slash at its end', () => {
  it.each([
    ['/betriebe/', '/betriebe'],
    ['/betriebe/?suche=Blumen&seite=2', '/betriebe?suche=Blumen&seite=2'],
    ['/betriebe/blumen-muster/', '/betriebe/blumen-muster'],
    ['/en/betriebe/', '/en/betriebe'],
    ['/impressum//', '/impressum'],
    ['/gibt-es-nicht/', '/gibt-es-nicht'],
  ])('%s leads to %s, with what was asked', async (url, location) => {
    expect(await ask(url)).toMatchObject({ status: 308, headers: { location } })
  })

  it.each(['//anderswo.example/', '///anderswo.example/', '/\\anderswo.example/', '//'])('never leads to another host: %s', async url => {
    const { status, headers } = await ask(url)
    expect(status).not.toBe(308)
    expect(headers['location']).toBeUndefined()
  })

  it('is left to the client where the client draws the page', async () => {
    expect((await ask('/check/')).status).toBe(200)
  })

  it('stays for who writes', async () => {
    expect((await app.send({ method: 'POST', url: '/betriebe/', host: city.host })).status).toBe(404)
  })
})

describe('an address that cannot be read', () => {
  it.each(['/%FF', '/betriebe/%', '/en/betriebe/%E0%A4%A', `/betriebe/${'a'.repeat(3000)}`])('is a page of the city for a reader: %s', async url => {
    const { status, headers, body } = await ask(url)
    expect({ status: status >= 400 && status < 500, type: headers['content-type'] }).toEqual({ status: true, type: 'text/html; charset=utf-8' })
    expect(body).toContain('Nicht gefunden')
    expect(body).toContain(city.packMark)
    expect(headers).toMatchObject({ ...app.app.fixedHeaders, 'cache-control': 'no-store' })
  })

  it('names no city where there is none', async () => {
    const { body, status } = await ask('/%FF', browser, 'unbekannt.localhost')
    expect(status).toBe(400)
    expect(body).toContain('Unbekannte Adresse')
    expect((await ask('/%FF', browser, consoleHost)).body).not.toContain(city.packMark)
  })

  it('is a code for a program', async () => {
    const { status, body, headers } = await ask('/%FF', { accept: '*/*' })
    expect([status, JSON.parse(body)]).toEqual([400, { code: 'request.malformed', details: {} }])
    expect(headers).toMatchObject(app.app.fixedHeaders)
  })
})
