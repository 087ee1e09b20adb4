import { render } from 'solid-js/web'
import '@digitallotsen/ui/styles/app.css'
import './app/city.css'
import { createAppServices } from './app/app-context.ts'
import { App } from './app/app.tsx'
import { readBoot } from './lib/boot.ts'
import { loadErrorTexts } from './lib/error-texts.ts'
import { letServerPagesLoad } from './lib/server-pages.ts'
import { createTextShelf } from './lib/texts.tsx'

const boot = readBoot(document)
const root = document.getElementById('app')
if (!root) throw new Error('The page has no place for the app.')

document.documentElement.lang = boot.locale
letServerPagesLoad(document)
const texts = createTextShelf(boot.locale)
await texts.load('core')
const services = createAppServices(boot)
render(() => <App services={services} texts={texts} />, root)
void loadErrorTexts(boot.locale)
