import { render, screen, within } from '@solidjs/testing-library'
import { createSignal } from 'solid-js'
import { expect, test } from 'vitest'
import { AppShell } from './app-shell.tsx'
import { Card } from './card.tsx'
import { Notice } from './notice.tsx'
import { Progress } from './progress.tsx'
import { SaveState } from './save-state.tsx'
import type { SaveStateName } from './save-state.tsx'
import { Stepper } from './stepper.tsx'
import { Tabs } from './tabs.tsx'

test('the shell offers a way past the navigation and marks the current page', () => {
  render(() => (
    <AppShell
      brand={{ href: '/', name: 'Programm' }}
      skipLabel="Zum Inhalt"
      navLabel="Hauptmenü"
      nav={[{ href: '/a', label: 'Start', icon: 'home', current: true }, { href: '/b', label: 'Post', icon: 'mail', count: 2, countLabel: '2 neue' }]}
    >
      Inhalt
    </AppShell>
  ))
  expect(screen.getAllByRole('link')[0]?.textContent).toBe('Zum Inhalt')
  expect(document.querySelector(screen.getByText('Zum Inhalt').getAttribute('href') ?? '')).toBe(screen.getByRole('main'))
  const nav = screen.getByRole('navigation', { name: 'Hauptmenü' })
  expect(within(nav).getByRole('link', { name: 'Start' }).getAttribute('aria-current')).toBe('page')
  expect(within(nav).getByRole('link', { name: /Post.*2 neue/ })).toBeTruthy()
})

test('a shell without navigation has no empty bar', () => {
  render(() => <AppShell brand={{ href: '/', name: 'Programm' }} skipLabel="Zum Inhalt">Inhalt</AppShell>)
  expect(screen.queryByRole('navigation')).toBeNull()
})

test('progress is said in words and by the bar', () => {
  render(() => <Progress value={3} max={30} label="Frage 3 von 30" rest="noch etwa 12 Minuten" />)
  const bar = screen.getByRole<HTMLProgressElement>('progressbar')
  expect([bar.value, bar.max]).toEqual([3, 30])
  expect(document.getElementById(bar.getAttribute('aria-labelledby') ?? '')?.textContent).toContain('Frage 3 von 30')
})

test('the save state is read out as it changes', () => {
  const [state, setState] = createSignal<SaveStateName>('idle')
  render(() => <SaveState state={state()} texts={{ saving: 'Speichert', saved: 'Gespeichert', offline: 'Offline gespeichert', failed: 'Nicht gespeichert' }} />)
  const status = screen.getByRole('status')
  expect(status.textContent).toBe('')
  setState('saving')
  expect(status.textContent).toBe('Speichert')
  setState('offline')
  expect(status.textContent).toBe('Offline gespeichert')
})

test('a card with an address is one link, named by its title', () => {
  render(() => <Card title="Besuch" href="/besuch">Text</Card>)
  expect(screen.getByRole('heading', { level: 3 }).contains(screen.getByRole('link', { name: 'Besuch' }))).toBe(true)
})

test('a notice is read out only when it appears after an action', () => {
  render(() => <><Notice title="Ruhig" /><Notice tone="danger" live title="Laut" /></>)
  expect(screen.getByRole('alert').textContent).toBe('Laut')
  expect(screen.queryByRole('status')).toBeNull()
})

test('a stepper marks where one is and says what is done', () => {
  render(() => <Stepper label="Weg" doneLabel="erledigt" steps={[{ label: 'Fragen', state: 'done', href: '/1' }, { label: 'Besuch', state: 'current' }]} />)
  expect(screen.getByRole('link', { name: 'Fragen (erledigt)' })).toBeTruthy()
  expect(screen.getAllByRole('listitem')[1]?.getAttribute('aria-current')).toBe('step')
})

test('tabs are links with one current view', () => {
  render(() => <Tabs label="Ansicht" items={[{ href: '?a', label: 'Alle', current: true, count: 0 }, { href: '?b', label: 'Neu' }]} />)
  expect(screen.getByRole('link', { name: /Alle/ }).getAttribute('aria-current')).toBe('page')
  expect(screen.getByRole('link', { name: /Alle/ }).textContent).toContain('0')
})
