import { QueryClientProvider } from '@tanstack/solid-query'
import { Router } from '@solidjs/router'
import type { Component, ParentComponent } from 'solid-js'
import { ToastProvider } from '@digitallotsen/ui/toast-region.tsx'
import { createQueryClient } from '../lib/queries.ts'
import { TextsContext, useTexts } from '../lib/texts.tsx'
import type { TextShelf } from '../lib/texts.tsx'
import { AppContext } from './app-context.ts'
import type { AppServices } from './app-context.ts'
import { createRoutes } from './routes.tsx'
import { Shell } from './shell.tsx'

const Messages: ParentComponent = props => {
  const texts = useTexts()
  return (
    <ToastProvider label={texts.common.messages} closeLabel={texts.common.close}>
      {props.children}
    </ToastProvider>
  )
}

export const App: Component<{ services: AppServices; texts: TextShelf }> = props => {
  const client = createQueryClient()
  const routes = createRoutes(props.texts)
  return (
    <AppContext.Provider value={props.services}>
      <TextsContext.Provider value={props.texts.loaded}>
        <QueryClientProvider client={client}>
          <Messages>
            <Router base={props.services.base} root={Shell}>
              {routes}
            </Router>
          </Messages>
        </QueryClientProvider>
      </TextsContext.Provider>
    </AppContext.Provider>
  )
}
