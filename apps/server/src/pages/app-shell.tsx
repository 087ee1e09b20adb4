import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import { telHref } from './contact.ts'
import { JsonBlock } from './json-block.tsx'
import { CommonHead } from './page-head.tsx'
import type { PageFrame } from './page-frame.ts'
import type { ClientFiles, CityShellView, ConsoleShellView } from './public-pages.types.ts'
import { wordsOf } from './words.ts'

const Client: Component<{ client: ClientFiles }> = props => (
  <>
    <For each={props.client.styles}>{href => <link rel="stylesheet" href={href} />}</For>
    <For each={props.client.preload}>{href => <link rel="modulepreload" href={href} />}</For>
    <script type="module" src={props.client.script} />
  </>
)

/** Without script there is no check, but there is a person. */
const NoScript: Component<{ frame: Pick<PageFrame, 'pack' | 'locale'> }> = props => {
  const words = () => wordsOf(props.frame.locale)
  const contact = () => props.frame.pack.city.contact
  return (
    <noscript>
      <main class="wrap narrow flow shell-main">
        <h1>{words().noScriptTitle}</h1>
        <p>{words().noScriptText}</p>
        <Show
          when={contact().phone}
          fallback={<p>{words().noScriptContact} {contact().organisation}<Show when={contact().address}>{address => <>, {address()}</>}</Show></p>}
        >
          {phone => <p>{words().noScriptCall} <a href={telHref(phone())}>{phone()}</a></p>}
        </Show>
      </main>
    </noscript>
  )
}

/** The document that the city's client draws itself into, with what its first screen needs. */
export const CityShell: Component<{ view: CityShellView; frame: Pick<PageFrame, 'pack' | 'locale' | 'files'> }> = props => (
  <html lang={props.frame.locale}>
    <head>
      <CommonHead frame={props.frame} title={props.frame.pack.programme} />
      <meta name="robots" content="noindex" />
      <JsonBlock type="application/json" id="boot" value={props.view.boot} />
      <Client client={props.view.client} />
    </head>
    <body>
      <div id="app" />
      <NoScript frame={props.frame} />
    </body>
  </html>
)

export const ConsoleShell: Component<ConsoleShellView> = props => (
  <html lang="de">
    <head>
      <meta charset="utf-8" />
      <title>Konsole</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <link rel="icon" href="data:," />
      <JsonBlock type="application/json" id="boot" value={props.boot} />
      <Client client={props.client} />
    </head>
    <body>
      <div id="app" />
      <noscript>
        <main>
          <h1>Die Konsole braucht JavaScript</h1>
          <p>Bitte schalten Sie JavaScript ein und laden Sie die Seite neu.</p>
        </main>
      </noscript>
    </body>
  </html>
)
