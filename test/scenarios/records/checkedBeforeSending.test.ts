import type { IDataObject } from 'n8n-workflow';
import { failuresOf, writtenOf } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

it('the last item is checked before the first is sent', async () => {
  const sandbox = await sandboxForTest();
  const sentWhenRead: number[] = [];
  const last: IDataObject = { invoice_line_key: 'BAD' };
  Object.defineProperty(last, 'price', {
    enumerable: true,
    get: () => {
      sentWhenRead.push(sandbox.log.upserts().length);
      return 'three';
    },
  });
  const outcome = await upsert({
    items: [...lineItems(40), last],
    credential: serviceKeyOf(sandbox),
    parameters: { options: { batchSize: 1, maxConcurrency: 1 } },
  });
  expect(sentWhenRead[0]).toBe(0);
  expect(failuresOf(outcome)).toMatchObject([{ category: 'INVALID_VALUE', property: 'price' }]);
  expect(writtenOf(outcome)).toHaveLength(40);
});
