import { run as runAsRead, type CorpusProof } from '@digitallotsen/audit/proofs/corpus.proof.ts'
import { run as runInBrowser, type RenderedCorpusReport } from './rendered-corpus.proof.ts'

/** The corpus as it is read, and the part of it that needs a browser once more in one; without a browser the second part says so. */
export const run = async (form: { long: boolean; seed: number }): Promise<Omit<CorpusProof, 'verdict'> & { browser: RenderedCorpusReport; verdict: 'holds' | 'broken' }> => {
  const asRead = await runAsRead(form)
  const browser = await runInBrowser(form)
  return { ...asRead, browser, verdict: browser.verdict === 'broken' ? 'broken' : asRead.verdict }
}
