import { render } from 'solid-js/web'
import '@digitallotsen/ui/styles/app.css'
import './app/console.css'
import { App } from './app/app.tsx'
import { readBoot } from './lib/boot.ts'
import { createConsolePort } from './lib/console-port.ts'
import { loadErrorTexts } from './lib/error-texts.ts'

const root = document.getElementById('app')
if (!root) throw new Error('The page has no place for the app.')

const services = { ...readBoot(document), port: createConsolePort('/trpc'), tab: sessionStorage, now: () => new Date() }
render(() => <App services={services} />, root)
void loadErrorTexts()
