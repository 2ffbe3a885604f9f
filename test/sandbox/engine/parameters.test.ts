import { items, run, type Execute } from './probe';

describe('parameters', () => {
  const greet: Execute = function () {
    const json = (item: number) => ({ said: this.getNodeParameter('greeting', item) });
    return Promise.resolve([this.getInputData().map((_, item) => ({ json: json(item) })), []]);
  };

  it('default to what the description says', async () => {
    const { success } = await run(greet, { items: items(1) });
    expect(success[0]?.json).toEqual({ said: 'hello' });
  });

  it('are resolved per item when they are expressions', async () => {
    const { success } = await run(greet, { parameters: { greeting: '=no. {{ $json.n }}' } });
    expect(success.map(({ json }) => json.said)).toEqual(['no. 0', 'no. 1', 'no. 2']);
  });
});
