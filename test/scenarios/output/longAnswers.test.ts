import { complete, hubspotAnswers, resultFor, upsertToHubspot } from '../../support/answers';
import { expectAllAccounted, failuresOf, onlyFailureOf, writtenOf } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

const COUNT = 200;
const OPTIONS = Array.from({ length: 250 }, (_, index) => `option ${index} of a long list`);

it('what HubSpot says at length is shortened, and says by how much', async () => {
  hubspotAnswers({
    upsert: [
      (inputs) =>
        complete([], {
          errors: inputs.map(({ objectWriteTraceId, properties }) => ({
            category: 'VALIDATION_ERROR',
            message: `Property values were not valid: ${JSON.stringify([
              {
                name: 'name',
                error: 'INVALID_OPTION',
                message: `${properties.name} was not one of the allowed options: [${OPTIONS.join(', ')}]`,
              },
            ])}`,
            context: { objectWriteTraceId: [objectWriteTraceId], options: OPTIONS },
          })),
        }),
    ],
  });
  const outcome = await upsertToHubspot({ items: lineItems(COUNT) });
  expectAllAccounted(outcome, COUNT);
  const [failure] = failuresOf(outcome);
  expect(failure?.message).toMatch(/^name: Row 0 was not one of the allowed options: \[option 0 /);
  expect(failure?.message).toMatch(/… \([\d,]+ more characters\)$/);
  expect(failure?.context?.options).toHaveLength(101);
  expect(failure?.context?.options).toContain('… and 150 more');
  const size = JSON.stringify(outcome.error).length / COUNT;
  expect(size).toBeLessThan(8_000);
});

it('results that are nested without end are cut', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ match: { path: '/batch/upsert' }, do: { kind: 'nested', depth: 1_000 } });
  const outcome = await upsert({
    items: [...lineItems(2), { invoice_line_key: 'BAD', nope: 'x' }],
    credential: serviceKeyOf(sandbox),
    parameters: { options: { unknownFields: 'send' } },
  });
  expectAllAccounted(outcome, 3);
  expect(writtenOf(outcome)).toMatchObject([{ outcome: 'created' }, { outcome: 'created' }]);
  expect(onlyFailureOf(outcome)).toMatchObject({ idValue: 'BAD', property: 'nope' });
  for (const item of [...outcome.success, ...outcome.error]) {
    expect(depthOf(item.json)).toBeLessThanOrEqual(20);
  }
});

it('a property that is an object is cut in the same way', async () => {
  const deep = JSON.parse(`${'{"a":'.repeat(500)}1${'}'.repeat(500)}`) as object;
  hubspotAnswers({
    upsert: [
      (inputs) =>
        complete(inputs.map((input) => ({ ...resultFor(input), warnings: [deep], odd: deep }))),
    ],
  });
  const outcome = await upsertToHubspot({ items: lineItems(1) });
  expect(outcome.success).toHaveLength(1);
  expect(depthOf(outcome.success[0]!.json)).toBeLessThanOrEqual(20);
});

it('a short sentence stays as it is', async () => {
  const message = 'x'.repeat(2_000);
  hubspotAnswers({ upsert: [{ status: 400, body: { message } }] });
  expect(onlyFailureOf(await upsertToHubspot({ items: lineItems(1) })).message).toBe(message);
});

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}
