import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inWorld } from '../support/world';

const TYPE = 'n8n-nodes-hubspot-batch-upsert.hubspotBatchUpsert';

test(
  'n8n serves what items look like, for the editor before the first run',
  inWorld(async ({ n8n: { baseUrl, cookie } }) => {
    for (const file of ['1.0.0', '1.0.0/upsert', '1.0.0/create', '1.0.0/update']) {
      const answer = await fetch(`${baseUrl}/schemas/${TYPE}/${file}.json`, {
        headers: { cookie },
      });
      const { properties } = (await answer.json()) as { properties: object };
      assert.deepEqual(Object.keys(properties), ['hubspot', 'hubspotError']);
    }
  }),
);
