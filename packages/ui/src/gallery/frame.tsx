import type { Component, JSX } from 'solid-js'
import { AppShell } from '../app-shell.tsx'
import type { ShellLink } from '../app-shell.tsx'
import { Button } from '../button.tsx'

const nav: ShellLink[] = [
  { href: '?page=uebersicht', label: 'Übersicht', icon: 'home' },
  { href: '?page=frage', label: 'Fragen', icon: 'list-check' },
  { href: '?page=arbeit', label: 'Liste', icon: 'people', count: 3, countLabel: '3 neue Einträge' },
  { href: '?page=formulare', label: 'Formulare', icon: 'document' },
  { href: '?page=diagramme', label: 'Zahlen', icon: 'chart' },
]

/** The app's frame around a gallery page. */
export const Frame: Component<{ page: string; narrow?: boolean; children: JSX.Element }> = (props) => (
  <AppShell
    brand={{ href: '?page=seite', name: 'Musterprogramm', note: 'Stadt Musterstadt' }}
    skipLabel="Zum Inhalt springen"
    nav={nav.map((link) => ({ ...link, current: link.href === `?page=${props.page}` }))}
    navLabel="Hauptmenü"
    end={<Button variant="quiet" icon="person">Konto</Button>}
    narrow={props.narrow}
    footer={
      <>
        <span>Fragen? <a href="tel:+4900000000">0000 00 00 00</a></span>
        <a href="#impressum">Impressum</a>
        <a href="#barriere">Barriere melden</a>
      </>
    }
  >
    {props.children}
  </AppShell>
)
