import { NodeOperationError, type INode, type INodeExecutionData } from 'n8n-workflow';
import { expectAllAccounted } from '../../support/accounted';
import { ON_ERROR } from '../../support/onError';
import { sandboxForTest } from '../../support/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';

const earlier: INode = {
  id: '1',
  name: 'Earlier',
  type: 'earlier',
  typeVersion: 1,
  position: [0, 0],
  parameters: {},
};

describe.each(ON_ERROR)('with On Error %s', (_, settings) => {
  it('an input item that carries an error member leaves with what became of it', async () => {
    const sandbox = await sandboxForTest();
    const items: INodeExecutionData[] = ['A', ''].map((message) => ({
      json: {},
      error: new NodeOperationError(earlier, message || 'no key'),
    }));
    const outcome = await upsert({
      items,
      credential: serviceKeyOf(sandbox),
      parameters: { id: "={{ $json.error === 'A' ? 'A' : '' }}" },
      settings,
    });
    expectAllAccounted(outcome, 2);
    expect(outcome.success[0]?.json).toMatchObject({
      error: 'A',
      hubspot: { outcome: 'created' },
    });
    expect(outcome.error[0]?.json).toMatchObject({
      error: 'no key',
      hubspotError: { category: 'MISSING_ID' },
    });
  });

  it.each(['inputAndRecord', 'record'])(
    'items with no other fields than error, message and details stay where they belong (%s)',
    async (output) => {
      const sandbox = await sandboxForTest();
      const items = [
        { message: 'M-1' },
        { message: '', details: 'no key' },
        { message: 'M-2', details: 'd', error: 'e' },
      ];
      const outcome = await upsert({
        items,
        credential: serviceKeyOf(sandbox),
        parameters: { id: '={{ $json.message }}', options: { output } },
        settings,
      });
      expectAllAccounted(outcome, 3);
      expect(outcome.success).toHaveLength(2);
      expect(outcome.error[0]?.json).toMatchObject({
        ...items[1],
        hubspotError: { category: 'MISSING_ID' },
      });
    },
  );
});
