import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { expectAllAccounted, failuresOf, onlyFailureOf, writtenOf } from '../../support/accounted';
import { allCreated, found, hubspotAnswers, ok, upsertToHubspot } from '../../support/answers';
import type { Reply, SentInput } from '../../support/replies';
import { itWithAnswer } from '../../support/samples';
import { CONTACTS_BY_EMAIL, objectType } from '../../support/target';
import { lineItems } from '../../support/upsert';

const CONTACT_DEFINITIONS = ok({
  results: ['email', 'firstname', 'lifecyclestage'].map((name) => ({ name, type: 'string' })),
});
const traced: INodeParameters = { options: { objectWriteTraceId: '={{ $json.trace }}' } };

/** Runs contacts by e-mail against one answer, and what a read-back finds. */
async function contacts(items: IDataObject[], upsert: Reply, read?: Reply) {
  const heard = hubspotAnswers({
    upsert: [upsert],
    ...(read && { read: [read] }),
    properties: CONTACT_DEFINITIONS,
  });
  const outcome = await upsertToHubspot({
    items,
    parameters: { ...CONTACTS_BY_EMAIL, ...traced },
  });
  expectAllAccounted(outcome, items.length);
  return { heard, outcome };
}

itWithAnswer(
  'rebuilt.200.batch-update.no-echo.json',
  'results that name nobody are found by the values that were sent',
  async (answer) => {
    const { heard, outcome } = await contacts(
      [
        { email: 'bo@example.com', firstname: 'Bo', lifecyclestage: 'customer' },
        { email: 'ada@example.com', firstname: 'Ada', lifecyclestage: 'lead' },
      ],
      answer,
    );
    expect(writtenOf(outcome)).toMatchObject([
      { idValue: 'bo@example.com', id: '900' },
      { idValue: 'ada@example.com', id: '901' },
    ]);
    expect(heard.reads.length).toBeLessThanOrEqual(1);
  },
);

itWithAnswer(
  'rebuilt.207.conflict.trace-in-errors-alone.json',
  'the one that an error names is refused, and the result is the other one’s',
  async (answer) => {
    const { outcome } = await contacts(
      [
        { email: 'bo@example.com', firstname: 'Bo', trace: 't-1' },
        { email: 'ada@example.com', firstname: 'Ada', trace: 't-2' },
      ],
      answer,
    );
    expect(writtenOf(outcome)).toMatchObject([{ idValue: 'ada@example.com', id: '902' }]);
    expect(onlyFailureOf(outcome)).toMatchObject({
      idValue: 'bo@example.com',
      category: 'CONFLICT',
      property: 'email',
      message: expect.stringContaining('905') as string,
    });
  },
);

itWithAnswer(
  'rebuilt.207.nobody-named.json',
  'one input and one error that names nobody: the input is refused, in HubSpot’s words',
  async (answer) => {
    const heard = hubspotAnswers({ upsert: [answer] });
    const outcome = await upsertToHubspot({ items: lineItems(1) });
    expectAllAccounted(outcome, 1);
    expect(onlyFailureOf(outcome)).toMatchObject({
      category: 'VALIDATION_ERROR',
      code: 'INVALID_NUMBER_RANGE',
      property: 'boxes',
      message: expect.stringContaining('Enter a number greater than or equal to 1') as string,
    });
    expect(heard.reads).toEqual([]);
  },
);

itWithAnswer(
  'rebuilt.207.not-found.ids.json',
  'an error that names a record by its id is that record’s, and no other one’s',
  async (answer) => {
    const items = ['88888', '77777'].map((key) => ({ invoice_line_key: key, name: key }));
    hubspotAnswers({
      upsert: [answer],
      read: [found([{ invoice_line_key: '77777', name: '77777' }])],
    });
    const outcome = await upsertToHubspot({ items });
    expectAllAccounted(outcome, 2);
    expect(onlyFailureOf(outcome)).toMatchObject({
      idValue: '88888',
      category: 'OBJECT_NOT_FOUND',
    });
    expect(writtenOf(outcome)).toMatchObject([{ idValue: '77777', outcome: 'written' }]);
  },
);

