import { For, Show } from 'solid-js'
import type { Component } from 'solid-js'
import type { CheckCatalogue } from '@digitallotsen/domain/check/catalogue.schemas.ts'
import type { CheckResult } from '@digitallotsen/domain/check/result.schemas.ts'
import { Notice } from '@digitallotsen/ui/notice.tsx'
import { useTexts } from '../../lib/texts.tsx'
import { itemTitle } from './item-title.ts'

export const Musts: Component<{ result: CheckResult; catalogue: CheckCatalogue }> = props => {
  const words = useTexts('result')
  const open = () => props.result.openMusts
  return (
    <Show when={open().length > 0} fallback={<Show when={props.result.total !== null && !props.result.provisional}><Notice tone="success">{words.mustsNone}</Notice></Show>}>
      <Notice tone="warning" title={words.mustsTitle(open().length)}>
        <p>{words.mustsText}</p>
        <ul>
          <For each={open()}>{itemId => <li>{itemTitle(props.catalogue, itemId)}</li>}</For>
        </ul>
      </Notice>
    </Show>
  )
}
