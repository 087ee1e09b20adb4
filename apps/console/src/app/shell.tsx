import { useIsRouting, useLocation } from '@solidjs/router'
import type { RouteSectionProps } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { ErrorBoundary, Show, Suspense, createEffect, on } from 'solid-js'
import type { Component } from 'solid-js'
import { AppShell } from '@digitallotsen/ui/app-shell.tsx'
import { Button } from '@digitallotsen/ui/button.tsx'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { Skeleton } from '@digitallotsen/ui/skeleton.tsx'
import { operatorQuery } from '../lib/queries.ts'
import { useApp } from './app-context.ts'
import { SignOut } from './sign-out.tsx'

const Crashed: Component<{ reset: () => void }> = props => {
  const location = useLocation()
  createEffect(on(() => location.pathname, () => props.reset(), { defer: true }))
  return (
    <Notice tone="danger" title="Das hat nicht geklappt" live>
      <p>Diese Seite ließ sich nicht laden. Vielleicht fehlt gerade das Netz, oder es gibt eine neue Fassung.</p>
      <Button variant="secondary" icon="refresh" onClick={() => window.location.reload()}>
        Seite neu laden
      </Button>
    </Notice>
  )
}

/** The frame around every page: what this place is, who is signed in, the way out. */
export const Shell: Component<RouteSectionProps> = props => {
  const isRouting = useIsRouting()
  const app = useApp()
  const me = useQuery(() => operatorQuery(app))
  return (
    <AppShell
      brand={{ href: '/', name: 'Digitallotsen', note: 'Konsole' }}
      skipLabel="Zum Inhalt springen"
      end={<Show when={me.data}>{operator => <SignOut operator={operator()} />}</Show>}
      footer={<p>Hier stehen Städte und ihre Zahlen. Angaben zu Personen oder Betrieben sieht die Konsole nicht.</p>}
    >
      <div aria-busy={isRouting() ? 'true' : undefined}>
        <ErrorBoundary fallback={(_error, reset) => <Crashed reset={reset} />}>
          <Suspense fallback={<Skeleton label="Wird geladen" shape="page" lines={4} />}>{props.children}</Suspense>
        </ErrorBoundary>
      </div>
    </AppShell>
  )
}
