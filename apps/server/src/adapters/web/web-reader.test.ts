import { describeWebReader, contractSite, type ReaderUnderTest } from './web-reader.contract.ts'
import { createChildReader } from './child-reader.ts'
import { createMemoryReader } from './memory-reader.ts'
import { serveSite } from './site-server.fixture.ts'

const child = async (): Promise<ReaderUnderTest> => {
  const site = await serveSite(contractSite)
  const reader = createChildReader({ trial: [site.trial], limits: { totalMs: 1_500 } })
  return { reader, origin: site.origin, close: async () => void (await Promise.all([reader.close(), site.close()])) }
}

const memory = async (): Promise<ReaderUnderTest> => {
  const origin = 'http://www.musterladen.de'
  const reader = createMemoryReader({ answers: Object.fromEntries(Object.entries(contractSite).map(([path, answer]) => [origin + path, answer])) })
  return { reader, origin, close: reader.close }
}

describeWebReader('the reader in a process of its own', child)
describeWebReader('its twin in memory', memory)
