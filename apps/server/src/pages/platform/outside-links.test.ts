import { describe, expect, it } from 'vitest'
import { flowers } from '@digitallotsen/domain/listing/listing.fixture.ts'
import { findChatHref, findRouteHref, findWebHref, hostName } from './outside-links.ts'

describe('a link out of a record', () => {
  it.each(['javascript:alert(1)', ' javascript:alert(1)', 'JAVASCRIPT:alert(1)', 'data:text/html,x', 'vbscript:x', '//laden.example', 'laden.example', 'https://user:pass@laden.example', '', 'https://'])(
    'is refused where it is no page of the web: %j', address => expect(findWebHref(address)).toBeUndefined(),
  )

  it('is taken where it is one, and named by its host', () => {
    expect(findWebHref('https://www.laden.example/über uns')).toBe('https://www.laden.example/%C3%BCber%20uns')
    expect(findWebHref(null)).toBeUndefined()
    expect(hostName('https://www.laden.example/a')).toBe('laden.example')
    expect(findChatHref('0170 123456')).toBe('https://wa.me/49170123456')
    expect(findChatHref('')).toBeUndefined()
  })

  it('leads to the point that somebody set, else to the address, else nowhere', () => {
    const { place, address } = flowers
    expect(findRouteHref({ place, address })).toBe('https://www.openstreetmap.org/directions?to=51.5%2C7.2')
    expect(findRouteHref({ place: { lat: 51, lon: 7, source: 'district' }, address })).toBe('https://www.openstreetmap.org/directions?to=Marktstra%C3%9Fe%2012%20a%2C%2012345%20Musterstadt')
    expect(findRouteHref({ place: null, address: { ...address, street: null } })).toBeUndefined()
  })
})
