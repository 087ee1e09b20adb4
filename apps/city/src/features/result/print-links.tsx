import type { Component } from 'solid-js'
import { Button, LinkButton } from '@digitallotsen/ui/button.tsx'
import { printPage } from '../../lib/print.ts'
import { useTexts } from '../../lib/texts.tsx'

/** The same content on paper: as a tagged PDF from the server, or printed from here. */
export const PrintLinks: Component<{ pdf: string }> = props => {
  const texts = useTexts()
  return (
    <div class="row no-print">
      <LinkButton variant="secondary" icon="download" href={props.pdf} rel="external">{texts.common.pdf}</LinkButton>
      <Button variant="quiet" icon="print" onClick={printPage}>{texts.common.print}</Button>
    </div>
  )
}
