import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { CONTINUING, STOPPING } from '../../support/onError';
import { sandboxForTest } from '../../support/sandbox';
import { lineItems, serviceKeyFor, upsert } from '../../support/upsert';

const refusedKey = async () => serviceKeyFor((await sandboxForTest()).baseUrl);

it.each(STOPPING)(
  'with On Error %s a fault of the whole run stops the workflow',
  async (_, settings) => {
    const outcome = await upsert({
      items: lineItems(3),
      credential: await refusedKey(),
      settings,
    });
    expect(outcome.thrown?.message).toMatch(/credential/i);
    expect(outcome.run.status).toBe('error');
    expect(outcome.outputs.flat()).toEqual([]);
  },
);

it.each(CONTINUING)(
  'with On Error %s it leaves every item on Error and none on Success',
  async (_, settings) => {
    const outcome = await upsert({
      items: lineItems(3),
      credential: await refusedKey(),
      settings,
    });
    expectAllAccounted(outcome, 3);
    expect(outcome.success).toEqual([]);
    expect(outcome.error.map(({ json }) => json)).toMatchObject(lineItems(3));
    for (const failure of failuresOf(outcome)) {
      expect(failure).toMatchObject({ category: 'NOT_ATTEMPTED', attempted: false });
      expect(failure.message).toMatch(/credential/i);
    }
  },
);

it.each(CONTINUING)(
  'with On Error %s an unusable parameter leaves every item on Error',
  async (_, settings) => {
    const outcome = await upsert({
      items: lineItems(3),
      credential: await refusedKey(),
      parameters: { options: { batchSize: 101 } },
      settings,
    });
    expectAllAccounted(outcome, 3);
    expect(outcome.success).toEqual([]);
    expect(failuresOf(outcome)[0]?.message).toContain('batchSize');
  },
);
