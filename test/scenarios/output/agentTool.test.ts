import { NodeConnectionTypes, type INode, type INodeType } from 'n8n-workflow';
import { HubspotBatchUpsert } from '../../../nodes/HubspotBatchUpsert/HubspotBatchUpsert.node';
import { runNode, type NodeSettings } from '../../../sandbox/engine/runNode';
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

it('an agent sees failures too, in the first output and in input order', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await runNode({
    nodeType: asTool(),
    credentialTypes,
    credential: serviceKeyOf(sandbox),
    parameters: {
      authentication: 'serviceKey',
      ...idProperty('invoice_line_key'),
    },
    items: items.map((json) => ({ json })),
  });
  expect(outcome.thrown).toBeUndefined();
  expect(positions(outcome.success)).toEqual([0, 1, 2]);
  expect(outcome.error).toEqual([]);
  expect(failureOf(outcome.success[0]!)).toMatchObject({ category: 'MISSING_ID' });
  expect(outcome.success[1]?.json.hubspot).toMatchObject({ outcome: 'created' });
  expect(failureOf(outcome.success[2]!)).toMatchObject({ property: 'price' });
});

it('an agent that may only create is told what is there already', async () => {
  const sandbox = await sandboxForTest();
  sandbox.store.put('line_items', { invoice_line_key: 'A', name: 'Old' });
  const { success, error } = await runNode({
    nodeType: asTool(),
    credentialTypes,
    credential: serviceKeyOf(sandbox),
    parameters: {
      authentication: 'serviceKey',
      operation: 'create',
      ...idProperty('invoice_line_key'),
    },
    items: ['A', 'C'].map((key) => ({ json: { invoice_line_key: key, name: 'New' } })),
  });
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
