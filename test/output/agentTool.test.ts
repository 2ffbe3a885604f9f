import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { AgentOutput } from '../../nodes/HubspotBatchUpsert/model/settings';
import { isAgentTool, showAgent } from '../../nodes/HubspotBatchUpsert/output/agentTool';

const item = (n: string, pairedItem?: INodeExecutionData['pairedItem']): INodeExecutionData => ({
  json: { n },
  pairedItem,
});

/** The names of the items on the first output, in order. */
function shown(success: INodeExecutionData[], error: INodeExecutionData[]) {
  const [all, rest] = showAgent([success, error], { kind: 'raw', fields: [] }, []);
  expect(rest).toEqual([]);
  return all.map(({ json }) => json.n);
}

it('failures stand among the successes, in input order', () => {
  const success = [item('b', { item: 1 }), item('d', { item: 3 })];
  const error = [item('a', { item: 0 }), item('c', { item: 2 })];
  expect(shown(success, error)).toEqual(['a', 'b', 'c', 'd']);
});

describe('what an agent sees', () => {
  const hubspot = { outcome: 'created', id: '1', properties: {}, warnings: [{ sent: 'a' }] };
  const see = (json: IDataObject, form: AgentOutput, given: IDataObject = {}) => {
    const pairedItem = { item: 0 };
    const [[seen] = []] = showAgent([[{ json, pairedItem }], []], form, [{ json: given }]);
    return seen?.json;
  };

  it.each<[string, AgentOutput, IDataObject]>([
    [
      'simplified',
      { kind: 'simplified', fields: [] },
      { outcome: 'created', id: '1', warnings: [{ sent: 'a' }] },
    ],
    [
      'selected fields',
      { kind: 'selectedFields', fields: ['properties'] },
      { outcome: 'created', properties: {} },
    ],
    ['raw', { kind: 'raw', fields: [] }, hubspot],
  ])('%s', (_, form, expected) => {
    expect(see({ hubspot }, form)).toEqual({ hubspot: expected });
  });

  it.each<AgentOutput['kind']>(['simplified', 'raw'])(
    '%s: of a refused item nothing that an earlier node told',
    (kind) => {
      const earlier = { hubspot: { outcome: 'created', id: '9' } };
      const refused = { ...earlier, hubspotError: { message: 'No' } };
      const told = { hubspotError: { message: 'No' } };
      expect(see(refused, { kind, fields: [] }, earlier)).toEqual(told);
      const nothing = { hubspot: null };
      expect(see({ ...nothing, ...told }, { kind, fields: [] }, nothing)).toEqual(told);
    },
  );
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
