import { NodeOperationError } from 'n8n-workflow';
import { evenOdd, items, run } from './probe';

describe('the engine', () => {
  it('gives both with their paired items, and the hints', async () => {
    const { success, error, outputs, hints, thrown, run: execution } = await run(evenOdd);
    expect(success).toEqual([
      { json: { n: 0 }, pairedItem: { item: 0 } },
      { json: { n: 2 }, pairedItem: { item: 2 } },
    ]);
    expect(error).toEqual([{ json: { n: 1 }, pairedItem: { item: 1 } }]);
    expect(outputs).toHaveLength(2);
    expect(hints).toEqual([{ message: 'split', location: 'outputPane' }]);
    expect(thrown).toBeUndefined();
    expect(execution.status).toBe('success');
  });

  it('leaves the given items alone', async () => {
    const given = items(2);
    await run(evenOdd, { items: given });
    expect(given).toEqual(items(2));
  });

  it('loses the JSON of an item with an error member', async () => {
    const { error } = await run(function () {
      const thrown = new NodeOperationError(this.getNode(), 'gone');
      return Promise.resolve([[], [{ json: { kept: false }, error: thrown }]]);
    });
    expect(error[0]?.json).toEqual({ error: 'gone' });
  });
});

it('the engine adds a third output under Continue (using error output)', async () => {
  const settings = { onError: 'continueErrorOutput' } as const;
  const { outputs } = await run(
    function () {
      return Promise.resolve([[{ json: { n: 1 } }, { json: { error: 'moved' } }], []]);
    },
    { settings },
  );
  expect(outputs.map((output) => output.length)).toEqual([1, 0, 1]);
});
