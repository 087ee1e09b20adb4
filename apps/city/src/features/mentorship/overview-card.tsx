import type { Component } from 'solid-js'
import { LinkButton } from '@digitallotsen/ui/button.tsx'
import { Card } from '@digitallotsen/ui/card.tsx'
import { useApp } from '../../app/app-context.ts'
import { useTexts } from '../../lib/texts.tsx'

/** The way from the overview of a business to its guide. */
export const GuideCard: Component<{ merchantId: string }> = props => {
  const words = useTexts('merchant').guide
  const { base } = useApp()
  return (
    <Card title={words.title} titleLevel={2}>
      <p>{words.text}</p>
      <p><LinkButton variant="secondary" href={`${base}/mein-betrieb/${props.merchantId}/begleitung`}>{words.open}</LinkButton></p>
    </Card>
  )
}
