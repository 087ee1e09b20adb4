import { Show } from 'solid-js'
import type { Component } from 'solid-js'
import { known, telHref } from '../lib/contact.ts'
import { useTexts } from '../lib/texts.tsx'
import { useApp } from './app-context.ts'

export const ShellFooter: Component = () => {
  const texts = useTexts()
  const { base, city } = useApp()
  return (
    <>
      <div>
        <p>{city.contact.organisation}</p>
        <Show when={known(city.contact.phone)}>{phone => <a href={telHref(phone())}>{texts.contact.call(phone())}</a>}</Show>
        <Show when={city.sample}>
          <p>{texts.shell.sample}</p>
        </Show>
      </div>
      <ul class="menu">
        <li><a href={`${base}/impressum`}>{texts.shell.imprint}</a></li>
        <li><a href={`${base}/datenschutz`}>{texts.shell.privacy}</a></li>
        <li><a href={`${base}/barrierefreiheit`}>{texts.shell.accessibility}</a></li>
      </ul>
    </>
  )
}
