import { createSignal } from 'solid-js'
import type { Component } from 'solid-js'
import { BackLink } from '../back-link.tsx'
import { Button } from '../button.tsx'
import { Details } from '../details.tsx'
import { Progress } from '../progress.tsx'
import { RadioCards } from '../radio-cards.tsx'
import { SaveState } from '../save-state.tsx'
import { Frame } from './frame.tsx'

export const QuestionPage: Component = () => {
  const [answer, setAnswer] = createSignal<string | undefined>('2')
  return (
    <Frame page="frage" narrow>
      <div class="flow">
        <div class="row spread">
          <BackLink href="?page=uebersicht">Zurück</BackLink>
          <SaveState state="saved" texts={{ saving: 'Speichert …', saved: 'Gespeichert', offline: 'Offline gespeichert', failed: 'Nicht gespeichert' }} />
        </div>
        <Progress value={3} max={30} label="Frage 3 von 30" rest="noch etwa 12 Minuten" />
        <RadioCards
          legend="Finden Kundinnen und Kunden Ihre Öffnungszeiten im Internet?"
          legendLevel={1}
          hint="Denken Sie an Ihre eigene Seite und an Kartendienste."
          name="antwort"
          value={answer()}
          onChange={setAnswer}
          options={[
            { value: '0', label: 'Nein, sie stehen nirgends.' },
            { value: '1', label: 'Sie stehen an einer Stelle, sind aber veraltet.' },
            { value: '2', label: 'Sie stehen an einer Stelle und stimmen.' },
            { value: '3', label: 'Sie stehen überall und stimmen.', hint: 'Auch Feiertage und Betriebsferien.' },
            { value: '4', label: 'Sie stehen überall, und eine Person prüft sie jeden Monat.' },
            { value: 'unknown', label: 'Weiß ich nicht', quiet: true },
            { value: 'none', label: 'Trifft nicht zu', quiet: true },
          ]}
        />
        <Details summary="Warum fragen wir das?" help>
          <p>Viele Menschen suchen kurz vor dem Besuch nach den Öffnungszeiten. Stimmen sie nicht, kommen sie nicht wieder.</p>
        </Details>
        <div class="actions">
          <Button size="large" iconEnd="arrow-right">Weiter</Button>
          <Button variant="quiet">Später weitermachen</Button>
        </div>
      </div>
    </Frame>
  )
}