itWithAnswer(
  'rebuilt.400.required-not-set.json',
  'required properties that stand in the context alone are named',
  async (answer) => {
    hubspotAnswers({ upsert: [answer] });
    const outcome = await upsertToHubspot({
      items: lineItems(1),
      parameters: objectType('tickets'),
    });
    expectAllAccounted(outcome, 1);
    const { property, value, message } = onlyFailureOf(outcome);
    expect(['hs_pipeline_stage', 'warranty_until']).toContain(property);
    expect(value).toBeNull();
    expect(message).toMatch(/hs_pipeline_stage/);
    expect(message).toMatch(/warranty_until/);
  },
);

itWithAnswer(
  'rebuilt.400.conditional-required.json',
  'a property that is required by a condition is named, and good records are written',
  async (answer) => {
    const refuses = (inputs: SentInput[]) =>
      inputs.some(({ id }) => id === 'K-1') ? answer : allCreated(inputs);
    hubspotAnswers({ upsert: [refuses] });
    const outcome = await upsertToHubspot({ items: lineItems(4) });
    expectAllAccounted(outcome, 4);
    expect(onlyFailureOf(outcome)).toMatchObject({
      idValue: 'K-1',
      property: 'vat_number',
      code: 'MISSING_CONDITIONAL_REQUIRED_PROPERTY',
    });
  },
);

itWithAnswer(
  'observed.400.invalid-type-id.json',
  'an object type of another account ends the run with what to choose',
  async (answer) => {
    const heard = hubspotAnswers({ upsert: [answer] });
    const { thrown } = await upsertToHubspot({
      items: lineItems(250),
      parameters: objectType('2-9999'),
    });
    expect(thrown?.message).toMatch(/no object type "2-9999"/);
    expect(heard.upserts.length).toBeLessThanOrEqual(3);
  },
);

itWithAnswer(
  'observed.400.too-many-inputs.json',
  'a batch with too many inputs is sent in halves',
  async (answer) => {
    const upTo50 = (inputs: SentInput[]) => (inputs.length > 50 ? answer : allCreated(inputs));
    const heard = hubspotAnswers({ upsert: [upTo50] });
    const outcome = await upsertToHubspot({ items: lineItems(100) });
    expectAllAccounted(outcome, 100);
    expect(outcome.success).toHaveLength(100);
    expect(heard.upserts.map(({ length }) => length)).toEqual([100, 50, 50]);
  },
);

itWithAnswer(
  'observed.400.no-properties.json',
  'a record with nothing but its key is sent with the key, so that nothing is refused as empty',
  async (answer) => {
    const refusesEmpty = (inputs: SentInput[]) =>
      inputs.some(({ properties }) => Object.keys(properties).length === 0)
        ? answer
        : allCreated(inputs);
    hubspotAnswers({ upsert: [refusesEmpty] });
    const outcome = await upsertToHubspot({ items: [{ invoice_line_key: 'A' }] });
    expectAllAccounted(outcome, 1);
    expect(outcome.success).toHaveLength(1);
  },
);

itWithAnswer(
  'rebuilt.403.banned.json',
  'a blocked app is told as that, and not as a missing scope',
  async (answer) => {
    hubspotAnswers({ upsert: [answer] });
    const { thrown } = await upsertToHubspot({ items: lineItems(2) });
    expect(thrown?.message).toMatch(/blocked the app/);
    expect(thrown?.message).not.toMatch(/scope/);
  },
);

itWithAnswer(
  'rebuilt.409.email-taken.json',
  'the record that has the address already is named, and nothing is repeated',
  async (answer) => {
    const { heard, outcome } = await contacts(
      [{ email: 'ada@example.com', firstname: 'A' }],
      answer,
    );
    expect(onlyFailureOf(outcome)).toMatchObject({
      property: 'email',
      value: 'ada@example.com',
      message: expect.stringContaining('905') as string,
      retryable: false,
    });
    expect(heard.upserts).toHaveLength(1);
  },
);

itWithAnswer(
  'rebuilt.207.associations.json',
  'an answer of another endpoint calls nobody written',
  async (answer) => {
    hubspotAnswers({ upsert: [answer] });
    const outcome = await upsertToHubspot({ items: lineItems(3) });
    expectAllAccounted(outcome, 3);
    expect(outcome.success).toEqual([]);
    for (const failure of failuresOf(outcome)) expect(failure.attempted).toBe(true);
  },
);
