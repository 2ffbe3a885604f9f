import { expectAllAccounted, writtenOf } from '../../support/accounted';
import { sandboxForTest, UPSERT } from '../../support/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';

it('a result in upper case that may be either of two records’ is neither’s by itself', async () => {
  const sandbox = await sandboxForTest({ traceIdEcho: 'inErrorsAlone' });
  sandbox.faults.add({
    match: { path: UPSERT, times: 1 },
    do: [{ kind: 'changeCase' }, { kind: 'dropResults', count: 1 }],
  });
  const keys = ['ß', 'SS'];
  const outcome = await upsert({
    items: keys.map((invoice_line_key) => ({ invoice_line_key, name: invoice_line_key })),
    credential: serviceKeyOf(sandbox),
  });
  expectAllAccounted(outcome, keys.length);
  for (const { idValue, id } of writtenOf(outcome)) {
    const record = sandbox.store.find('line_items', 'invoice_line_key', idValue);
    expect(id).toBe(record?.id);
  }
});
