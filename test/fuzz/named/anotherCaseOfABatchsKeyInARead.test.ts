import { expectAllAccounted, writtenOf } from '../../support/accounted';
import { READ, sandboxForTest, UPSERT } from '../../support/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';

const KEYS = ['K-1', 'k-1', 'K-2', 'K-3'];

it.each([1, 5, 9])(
  'a record that is read back under another record’s key is not taken for that one (seed %i)',
  async (seed) => {
    const sandbox = await sandboxForTest({
      seed,
      traceIdEcho: 'inErrorsAlone',
      keyInResults: 'always',
    });
    sandbox.faults.add({
      match: { path: UPSERT },
      do: [
        { kind: 'dropResults', count: 1 },
        { kind: 'foreignResults', count: 1 },
        { kind: 'changeCase' },
      ],
    });
    sandbox.faults.add({
      match: { path: READ },
      do: [{ kind: 'dropResults', count: 1 }, { kind: 'changeCase' }],
    });
    const outcome = await upsert({
      items: KEYS.map((invoice_line_key) => ({
        invoice_line_key,
        name: `Key ${invoice_line_key}`,
      })),
      credential: serviceKeyOf(sandbox),
    });
    expectAllAccounted(outcome, KEYS.length);
    for (const { idValue, id } of writtenOf(outcome)) {
      const record = sandbox.store.find('line_items', 'invoice_line_key', idValue);
      expect([undefined, record?.id]).toContain(id);
    }
  },
);
