import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BARE_V3 } from '../../sandbox/hubspot/options';
import type { SandboxOptions } from '../../sandbox/hubspot/options';
import type { Sandbox } from '../../sandbox/hubspot/sandbox';
import { LINE_ITEMS_UPSERT, client, lineItem, sandboxForTest, untraced } from './client';
import { shapeOf } from './shapeOf';

const directory = process.env.HUBSPOT_ANSWERS_DIR;
const whereAnswersAre = directory === undefined ? test.skip : test;

/** How the sandbox comes to answer as a recorded answer does. */
interface Way {
  options?: Partial<SandboxOptions>;
  call: (sandbox: Sandbox) => Promise<{ status: number; data: unknown }>;
  /** Fields that people cut from it. */
  cut?: string[];
}

const CONTACTS = '/crm/v3/objects/contacts/batch';
const TAKEN = { email: 'ada@example.com', firstname: 'Ada' };

function byRecordId(id: string, properties: Record<string, string>) {
  return { id, properties, objectWriteTraceId: `t-${id}` };
}

/** Beside a good record one with an address that another contact has. */
function conflict(sandbox: Sandbox) {
  sandbox.store.put('contacts', TAKEN);
  const inputs = [{ email: 'bo@example.com' }, TAKEN].map((properties, index) => ({
    properties,
    objectWriteTraceId: `t-${index}`,
  }));
  return client(sandbox).post(`${CONTACTS}/create`, { inputs });
}

const WAYS: Record<string, Way> = {
  'observed.400.invalid-type-id': {
    call: (sandbox) => client(sandbox).post('/crm/v3/objects/2-9999/batch/upsert', {}),
  },
  'observed.400.no-properties': {
    options: { emptyWrites: 'refused' },
    call: (sandbox) =>
      client(sandbox).post(LINE_ITEMS_UPSERT, { inputs: [untraced(lineItem('a', {}))] }),
  },
  'observed.400.too-many-inputs': {
    call: (sandbox) => {
      const inputs = Array.from({ length: 101 }, (_, index) => lineItem(`K-${index}`));
      return client(sandbox).post(LINE_ITEMS_UPSERT, { inputs });
    },
  },
  'rebuilt.200.batch-update.no-echo': {
    options: BARE_V3,
    call: (sandbox) => {
      const inputs = ['a', 'b'].map((name) =>
        byRecordId(sandbox.store.put('contacts', {}), { firstname: name }),
      );
      return client(sandbox).post(`${CONTACTS}/update`, { inputs });
    },
  },
  'rebuilt.207.associations': {
    call: (sandbox) => {
      const from = { id: sandbox.store.put('deals', {}) };
      const inputs = [
        { from, to: { id: 'unknown_id_7' } },
        { from, to: from },
      ];
      const path = '/crm/v4/associations/deals/deals/batch/associate/default';
      return client(sandbox).post(path, { inputs });
    },
  },
  'rebuilt.207.conflict.trace-in-errors-alone': {
    options: { ...BARE_V3, conflictWording: 'existingId' },
    call: conflict,
    cut: ['url'],
  },
  'rebuilt.207.nobody-named': {
    call: (sandbox) => {
      sandbox.faults.add({ do: { kind: 'errorsWithoutContext' } });
      return client(sandbox).post(LINE_ITEMS_UPSERT, {
        inputs: [lineItem('a', { quantity: 'x' })],
      });
    },
    cut: ['localizedErrorMessage', 'portalId'],
  },
  'rebuilt.207.not-found.ids': {
    options: { traceIdEcho: 'none' },
    call: (sandbox) =>
      client(sandbox).post(`${CONTACTS}/update`, {
        inputs: [byRecordId('88888', { firstname: 'A' })],
      }),
  },
  'rebuilt.400.conditional-required': {
    call: (sandbox) => {
      sandbox.store.requireWhen('line_items', { name: 'country', when: 'name' });
      const inputs = [untraced(lineItem('a'))];
      return client(sandbox).post('/crm/objects/2026-09/line_items/batch/upsert', { inputs });
    },
    cut: ['status'],
  },
  'rebuilt.400.required-not-set': {
    options: { requiredIn: ['v3'], requiredWording: 'notSet' },
    call: (sandbox) => {
      sandbox.store.requireProperties('line_items', 'country', 'quantity');
      return client(sandbox).post(LINE_ITEMS_UPSERT, { inputs: [untraced(lineItem('a'))] });
    },
  },
  'rebuilt.403.banned': {
    call: (sandbox) => {
      sandbox.faults.add({ do: { kind: 'status', status: 403, ban: 'BANNED' } });
      return client(sandbox).get('/account-info/v3/details');
    },
  },
  'rebuilt.409.email-taken': {
    options: { conflictWording: 'takenValue', refuseWholeBatchFor: ['conflict'] },
    call: conflict,
  },
};

whereAnswersAre.each(Object.entries(WAYS))('it answers in the shape of %s', async (name, way) => {
  const recorded: unknown = JSON.parse(readFileSync(join(directory!, `${name}.json`), 'utf8'));
  const { status, data } = await way.call(await sandboxForTest(way.options));

  expect(String(status)).toBe(name.split('.')[1]);
  expect(without(way.cut, shapeOf(data))).toEqual(without(way.cut, shapeOf(recorded)));
});

whereAnswersAre('every recorded answer has one of the sandbox', () => {
  const files = readdirSync(directory!).filter((file) => file.endsWith('.json'));
  expect(Object.keys(WAYS).sort()).toEqual(files.map((file) => file.slice(0, -5)).sort());
});

/** A shape without fields of these names, wherever they are. */
function without(names: string[] = [], shape: unknown): unknown {
  if (Array.isArray(shape)) return shape.map((element) => without(names, element));
  if (typeof shape !== 'object' || shape === null) return shape;
  const fields = Object.entries(shape).filter(([name]) => !names.includes(name));
  return Object.fromEntries(fields.map(([name, inner]) => [name, without(names, inner)]));
}
