import { useIsRouting, useLocation } from '@solidjs/router'
import type { RouteSectionProps } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { ErrorBoundary, Suspense, createEffect, on, onMount } from 'solid-js'
import type { Component } from 'solid-js'
import { AppShell } from '@digitallotsen/ui/app-shell.tsx'
import { Button } from '@digitallotsen/ui/button.tsx'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { Skeleton } from '@digitallotsen/ui/skeleton.tsx'
import { undeliveredQuery } from '../features/mail/mail.queries.ts'
import { identityQuery } from '../lib/identity.queries.ts'
import { useTexts } from '../lib/texts.tsx'
import { useApp } from './app-context.ts'
import { hasOffice, navigationFor } from './navigation.ts'
import { ShellEnd } from './shell-end.tsx'
import { ShellFooter } from './shell-footer.tsx'

const Crashed: Component<{ reset: () => void }> = props => {
  const texts = useTexts()
  const location = useLocation()
  createEffect(on(() => location.pathname, () => props.reset(), { defer: true }))
  return (
    <Notice tone="danger" title={texts.common.failedTitle} live>
      <p>{texts.common.crashed}</p>
      <Button variant="secondary" icon="refresh" onClick={() => window.location.reload()}>
        {texts.common.reload}
      </Button>
    </Notice>
  )
}

/** The frame around every page: sender, navigation for those who are signed in, help at the foot. */
export const Shell: Component<RouteSectionProps> = props => {
  const texts = useTexts()
  const app = useApp()
  const isRouting = useIsRouting()
  const me = useQuery(() => identityQuery(app))
  const identity = () => (me.isSuccess ? me.data : null)
  onMount(() => {
    if (app.identity) void app.api.identity.refresh.mutate({}).catch(() => undefined)
  })
  const path = () => props.location.pathname.slice(app.base.length)
  const isInOffice = () => hasOffice(identity()) && (path().startsWith('/buero') || path() === '/konto')
  const post = useQuery(() => ({ ...undeliveredQuery(app.api), enabled: isInOffice() }))
  const undelivered = () => (isInOffice() && post.isSuccess ? post.data.undelivered : undefined)
  return (
    <AppShell
      brand={{ href: app.base || '/', name: app.city.programme }}
      skipLabel={texts.common.skip}
      nav={navigationFor({ path: path(), texts, base: app.base, features: app.features, undelivered: undelivered() }, identity())}
      navLabel={texts.common.navigation}
      end={<ShellEnd path={path()} identity={identity()} />}
      footer={<ShellFooter />}
    >
      <div aria-busy={isRouting() ? 'true' : undefined}>
        <ErrorBoundary fallback={(_error, reset) => <Crashed reset={reset} />}>
          <Suspense fallback={<Skeleton label={texts.common.loading} shape="page" lines={4} />}>{props.children}</Suspense>
        </ErrorBoundary>
      </div>
    </AppShell>
  )
}
