import assert from 'node:assert/strict';
import { test } from 'node:test';
import { manualTrigger } from '../support/coreNodes';
import { inBrowser } from '../support/browser';
import { closePanel, executeStep, marked, openPanel, openWorkflow } from '../support/editor';
import { lineItems } from '../support/lineItems';
import { takePictureOfMessage } from '../support/panelPictures';
import { rowsNode } from '../support/rowsToUpsert';
import { saveWorkflow } from '../support/savedWorkflows';
import { upsertNode, type UpsertChoice } from '../support/upsertNode';
import { workflow, type Wire, type Workflow, type WorkflowNode } from '../support/workflow';
import { inWorld, serviceKeyCredential, type World } from '../support/world';

/** What a user did wrong, and what the editor has to say about it. */
interface Mistake {
  name: string;
  choice: UpsertChoice;
  /** Scopes of the service key; all of them where they are left out, none where the key is wrong. */
  key?: 'wrong' | string[];
  says: RegExp;
  advises: RegExp;
}

const MISTAKES: Mistake[] = [
  {
    name: 'Wrong Object Type',
    choice: { objectType: 'unicorns' },
    says: /has no object type "unicorns"/,
    advises: /Choose the object type from the list/,
  },
  {
    name: 'Wrong ID Property',
    choice: { idProperty: 'name' },
    says: /cannot find line_items by "name"/,
    advises: /Set the ID property to one of: invoice_line_key/,
  },
  {
    name: 'Missing Scope',
    choice: {},
    key: ['crm.objects.line_items.read', 'crm.schemas.line_items.read'],
    says: /lacks a scope/,
    advises: /crm\.objects\.line_items\.write/,
  },
  {
    name: 'Wrong Service Key',
    choice: {},
    key: 'wrong',
    says: /does not accept the credential/,
    advises: /Open the credential: .* enter a valid service key/,
  },
];

test(
  'for every mistake in the set-up the editor says what to do',
  inWorld(async (world) => {
    const { n8n, hubspot } = world;
    const saved = await saveWorkflow(n8n, await withMistakes(world));
    await inBrowser(n8n, async ({ page }) => {
      await openWorkflow(page, n8n, saved);
      for (const { name, says, advises } of MISTAKES) {
        await openPanel(page, name);
        const output = await executeStep(page);
        await takePictureOfMessage(page, name.toLowerCase().replaceAll(' ', '-'));
        const message = await marked(output, 'node-error-message').innerText();
        assert.match(message, says);
        assert.match(message, advises);
        await closePanel(page);
      }
      assert.equal(hubspot.store.count('line_items'), 0);
    });
  }),
);

/** One row for four nodes, each set up with a mistake of its own. */
async function withMistakes(world: World): Promise<Workflow> {
  const nodes: WorkflowNode[] = [];
  for (const mistake of MISTAKES) {
    const credential = await credentialFor(world, mistake);
    nodes.push(upsertNode(credential, { name: mistake.name, ...mistake.choice }));
  }
  const mistaken = workflow(
    'Mistakes',
    [manualTrigger(), rowsNode(lineItems(1)), ...nodes],
    [['Start', 'Rows'], ...nodes.map(({ name }): Wire => ['Rows', name])],
  );
  mistaken.nodes.slice(2).forEach((node, index) => {
    node.position = [480, (index - 1) * 200];
  });
  return mistaken;
}

async function credentialFor({ n8n, hubspot, credential }: World, { key }: Mistake) {
  if (key === undefined) return credential;
  const token = key === 'wrong' ? 'pat-na1-wrong' : hubspot.tokens.serviceKey({ scopes: key });
  return await serviceKeyCredential(n8n, hubspot, token);
}
