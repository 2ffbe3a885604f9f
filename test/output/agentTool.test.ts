import type { INodeExecutionData } from 'n8n-workflow';
import { isAgentTool, showAgent } from '../../nodes/HubspotBatchUpsert/output/agentTool';

const item = (n: string, pairedItem?: INodeExecutionData['pairedItem']): INodeExecutionData => ({
  json: { n },
  pairedItem,
});

/** The names of the items on the first output, in order. */
function shown(success: INodeExecutionData[], error: INodeExecutionData[]) {
  const [all, rest] = showAgent([success, error], { kind: 'raw', fields: [] });
  expect(rest).toEqual([]);
  return all.map(({ json }) => json.n);
}

it('failures stand among the successes, in input order', () => {
  const success = [item('b', { item: 1 }), item('d', { item: 3 })];
  const error = [item('a', { item: 0 }), item('c', { item: 2 })];
  expect(shown(success, error)).toEqual(['a', 'b', 'c', 'd']);
});

it.each([
  ['none', undefined],
  ['a bare number', 5],
  ['several', [{ item: 5 }]],
])('an item whose pairing is %s stands first', (_, pairedItem) => {
  expect(shown([item('b', { item: 1 })], [item('a', pairedItem)])).toEqual(['a', 'b']);
});

it.each([
  ['pkg.hubspotBatchUpsert', undefined, false],
  ['pkg.hubspotBatchUpsertTool', undefined, true],
  ['pkg.hubspotBatchUpsert', 'ai_tool', true],
] as const)(
  'a node of type %s with its log led to %p is a tool: %p',
  (type, rewireOutputLogTo, expected) => {
    const node = {
      id: '',
      name: '',
      typeVersion: 1,
      position: [0, 0] as [number, number],
      parameters: {},
    };
    expect(isAgentTool({ ...node, type, rewireOutputLogTo })).toBe(expected);
  },
);
