import type { IDataObject } from 'n8n-workflow';
import { BARE_V3 } from '../../../sandbox/hubspot/options';
import {
  allCreated,
  complete,
  found,
  hubspotAnswers,
  ok,
  resultFor,
  upsertToHubspot,
  type SentInput,
} from '../../support/answers';
import { sandboxForTest } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

/** A result as v3 was recorded: no trace id, and of the properties only those named. */
const bare = (input: SentInput, ...properties: string[]) => {
  const { objectWriteTraceId: _, properties: all, ...result } = resultFor(input);
  const shown = Object.entries(all).filter(([name]) => properties.includes(name));
  return { ...result, properties: Object.fromEntries(shown) };
};
const byEmail = {
  objectType: 'contacts',
  idProperty: { __rl: true, mode: 'name', value: 'email' },
};

describe('HubSpot returns neither trace ids nor keys', () => {
  it('and every line item has its outcome without a read, since its key was sent as a property', async () => {
    const sandbox = await sandboxForTest(BARE_V3);
    sandbox.store.put('line_items', { invoice_line_key: 'K-3', name: 'before' });
    const { success, error } = await upsert({
      items: lineItems(120),
      credential: serviceKeyOf(sandbox),
    });
    expect(error).toEqual([]);
    const outcomes = success.map(({ json }) => (json.hubspot as IDataObject).outcome);
    expect(outcomes.filter((outcome) => outcome === 'updated')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(119);
    expect(outcomes[3]).toBe('updated');
    expect(sandbox.log.entries.filter(({ path }) => path.endsWith('/batch/read'))).toEqual([]);
    const records = sandbox.store.records('line_items');
    for (const { json } of success) {
      const { id, idValue } = json.hubspot as { id: string; idValue: string };
      expect(records.find((record) => record.id === id)?.properties.invoice_line_key).toBe(idValue);
    }
  });

  it('and contacts are told apart by one read of the batch', async () => {
    const sandbox = await sandboxForTest(BARE_V3);
    const ann = sandbox.store.put('contacts', { email: 'ann@example.org', firstname: 'A' });
    const { success, error } = await upsert({
      items: [
        { email: 'ann@example.org', firstname: 'Same' },
        { email: 'bob@example.org', firstname: 'Same' },
      ],
      parameters: byEmail,
      credential: serviceKeyOf(sandbox),
    });
    expect(error).toEqual([]);
    expect(success.map(({ json }) => json.hubspot)).toMatchObject([
      { outcome: 'updated', id: ann, idValue: 'ann@example.org' },
      { outcome: 'created', idValue: 'bob@example.org' },
    ]);
    expect(sandbox.log.entries.filter(({ path }) => path.endsWith('/batch/read'))).toHaveLength(1);
  });

  it('and values that differ spare the read', async () => {
    const sandbox = await sandboxForTest(BARE_V3);
    const { success } = await upsert({
      items: [
        { email: 'ann@example.org', firstname: 'Ann' },
        { email: 'bob@example.org', firstname: 'Bob' },
      ],
      parameters: byEmail,
      credential: serviceKeyOf(sandbox),
    });
    expect(success.map(({ json }) => json.hubspot)).toMatchObject([
      { outcome: 'created', properties: { firstname: 'Ann' } },
      { outcome: 'created', properties: { firstname: 'Bob' } },
    ]);
    expect(sandbox.log.entries.filter(({ path }) => path.endsWith('/batch/read'))).toEqual([]);
  });
});

describe('a contact’s additional address', () => {
  it('updates the contact, which the item tells, and stays additional', async () => {
    const sandbox = await sandboxForTest(BARE_V3);
    const jane = sandbox.store.put('contacts', {
      email: 'jane@new.example',
      hs_additional_emails: 'jane@old.example',
    });
    const { success, error } = await upsert({
      items: [
        { email: 'Jane@Old.example', firstname: 'Jane' },
        { email: 'x@y.example', firstname: 'Jane' },
      ],
      parameters: byEmail,
      credential: serviceKeyOf(sandbox),
    });
    expect(error).toEqual([]);
    expect(success.map(({ json }) => json.hubspot)).toMatchObject([
      { outcome: 'updated', id: jane, idValue: 'jane@old.example' },
      { outcome: 'created' },
    ]);
    const stored = sandbox.store.records('contacts').find(({ id }) => id === jane);
    expect(stored?.properties.email).toBe('jane@new.example');
  });

  it('beside the primary one is the same record, and both items say so', async () => {
    const sandbox = await sandboxForTest(BARE_V3);
    const jane = sandbox.store.put('contacts', {
      email: 'jane@new.example',
      hs_additional_emails: 'jane@old.example',
    });
    const { success, error } = await upsert({
      items: [
        { email: 'jane@old.example', firstname: 'J' },
        { email: 'jane@new.example', lastname: 'D' },
      ],
      parameters: byEmail,
      credential: serviceKeyOf(sandbox),
    });
    expect(error).toEqual([]);
    for (const { json } of success) {
      expect(json.hubspot).toMatchObject({
        outcome: 'updated',
        id: jane,
        warnings: [
          { category: 'SAME_RECORD', message: expect.stringContaining('jane@') as string },
        ],
      });
    }
  });
});

describe('one record, one result', () => {
  it('is the record’s, also where the value was stored otherwise', async () => {
    hubspotAnswers({
      upsert: [
        ([input]) => complete([{ ...bare(input!), properties: { invoice_line_key: 'a 1' } }]),
      ],
    });
    const { success } = await upsertToHubspot({ items: [{ invoice_line_key: 'A1' }] });
    expect(success[0]?.json.hubspot).toMatchObject({ outcome: 'created', id: '9A1' });
  });

  it('and the store is asked where it shows a key that no way of storing explains', async () => {
    const heard = hubspotAnswers({
      upsert: [([input]) => complete([{ ...bare(input!), properties: { invoice_line_key: 'B' } }])],
      read: [found([])],
    });
    const { success, error } = await upsertToHubspot({ items: [{ invoice_line_key: 'A' }] });
    expect(success).toEqual([]);
    expect(error[0]?.json.hubspotError).toMatchObject({ category: 'NO_OUTCOME' });
    expect(heard.reads).toEqual([['A']]);
  });

  it('a result whose key contradicts its trace id is not believed', async () => {
    const heard = hubspotAnswers({
      upsert: [
        ([a, b]) =>
          complete([
            { ...resultFor(a!), properties: { invoice_line_key: 'B' } },
            { ...resultFor(b!), properties: { invoice_line_key: 'A' } },
          ]),
      ],
      read: [
        found([
          { invoice_line_key: 'A', name: 'a' },
          { invoice_line_key: 'B', name: 'b' },
        ]),
      ],
    });
    const { success } = await upsertToHubspot({
      items: [
        { invoice_line_key: 'A', name: 'a' },
        { invoice_line_key: 'B', name: 'b' },
      ],
    });
    expect(success.map(({ json }) => json.hubspot)).toMatchObject([
      { outcome: 'written', id: '700', idValue: 'A' },
      { outcome: 'written', id: '701', idValue: 'B' },
    ]);
    expect(heard.reads).toHaveLength(1);
  });
});

describe('errors that name nobody, as many as records without a result', () => {
  const partly = (messages: string[]) => (inputs: SentInput[]) => ({
    status: 207,
    body: {
      status: 'COMPLETE',
      results: inputs.slice(messages.length).map((input) => bare(input, 'invoice_line_key')),
      numErrors: messages.length,
      errors: messages.map((message) => ({
        status: 'error',
        category: 'VALIDATION_ERROR',
        message,
      })),
    },
  });

  it('refuse each of these, in their common words', async () => {
    const heard = hubspotAnswers({ upsert: [partly(['Too odd', 'Too odd'])] });
    const { success, error } = await upsertToHubspot({ items: lineItems(3) });
    expect(success).toHaveLength(1);
    expect(error.map(({ json }) => json.hubspotError)).toMatchObject([
      { category: 'VALIDATION_ERROR', message: 'Too odd', retryable: false, attempted: true },
      { category: 'VALIDATION_ERROR', message: 'Too odd', retryable: false, attempted: true },
    ]);
    expect(heard.reads).toEqual([]);
  });

  it('or in all of them where they differ', async () => {
    hubspotAnswers({ upsert: [partly(['Too odd', 'Too long'])] });
    const { error } = await upsertToHubspot({ items: lineItems(3) });
    for (const { json } of error) {
      expect(json.hubspotError).toMatchObject({
        category: 'VALIDATION_ERROR',
        message: expect.stringMatching(/Too odd.*Too long/) as string,
      });
    }
    expect(error).toHaveLength(2);
  });
});

describe('what is sent', () => {
  it('holds a custom key among the properties, and no e-mail address beside others', async () => {
    const heard = hubspotAnswers({});
    await upsertToHubspot({ items: [{ invoice_line_key: 'A' }] });
    await upsertToHubspot({
      items: [{ email: 'a@b.example', name: 'x' }, { email: 'c@d.example' }],
      parameters: byEmail,
    });
    expect(heard.upserts.flat().map(({ properties }) => properties)).toEqual([
      { invoice_line_key: 'A' },
      { name: 'x' },
      { email: 'c@d.example' },
    ]);
  });
});

describe('a read-back', () => {
  const silent = () => ok({ status: 'COMPLETE', results: [] });

  it('goes in halves where HubSpot takes 50 ids', async () => {
    const heard = hubspotAnswers({
      upsert: [silent],
      read: [
        () => ({ status: 400, body: { message: 'Up to 50 ids with histories' } }),
        (inputs) =>
          found(
            inputs.map(({ id }) => ({
              invoice_line_key: id,
              name: `Row ${id.slice(2)}`,
              price: id.slice(2),
            })),
          ),
      ],
    });
    const { success } = await upsertToHubspot({ items: lineItems(100) });
    expect(success).toHaveLength(100);
    expect(heard.reads.map(({ length }) => length)).toEqual([100, 50, 50]);
  });

  it('that is refused is told, with the scope that would have settled it', async () => {
    hubspotAnswers({
      upsert: [silent],
      read: [
        () => ({
          status: 403,
          body: {
            category: 'MISSING_SCOPES',
            message: 'no',
            errors: [{ context: { requiredGranularScopes: ['crm.objects.line_items.read'] } }],
          },
        }),
      ],
    });
    const { error } = await upsertToHubspot({ items: lineItems(1) });
    expect(error[0]?.json.hubspotError).toMatchObject({
      category: 'NO_OUTCOME',
      message: expect.stringContaining('crm.objects.line_items.read') as string,
    });
  });

  it('that is refused does not unsay what the counts tell', async () => {
    hubspotAnswers({
      upsert: [(inputs) => complete(inputs.map((input) => bare(input)))],
      read: [() => ({ status: 403, body: { message: 'no' } })],
    });
    const { success, error } = await upsertToHubspot({
      items: [
        { email: 'a@b.example', name: 'x' },
        { email: 'c@d.example', name: 'x' },
      ],
      parameters: byEmail,
    });
    expect(error).toEqual([]);
    for (const { json } of success) {
      expect(json.hubspot).toMatchObject({ outcome: 'created' });
      expect(json.hubspot).not.toHaveProperty('id');
    }
  });
});

it('results that are created and updated, and cannot be paired: each item says no more than that it is written', async () => {
  hubspotAnswers({
    upsert: [
      (inputs) => complete(inputs.map((input, index) => ({ ...bare(input), new: index === 0 }))),
    ],
    read: [() => ({ status: 403, body: { message: 'no' } })],
  });
  const { success, error } = await upsertToHubspot({
    items: [
      { email: 'a@b.example', name: 'x' },
      { email: 'c@d.example', name: 'x' },
    ],
    parameters: byEmail,
  });
  expect(error).toEqual([]);
  expect(success).toHaveLength(2);
  for (const { json } of success) {
    expect(json.hubspot).toMatchObject({ outcome: 'written' });
    expect(json.hubspot).not.toHaveProperty('id');
  }
});

it('a result and an error for one record that the store lacks: HubSpot’s sentence is the reason', async () => {
  hubspotAnswers({
    upsert: [
      (inputs) => {
        const body = allCreated(inputs).body as object;
        const [input] = inputs;
        const context = { objectWriteTraceId: [input!.objectWriteTraceId] };
        const error = { category: 'VALIDATION_ERROR', message: 'Too odd', context };
        return { status: 207, body: { ...body, errors: [error] } };
      },
    ],
  });
  const { error } = await upsertToHubspot({ items: lineItems(2) });
  expect(error.map(({ json }) => json.hubspotError)).toMatchObject([
    { idValue: 'K-0', category: 'VALIDATION_ERROR', message: 'Too odd' },
  ]);
});

it('as many results as records, and one of them twice: the store tells who was written', async () => {
  const heard = hubspotAnswers({
    upsert: [([first]) => complete([bare(first!), bare(first!)])],
    read: [found([])],
  });
  const { success, error } = await upsertToHubspot({
    items: [
      { email: 'a@b.example', name: 'x' },
      { email: 'c@d.example', name: 'x' },
    ],
    parameters: byEmail,
  });
  expect(success).toEqual([]);
  expect(error.map(({ json }) => json.hubspotError)).toMatchObject([
    { category: 'NO_OUTCOME' },
    { category: 'NO_OUTCOME' },
  ]);
  expect(heard.reads).toHaveLength(1);
});

describe('values that do not tell whose a result is', () => {
  /** Contacts a@ and b@ send these stages, and results in this order show those. */
  async function contacts(sent: [string, string], shown: Array<[name: 'a' | 'b', stage: string]>) {
    const stages = { name: 'lifecyclestage', type: 'string' };
    const heard = hubspotAnswers({
      properties: ok({ results: [{ name: 'email', type: 'string' }, stages] }),
      upsert: [
        complete(
          shown.map(([id, stage]) => ({ id, new: false, properties: { lifecyclestage: stage } })),
        ),
      ],
      read: [complete(['a', 'b'].map((id) => ({ id, properties: { email: `${id}@x.example` } })))],
    });
    const { success } = await upsertToHubspot({
      items: sent.map((lifecyclestage, index) => ({
        email: `${'ab'[index]}@x.example`,
        lifecyclestage,
      })),
      parameters: byEmail,
    });
    return { reads: heard.reads, ids: success.map(({ json }) => (json.hubspot as IDataObject).id) };
  }

  it.each<[string, [string, string], Array<['a' | 'b', string]>]>([
    [
      'two results fit one record',
      ['customer', 'lead'],
      [
        ['b', 'customer'],
        ['a', 'customer'],
      ],
    ],
    [
      'one result fits two records',
      ['customer', 'customer'],
      [
        ['b', 'evangelist'],
        ['a', 'customer'],
      ],
    ],
  ])('leave it to the store: %s', async (_, sent, shown) => {
    expect(await contacts(sent, shown)).toEqual({
      reads: [['a@x.example', 'b@x.example']],
      ids: ['a', 'b'],
    });
  });
});

it('a batch that HubSpot has not finished is not counted', async () => {
  hubspotAnswers({
    upsert: [
      (inputs) =>
        complete(
          inputs.map((input) => bare(input)),
          { status: 'PROCESSING' },
        ),
    ],
    read: [{ status: 403, body: { message: 'no' } }],
  });
  const { success, error } = await upsertToHubspot({
    items: [
      { email: 'a@b.example', name: 'x' },
      { email: 'c@d.example', name: 'x' },
    ],
    parameters: byEmail,
  });
  expect(success).toEqual([]);
  for (const { json } of error) {
    expect(json.hubspotError).toMatchObject({ category: 'NO_OUTCOME', retryable: true });
  }
});
