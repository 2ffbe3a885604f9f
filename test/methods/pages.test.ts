import { sandboxForTest } from '../support/sandbox';
import { columns, listNames } from './editor';

it('columns and ID properties of all pages are offered', async () => {
  const [whole, paged] = await Promise.all([
    sandboxForTest(),
    sandboxForTest({ definitionsPageSize: 3 }),
  ]);
  expect(await columns({ sandbox: paged })).toEqual(await columns({ sandbox: whole }));
  expect(await listNames('searchIdProperties', { sandbox: paged })).toEqual(
    await listNames('searchIdProperties', { sandbox: whole }),
  );
});

it('custom objects of all pages are offered', async () => {
  const sandbox = await sandboxForTest({ definitionsPageSize: 1 });
  sandbox.store.addCustomObject('room', '2-7001');
  sandbox.store.addCustomObject('house', '2-7002');
  const names = await listNames('searchObjectTypes', { sandbox });
  expect(names.filter((name) => /room|house/i.test(name))).toHaveLength(2);
});
