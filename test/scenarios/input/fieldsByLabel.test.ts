import type { INodeParameters } from 'n8n-workflow';
import { expectAllAccounted, failuresOf, writtenKeys } from '../../support/accounted';
import { sandboxForTest, sentInputs } from '../../support/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';

async function run(items: object[], options: INodeParameters = {}, idProperty = 'email') {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: items.map((json) => ({ ...json })),
    credential: serviceKeyOf(sandbox),
    parameters: { objectType: 'contacts', idProperty, options },
  });
  expectAllAccounted(outcome, items.length);
  const sent = sentInputs(sandbox).map(({ id, properties }) => ({ id, properties }));
  return { outcome, sent, messages: outcome.hints.map(({ message }) => message) };
}

const exported = { 'First Name': 'Ada', 'Last Name': 'Lovelace', Email: 'ada@example.com' };

it("a sheet with HubSpot's labels as headers is written, its key included", async () => {
  const { outcome, sent, messages } = await run([exported]);
  expect(writtenKeys(outcome)).toEqual(['ada@example.com']);
  expect(sent).toEqual([
    { id: 'ada@example.com', properties: { firstname: 'Ada', lastname: 'Lovelace' } },
  ]);
  expect(outcome.success[0]?.json).toMatchObject(exported);
  expect(messages).toContainEqual(
    expect.stringContaining('"First Name" as firstname (1 item), "Last Name" as lastname'),
  );
});

it('a field that fills the key and is empty is not to be renamed, but filled', async () => {
  const { outcome } = await run([{ ...exported, Email: ' ' }]);
  expect(failuresOf(outcome)).toMatchObject([
    { category: 'MISSING_ID', message: expect.stringContaining('fill that field') as string },
  ]);
});

it('two fields for one property are both told, and neither is taken', async () => {
  const given = { email: 'ada@example.com', 'First Name': 'Ada', FIRSTNAME: 'Eve' };
  const { sent, messages } = await run([given]);
  expect(sent[0]?.properties).not.toHaveProperty('firstname');
  expect(messages).toContainEqual(expect.stringMatching(/"First Name" .*"FIRSTNAME" .*firstname/));
});

it('where names alone count, a label fills nothing', async () => {
  const { outcome } = await run([exported], { fieldNames: 'names' });
  expect(failuresOf(outcome)).toMatchObject([{ category: 'MISSING_ID' }]);
});

it('a field that is rejected says what kept it from a property', async () => {
  const { outcome } = await run(
    [
      { email: 'a@example.com', 'Create Date': '2024-01-01' },
      { email: 'b@example.com', 'First Name': 'Ada', FIRSTNAME: 'Eve' },
    ],
    { unknownFields: 'reject' },
  );
  const noProperty = (field: string) => `HubSpot has no property "${field}" for this object type`;
  expect(failuresOf(outcome)).toMatchObject([
    {
      property: 'Create Date',
      message: `Create Date: ${noProperty('Create Date')} (HubSpot does not let createdate be written)`,
    },
    {
      message: expect.stringContaining(
        `${noProperty('FIRSTNAME')} (another field is firstname, too)`,
      ) as string,
    },
  ]);
});

it('unknown fields are rejected, and not those that a label names', async () => {
  const { outcome } = await run(
    [exported, { ...exported, Email: 'eve@example.com', Colour: 'red' }],
    { unknownFields: 'reject' },
  );
  expect(writtenKeys(outcome)).toEqual(['ada@example.com']);
  expect(failuresOf(outcome)).toMatchObject([
    { category: 'UNKNOWN_PROPERTY', property: 'Colour', idValue: 'eve@example.com' },
  ]);
});
