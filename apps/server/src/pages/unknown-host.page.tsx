import type { Component } from 'solid-js'

/** For a host that stands for no city: no name, no colour, no link, no data of any city. */
export const UnknownHostPage: Component = () => (
  <html lang="de">
    <head>
      <meta charset="utf-8" />
      <title>Unbekannte Adresse</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
    </head>
    <body>
      <main>
        <h1>Unter dieser Adresse gibt es nichts</h1>
        <p>Bitte prüfen Sie die Adresse. Vielleicht fehlt ein Buchstabe, oder die Seite ist umgezogen.</p>
        <p>Die richtige Adresse nennt Ihnen Ihre Wirtschaftsförderung.</p>
        <p lang="en">There is nothing at this address. Please check how it is spelled.</p>
      </main>
    </body>
  </html>
)
