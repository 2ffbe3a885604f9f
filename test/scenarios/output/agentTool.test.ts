import {
  NodeConnectionTypes,
  type IDataObject,
  type INode,
  type INodeParameters,
  type INodeType,
} from 'n8n-workflow';
import { HubspotBatchUpsert } from '../../../nodes/HubspotBatchUpsert/HubspotBatchUpsert.node';
import { runNode, type NodeSettings } from '../../../sandbox/engine/runNode';
import type { Sandbox } from '../../../sandbox/hubspot/sandbox';
import { failureOf, positions } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { idProperty } from '../../support/target';
import { credentialTypes, serviceKeyOf, upsert } from '../../support/upsert';

const items = [
  { name: 'no key' },
  { invoice_line_key: 'A' },
  { invoice_line_key: 'B', price: 'x' },
];

/** The node as n8n offers it to agents: under a type name of its own. */
function asTool(): INodeType {
  const node = new HubspotBatchUpsert();
  node.description.name += 'Tool';
  return node;
}

/** The node as a tool, on these items. */
async function runTool(
  sandbox: Sandbox,
  given: readonly IDataObject[],
  parameters: INodeParameters = {},
) {
  return await runNode({
    nodeType: asTool(),
    credentialTypes,
    credential: serviceKeyOf(sandbox),
    parameters: {
      authentication: 'serviceKey',
      ...idProperty('invoice_line_key'),
      ...parameters,
    },
    items: given.map((json) => ({ json })),
  });
}

it('an agent sees failures too, in the first output and in input order', async () => {
  const outcome = await runTool(await sandboxForTest(), items);
  expect(outcome.thrown).toBeUndefined();
  expect(positions(outcome.success)).toEqual([0, 1, 2]);
  expect(outcome.error).toEqual([]);
  expect(failureOf(outcome.success[0]!)).toMatchObject({ category: 'MISSING_ID' });
  expect(outcome.success[1]?.json.hubspot).toMatchObject({ outcome: 'created' });
  expect(failureOf(outcome.success[2]!)).toMatchObject({ property: 'price' });
});

/** The node as a tool, on a good record and a bad one. */
async function run(options: IDataObject) {
  const given = [
    { invoice_line_key: 'A', quantity: 1 },
    { invoice_line_key: 'B', quantity: 'x' },
  ];
  return await runTool(await sandboxForTest(), given, { options: options as INodeParameters });
}

/** What the agent sees of them. */
async function seen(options: IDataObject) {
  const { success, error, thrown } = await run(options);
  expect([error, thrown]).toEqual([[], undefined]);
  return success.map(({ json }) => json);
}

const REFUSED = {
  message: expect.stringMatching(/^quantity: /) as string,
  property: 'quantity',
  value: 'x',
  idValue: 'B',
  category: 'INVALID_VALUE',
  retryable: false,
};

it('an agent sees no more than what it needs to go on', async () => {
  const [good, bad] = await seen({});
  expect(good).toEqual({
    hubspot: {
      outcome: 'created',
      idValue: 'A',
      id: expect.any(String) as string,
      url: expect.stringMatching(/^https:/) as string,
    },
  });
  expect(bad).toEqual({ hubspotError: REFUSED });
});

it('it is told of a record alone in the same fields', async () => {
  const [good] = await seen({ output: 'record' });
  expect(Object.keys(good!).sort()).toEqual(['id', 'idValue', 'outcome', 'url']);
});

it.each([[['id', 'stage']], ['id, stage']])(
  'it sees the fields that are chosen: %p',
  async (fields) => {
    const [good, bad] = await seen({ agentOutput: 'selectedFields', agentFields: fields });
    expect(Object.keys(good?.hubspot as IDataObject).sort()).toEqual(['id', 'outcome']);
    expect(Object.keys(bad?.hubspotError as IDataObject).sort()).toEqual(['message', 'stage']);
  },
);

it('it sees everything where that is chosen', async () => {
  const [good, bad] = await seen({ agentOutput: 'raw' });
  expect(good).toMatchObject({ quantity: 1, hubspot: { properties: { quantity: '1' } } });
  expect(bad).toMatchObject({ quantity: 'x', hubspotError: { ...REFUSED, attempted: false } });
});

it.each([
  ['agentOutput', 'all', /simplified, selectedFields, raw/],
  ['agentFields', 5, /a list of names/],
])('it is told of an option that cannot be used: %s', async (name, value, message) => {
  const { thrown } = await run({ [name]: value });
  expect(thrown?.message).toMatch(message);
});

it('an agent that may only create is told what is there already', async () => {
  const sandbox = await sandboxForTest();
  sandbox.store.put('line_items', { invoice_line_key: 'A', name: 'Old' });
  const given = ['A', 'C'].map((key) => ({ invoice_line_key: key, name: 'New' }));
  const { success, error } = await runTool(sandbox, given, { operation: 'create' });
  expect([positions(success), error]).toEqual([[0, 1], []]);
  expect(success.map(({ json }) => json.hubspot)).toMatchObject([
    { outcome: 'skipped', reason: 'exists' },
    { outcome: 'created' },
  ]);
  expect(sandbox.store.find('line_items', 'invoice_line_key', 'A')?.properties.name).toBe('Old');
});

it('so does one to whose connection the output is sent', async () => {
  const sandbox = await sandboxForTest();
  const settings: NodeSettings & Pick<INode, 'rewireOutputLogTo'> = {
    rewireOutputLogTo: NodeConnectionTypes.AiTool,
  };
  const { run } = await upsert({ items, credential: serviceKeyOf(sandbox), settings });
  const [task] = run.data.resultData.runData.Node ?? [];
  const seen = task?.data?.[NodeConnectionTypes.AiTool];
  expect(seen?.[0]).toHaveLength(3);
  expect(seen?.[0]?.[0]?.json).toMatchObject({ hubspotError: { category: 'MISSING_ID' } });
});
