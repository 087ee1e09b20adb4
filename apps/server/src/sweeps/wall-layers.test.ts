import { describe, expect, it } from 'vitest'
import { withProofServer } from '@digitallotsen/db/proofs/proof-server.ts'
import { withGrounds } from './sweep-ground.ts'
import { proveTable } from './wall-layers.ts'

describe('the two layers of the wall', () => {
  it('each keep the cities apart alone; a table that has lost one is named, with the policy that is missing', { timeout: 600_000 }, () =>
    withProofServer(serverUrl =>
      withGrounds(serverUrl, ['holed'], async ground => {
        const saysOf = async (table: string) => (await proveTable(ground, table)).map(({ says }) => says)
        expect([...(await saysOf('tasks')), ...(await saysOf('people')), ...(await saysOf('pack_revisions'))]).toEqual([])

        await ground.admin('drop policy tenant_wall on tasks')
        expect(await saysOf('tasks')).toEqual([
          expect.stringMatching(/^tasks: tenant_wall is missing: dl_app of one city reads rows of the other, changes rows of the other, .*gives a row of its own to the other$/),
        ])
        await ground.admin('drop policy dl_app_rows on people')
        expect(await saysOf('people')).toEqual(['people: dl_app_rows is missing: dl_app does not reach the rows of its own city'])
        await ground.admin('alter policy dl_operator_rows on pack_revisions using (true) with check (true)')
        expect(await saysOf('pack_revisions')).toEqual([expect.stringMatching(/^pack_revisions: dl_operator_rows does not hold alone: dl_operator of one city reads rows of the other/)])
      }),
    ),
  )
})
