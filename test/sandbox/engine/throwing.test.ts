import { evenOdd, fail, items, run } from './probe';

describe('when the node throws', () => {
  it('stops the workflow by default and says why', async () => {
    const { success, error, thrown, run: execution } = await run(fail);
    expect(thrown).toMatchObject({ message: 'nothing works', description: 'try later' });
    expect([success, error]).toEqual([[], []]);
    expect(execution.status).toBe('error');
  });

  it.each([
    ['Continue', { onError: 'continueRegularOutput' }],
    ['Continue, as old workflows save it', { continueOnFail: true }],
    ['Continue (using error output)', { onError: 'continueErrorOutput' }],
  ] as const)('sends the raw input out of Success under %s', async (_, settings) => {
    const { success, error, thrown } = await run(fail, { settings });
    expect(success.map(({ json }) => json)).toEqual(items(3).map(({ json }) => json));
    expect(error).toEqual([]);
    expect(thrown).toMatchObject({ message: 'nothing works' });
  });

  it('is run again under Retry On Fail', async () => {
    let tries = 0;
    const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
    const { success, thrown } = await run(
      function () {
        tries += 1;
        return tries < 3 ? fail.call(this) : evenOdd.call(this);
      },
      { settings },
    );
    expect(tries).toBe(3);
    expect(success).toHaveLength(2);
    expect(thrown).toBeUndefined();
  });
});

it.each([
  [undefined, false],
  ['stopWorkflow', false],
  ['continueRegularOutput', true],
  ['continueErrorOutput', true],
] as const)(
  'the engine tells the node whether to continue under On Error %s',
  async (onError, expected) => {
    const { success } = await run(
      function () {
        return Promise.resolve([[{ json: { continues: this.continueOnFail() } }], []]);
      },
      { settings: onError && { onError } },
    );
    expect(success[0]?.json).toEqual({ continues: expected });
  },
);
