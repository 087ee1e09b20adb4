import { For, Match, Switch } from 'solid-js'
import type { Component } from 'solid-js'
import { Heading } from '@digitallotsen/ui/heading.tsx'
import type { ProseBlock, ProseSpan } from '@digitallotsen/pack/prose.schemas.ts'

const Span: Component<{ span: ProseSpan }> = props => {
  const { span } = props
  if (span.kind === 'break') return <br />
  if (span.kind === 'link') return <a href={span.href}>{span.text}</a>
  if (span.mark === 'strong') return <strong>{span.text}</strong>
  if (span.mark === 'emphasis') return <em>{span.text}</em>
  return <>{span.text}</>
}

const Line: Component<{ spans: readonly ProseSpan[] }> = props => <For each={props.spans}>{span => <Span span={span} />}</For>

const Items: Component<{ items: readonly (readonly ProseSpan[])[] }> = props => <For each={props.items}>{item => <li><Line spans={item} /></li>}</For>

const Block: Component<{ block: ProseBlock }> = props => {
  const { block } = props
  if (block.kind === 'heading') return <Heading level={block.level}><Line spans={block.content} /></Heading>
  if (block.kind === 'paragraph') return <p><Line spans={block.content} /></p>
  return (
    <Switch fallback={<ul><Items items={block.items} /></ul>}>
      <Match when={block.ordered}><ol><Items items={block.items} /></ol></Match>
    </Switch>
  )
}

/** A page of a pack: its blocks are headings, paragraphs and lists, never HTML. */
export const Prose: Component<{ blocks: readonly ProseBlock[] }> = props => <For each={props.blocks}>{block => <Block block={block} />}</For>
