import assert from 'node:assert/strict';
import { test } from 'node:test';
import { once, scriptedChatModel, type Script } from '../support/chatModel';
import { manualTrigger } from '../support/coreNodes';
import { ask } from '../support/restApi';
import { runOnce } from '../support/savedWorkflows';
import { UPSERT, upsertNode } from '../support/upsertNode';
import { node, workflow } from '../support/workflow';
import { inWorld, serviceKeyCredential, type World } from '../support/world';

const LANGCHAIN = '@n8n/n8n-nodes-langchain';

const FROM_THE_MODEL = {
  invoice_line_key: "={{ $fromAI('key', 'Key of the invoice line', 'string') }}",
  price: "={{ $fromAI('price', 'Unit price', 'string') }}",
};

/** An agent whose only tool is the node. @returns what the tool answered, call by call. */
async function askAgent({ n8n, credential }: World, script: Script): Promise<string[]> {
  const model = await scriptedChatModel(script);
  try {
    const chat = await chatModelNode(n8n, model.url);
    const tool = upsertNode(credential, { name: 'Write Line Item' });
    const properties = { mappingMode: 'defineBelow', value: FROM_THE_MODEL, schema: [] };
    const nodes = [
      manualTrigger(),
      node('Agent', [`${LANGCHAIN}.agent`, 3.1], {
        promptType: 'define',
        text: 'Write line item A-1: one lamp for nine thousand five hundred dollars.',
        options: { enableStreaming: false },
      }),
      chat,
      { ...tool, type: `${UPSERT}Tool`, parameters: { ...tool.parameters, properties } },
    ];
    const execution = await runOnce(
      n8n,
      workflow('Agent', nodes, [
        ['Start', 'Agent'],
        [chat.name, 'Agent', 0, 'ai_languageModel'],
        [tool.name, 'Agent', 0, 'ai_tool'],
      ]),
    );
    assert.equal(execution.status, 'success', execution.result.error?.message);
    return model.heard();
  } finally {
    await model.stop();
  }
}

async function chatModelNode(n8n: World['n8n'], url: string) {
  const type = 'openAiApi';
  const name = 'Scripted model';
  const data = { apiKey: 'none', url };
  const { id } = await ask<{ id: string }>(n8n, 'POST', '/credentials', { name, type, data });
  const parameters = {
    model: { __rl: true, mode: 'id', value: 'scripted' },
    responsesApiEnabled: false,
    options: {},
  };
  const more = { credentials: { [type]: { id, name } } };
  return node('Chat Model', [`${LANGCHAIN}.lmChatOpenAi`, 1.3], parameters, more);
}

test(
  'an agent upserts a record with the node as its tool, and hears its outcome',
  inWorld(async (world) => {
    const [heard = ''] = await askAgent(world, once({ key: 'A-1', price: '9.75' }));
    assert.match(heard, /"outcome":\s*"created"/);
    const stored = world.hubspot.store.find('line_items', 'invoice_line_key', 'A-1');
    assert.equal(stored?.properties.price, '9.75');
  }),
);

test(
  'an agent hears why a record was not written',
  inWorld(async (world) => {
    const [heard = ''] = await askAgent(world, once({ key: 'A-1', price: '9,500' }));
    assert.match(heard, /hubspotError/);
    assert.match(heard, /set the option Number Format/);
    assert.equal(world.hubspot.store.count('line_items'), 0);
  }),
);

test(
  'an agent corrects what it was refused for',
  inWorld(async (world) => {
    const heard = await askAgent(world, (answers) => {
      if (answers.length === 0) return { key: 'A-1', price: '9,500' };
      const refused = refusalIn(answers.at(-1));
      if (refused === undefined) return undefined;
      assert.deepEqual([refused.property, refused.value], ['price', '9,500']);
      return { key: 'A-1', price: refused.value.replace(',', '') };
    });
    assert.equal(heard.length, 2);
    assert.match(heard[1] ?? '', /"outcome":\s*"created"/);
    const stored = world.hubspot.store.find('line_items', 'invoice_line_key', 'A-1');
    assert.equal(stored?.properties.price, '9500');
  }),
);

/** What the tool refused, as a model reads it out of the answer; undefined where it refused nothing. */
function refusalIn(answer = ''): { property: string; value: string } | undefined {
  const property = /"property":\s*"([^"]*)"/.exec(answer)?.[1];
  const value = /"value":\s*"([^"]*)"/.exec(answer)?.[1];
  return property === undefined || value === undefined ? undefined : { property, value };
}

test(
  'an agent hears what HubSpot refuses',
  inWorld(async (world) => {
    const body = {
      status: 'error',
      category: 'VALIDATION_ERROR',
      message: 'The price is too high',
    };
    world.hubspot.faults.add({
      match: { path: '/batch/upsert' },
      do: { kind: 'status', status: 400, body },
    });
    const [heard = ''] = await askAgent(world, once({ key: 'A-1', price: '9.75' }));
    assert.match(heard, /hubspotError/);
    assert.match(heard, /The price is too high/);
  }),
);

test(
  'an agent hears why the node could not run at all',
  inWorld(async (world) => {
    const { n8n, hubspot } = world;
    const scopes = ['crm.objects.line_items.read', 'crm.schemas.line_items.read'];
    const key = hubspot.tokens.serviceKey({ scopes });
    const credential = await serviceKeyCredential(n8n, hubspot, key);
    const [heard = ''] = await askAgent(
      { ...world, credential },
      once({ key: 'A-1', price: '9.75' }),
    );
    assert.match(heard, /lacks a scope/);
    assert.match(heard, /crm\.objects\.line_items\.write/);
  }),
);
