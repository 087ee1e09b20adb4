import type { Component } from 'solid-js'
import { Badge } from '../badge.tsx'
import { LinkButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { Facts } from '../facts.tsx'
import { Notice } from '../notice.tsx'
import { Progress } from '../progress.tsx'
import { Stepper } from '../stepper.tsx'
import { Frame } from './frame.tsx'

export const OverviewPage: Component = () => (
  <Frame page="uebersicht">
    <div class="flow">
      <h1>Guten Morgen, Frau Beispiel</h1>
      <p class="lead">Sie haben zwölf von dreißig Fragen beantwortet. Ihr Besuch ist am Mittwoch.</p>
      <div class="grid two">
        <Card look="marked" titleLevel={2} title="Fragen weiter beantworten" eyebrow="Nächster Schritt" foot={<LinkButton href="?page=frage" iconEnd="arrow-right">Weitermachen</LinkButton>}>
          <Progress value={12} max={30} label="Frage 13 von 30" rest="noch etwa 8 Minuten" />
        </Card>
        <Card titleLevel={2} title="Besuch vorbereiten" href="#besuch" eyebrow="Mi., 3. Februar 2027, 14:00 Uhr">
          <p>Jonas Muster kommt zu Ihnen. Halten Sie bitte Ihre Zugangsdaten bereit.</p>
        </Card>
      </div>
      <h2>Ihr Weg</h2>
      <Stepper
        wide
        label="Ihr Weg"
        doneLabel="erledigt"
        steps={[
          { label: 'Angemeldet', state: 'done', href: '#1' },
          { label: 'Fragen', state: 'current', href: '#2' },
          { label: 'Besuch', state: 'open' },
          { label: 'Plan', state: 'open' },
        ]}
      />
      <h2>Zahlen des Monats</h2>
      <Facts
        items={[
          { label: 'Einträge', value: '148', note: '12 mehr als im Oktober', href: '#a' },
          { label: 'Besuche', value: '36', note: '4 weniger als im Oktober', href: '#b' },
          { label: 'abgeschlossen', value: '61 %', note: 'Ziel bis Dezember: 60 %', href: '#c' },
          { label: 'Tage bis zum ersten Besuch', value: '9,5', note: 'wie im Oktober' },
        ]}
      />
      <h2>Offen</h2>
      <div class="grid three">
        <Card title="Öffnungszeiten eintragen" href="#m1" foot={<Badge tone="warning" icon="clock">bis Freitag</Badge>}>
          <p>Tragen Sie Ihre Zeiten bei den großen Kartendiensten ein. Dauer: 20 Minuten.</p>
        </Card>
        <Card title="Fotos vom Laden aufnehmen" href="#m2" foot={<Badge>offen</Badge>}>
          <p>Drei Bilder reichen: außen, innen, Team.</p>
        </Card>
        <Card title="Datenschutzerklärung prüfen" href="#m3" foot={<Badge tone="success" icon="check">erledigt</Badge>}>
          <p>Die Anlaufstelle der Kammer hilft kostenlos.</p>
        </Card>
      </div>
      <Notice title="Neu: Sprechstunde am Donnerstag">
        <p>Im Rathaus, Raum 12, von 16 bis 18 Uhr. <a href="#s">Platz reservieren</a></p>
      </Notice>
    </div>
  </Frame>
)
