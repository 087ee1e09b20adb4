import { Navigate } from '@solidjs/router'
import { useQuery } from '@tanstack/solid-query'
import { For, Match, Switch } from 'solid-js'
import type { Component } from 'solid-js'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { Card } from '@digitallotsen/ui/card.tsx'
import { EmptyState } from '@digitallotsen/ui/empty-state.tsx'
import { useApp } from '../../app/app-context.ts'
import { listShops } from '../../app/navigation.ts'
import { identityQuery } from '../../lib/identity.queries.ts'
import { usePage } from '../../lib/page.ts'
import { ToSignIn } from '../../lib/signed-in.tsx'
import { useTexts } from '../../lib/texts.tsx'

const Choice: Component<{ shops: ReturnType<typeof listShops> }> = props => {
  const words = useTexts('merchant')
  const { base } = useApp()
  usePage(() => words.choose)
  return (
    <div class="flow">
      <h1>{words.choose}</h1>
      <div class="grid two">
        <For each={props.shops}>{shop => <Card title={shop.name} titleLevel={2} href={`${base}/mein-betrieb/${shop.id}`} />}</For>
      </div>
    </div>
  )
}

const NoShop: Component = () => {
  const words = useTexts('merchant')
  const { base } = useApp()
  usePage(() => words.area)
  return (
    <div class="flow prose">
      <h1>{words.area}</h1>
      <EmptyState title={words.none} icon="shop" action={<LinkButton href={`${base}/check`}>{words.toCheck}</LinkButton>}>
        {words.noneText}
      </EmptyState>
    </div>
  )
}

/** One shop is gone to at once, several are offered, none is explained. */
export const MyBusinessesPage: Component = () => {
  const app = useApp()
  const me = useQuery(() => identityQuery(app))
  const shops = () => listShops(me.data)
  return (
    <Switch fallback={<NoShop />}>
      <Match when={!me.data}><ToSignIn /></Match>
      <Match when={shops().length === 1 && shops()[0]}>{shop => <Navigate href={`/mein-betrieb/${shop().id}`} />}</Match>
      <Match when={shops().length > 1}><Choice shops={shops()} /></Match>
    </Switch>
  )
}
