import { describe, expect, test } from 'vitest'
import { cityAt, originOf, useBrowser, visit } from './browser.ts'
import type { Device, Visit } from './browser.ts'
import type { CityUnderTest } from './product.types.ts'
import { call, findMyBusiness, signIn } from './sign-in.ts'

useBrowser()

const devices: Device[] = ['desktop', 'phone']

/** What a visitor sees of a city before anything else. */
const lookAt = async ({ page }: Visit, city: CityUnderTest) => {
  await page.goto(originOf(city.host))
  return {
    title: await page.title(),
    text: await page.locator('main').innerText(),
    colour: await page.locator('a.button').first().evaluate(button => getComputedStyle(button).backgroundColor),
  }
}

describe.each(devices)('two cities side by side at the %s', device => {
  test('differ in name, colour, districts and texts', async () => {
    const [first, second] = [cityAt(0), cityAt(1)]
    const here = await visit(first.host, device)
    const there = await visit(second.host, device)
    const [one, other] = [await lookAt(here, first), await lookAt(there, second)]
    expect(one.title).not.toBe(other.title)
    expect(one.colour).not.toBe(other.colour)
    expect(one.text).not.toBe(other.text)
    for (const { name } of first.districts) expect(one.text).toContain(name)
    for (const { name } of second.districts) expect(other.text).toContain(name)
    expect(one.text).not.toContain(second.name)
    expect(other.text).not.toContain(first.name)
    here.conscience.ensureClear()
    there.conscience.ensureClear()
    await here.context.close()
    await there.context.close()
  })

  test('share no sign-in: the cookie of one is nothing in the other', async () => {
    const [first, second] = [cityAt(0), cityAt(1)]
    const mine = await visit(first.host, device)
    await signIn(mine.page, first.host, `laden6@${first.slug}.example`)
    const merchantId = await findMyBusiness(mine.page)
    const [cookie] = await mine.context.cookies(originOf(first.host))
    if (!cookie) throw new Error('The sign-in has set no cookie.')
    expect(cookie).toMatchObject({ name: expect.stringMatching(/^__Host-/) as string, httpOnly: true, secure: true, sameSite: 'Lax' })
    expect(await mine.context.cookies(originOf(second.host))).toEqual([])

    const thief = await visit(second.host, device)
    await thief.context.addCookies([{ ...cookie, domain: second.host }])
    await thief.page.goto('/konto')
    await thief.page.waitForURL('**/anmelden?*')
    expect(await call(thief.page, 'identity.me', {})).toBeNull()
    await expect(call(thief.page, 'merchant.get', { merchantId })).rejects.toThrow(/session\./)
    mine.conscience.ensureClear()
    await mine.context.close()
    await thief.context.close()
  })
})
