import { failuresOf, writtenOf } from '../../support/accounted';
import { sandboxForTest, UPSERT } from '../../support/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';

it('a result in another case, without its trace id, is not given to a key that only looks like it', async () => {
  const sandbox = await sandboxForTest();
  sandbox.store.addProperty('line_items', { name: 'serial', hasUniqueValue: true });
  sandbox.store.put('line_items', { serial: 'taken' });
  sandbox.faults.add({
    match: { path: UPSERT },
    do: [
      { kind: 'changeCase', property: 'invoice_line_key' },
      { kind: 'dropTraceIds' },
      { kind: 'errorsWithoutContext' },
    ],
  });
  const outcome = await upsert({
    items: [
      { invoice_line_key: 'k-a', name: 'good' },
      { invoice_line_key: 'K-A', name: 'bad', serial: 'taken' },
    ],
    credential: serviceKeyOf(sandbox),
  });
  expect(outcome.thrown).toBeUndefined();
  for (const { idValue } of writtenOf(outcome)) {
    expect(sandbox.store.find('line_items', 'invoice_line_key', idValue)).toBeDefined();
  }
  expect(failuresOf(outcome).map(({ idValue }) => idValue)).toContain('K-A');
});
