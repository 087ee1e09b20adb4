import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library'
import { afterEach, describe, expect, test } from 'vitest'
import type { ChallengeId } from '@digitallotsen/domain/ids.schemas.ts'
import { App } from '../../app/app.tsx'
import type { ConsolePort } from '../../lib/console-port.ts'
import { cityRow, fakeServices, operator, refusal } from '../../lib/fake-port.fixture.ts'
import { safeReturn } from './way-home.ts'

afterEach(cleanup)

const challengeId = '00000000-0000-4000-8000-000000000009' as ChallengeId
const token = 'a'.repeat(43)
const cities = async () => [cityRow({ name: 'Musterstadt' })]

/** A server that knows one code and one link. */
const door = (): Partial<ConsolePort> => {
  let signedIn = false
  return {
    cities,
    me: async () => (signedIn ? operator : null),
    requestCode: async () => ({ challengeId }),
    verifyCode: async ({ code }) => (code === '123456' ? (signedIn = true) : Promise.reject(refusal('code.wrong'))),
    verifyLink: async given => (given === token ? (signedIn = true) : Promise.reject(refusal('link.invalid'))),
  }
}

const open = (address: string, port: Partial<ConsolePort> = door()) => {
  window.history.replaceState(null, '', address)
  return render(() => <App services={fakeServices(port, false)} />)
}
const type = async (label: string, value: string) => fireEvent.input(await screen.findByLabelText(label), { target: { value } })
const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }))

describe('signing in', () => {
  test('goes from the address over the code to the cities', async () => {
    open('/anmelden')
    await type('E-Mail-Adresse', operator.email)
    await press('Code anfordern')
    await type('Code mit sechs Ziffern', '123 456')
    await press('Anmelden')
    expect(await screen.findByRole('link', { name: 'Musterstadt' })).toBeTruthy()
    expect(await screen.findByText('Mia Muster')).toBeTruthy()
  })

  test('names a wrong address in a summary that takes the focus, and asks the server nothing', async () => {
    open('/anmelden', {})
    await type('E-Mail-Adresse', 'mia')
    await press('Code anfordern')
    const link = await screen.findByRole('link', { name: /Geben Sie eine E-Mail-Adresse ein/ })
    expect(link.getAttribute('href')).toBe('#field-email')
    expect(screen.getByLabelText('E-Mail-Adresse').getAttribute('aria-invalid')).toBe('true')
  })

  test('says at the field that a code is wrong, and takes the next one', async () => {
    open('/anmelden')
    await type('E-Mail-Adresse', operator.email)
    await press('Code anfordern')
    await type('Code mit sechs Ziffern', '000000')
    await press('Anmelden')
    await waitFor(() => expect(screen.getByLabelText('Code mit sechs Ziffern').getAttribute('aria-invalid')).toBe('true'))
    await type('Code mit sechs Ziffern', '123456')
    await press('Anmelden')
    expect(await screen.findByRole('link', { name: 'Musterstadt' })).toBeTruthy()
  })

  test('by a link waits for a click and takes the token out of the address', async () => {
    open(`/anmelden/link#${token}`)
    await screen.findByRole('button', { name: 'Jetzt anmelden' })
    await waitFor(() => expect(window.location.hash).toBe(''))
    await press('Jetzt anmelden')
    expect(await screen.findByRole('link', { name: 'Musterstadt' })).toBeTruthy()
  })

  test('by half a link is not offered', async () => {
    open('/anmelden/link#abc')
    expect(await screen.findByRole('heading', { name: 'Dieser Link ist unvollständig' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Jetzt anmelden' })).toBeNull()
  })
})

describe('the way back after signing in', () => {
  test.each([
    ['/', '/'],
    ['/?suche=muster&sortierung=plans', '/?suche=muster&sortierung=plans'],
    [`/staedte/${challengeId}`, `/staedte/${challengeId}`],
    ['//fremd.example', '/'],
    ['/\\fremd.example', '/'],
    ['https://fremd.example', '/'],
    ['/staedte/../../fremd', '/'],
    [null, '/'],
  ])('from %j leads to %s', (back, to) => {
    expect(safeReturn(back)).toBe(to)
  })
})
