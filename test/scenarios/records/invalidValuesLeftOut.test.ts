import type { INodeParameters } from 'n8n-workflow';
import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import {
  allCreated,
  complete,
  hubspotAnswers,
  notValid,
  resultFor,
  upsertToHubspot,
  type Reply,
  type SentInput,
} from '../../support/answers';
import { sandboxForTest } from '../../support/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';

const leaveOut = { invalidValues: 'leaveOut' };

async function run(items: object[], options: INodeParameters = leaveOut) {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: items.map((json) => ({ ...json })),
    credential: serviceKeyOf(sandbox),
    parameters: { options },
  });
  expectAllAccounted(outcome, items.length);
  const stored = (key: string) =>
    sandbox.store.find('line_items', 'invoice_line_key', key)?.properties;
  return { sandbox, outcome, stored };
}

it('a record is written without what HubSpot could not store, and says so', async () => {
  const { outcome, stored } = await run([
    { invoice_line_key: 'A', name: 'good', quantity: 'many' },
    { invoice_line_key: 'B', name: 'better', quantity: 2 },
  ]);
  expect(stored('A')).toEqual({ invoice_line_key: 'A', name: 'good' });
  expect(stored('B')).toMatchObject({ quantity: '2' });
  const [first, second] = writtenOf(outcome);
  expect(first).toMatchObject({
    outcome: 'created',
    leftOut: [
      {
        property: 'quantity',
        value: 'many',
        reason: '"many" is not a number: write digits with one decimal mark, such as 1234.5',
      },
    ],
  });
  expect(second).not.toHaveProperty('leftOut');
  expect(outcome.hints.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(/^1 value was left out.*quantity \(1\)/),
  );
});

it('a record without its key is not written', async () => {
  const { outcome } = await run([{ invoice_line_key: { no: 'key' }, name: 'x' }]);
  expect(failuresOf(outcome)).toMatchObject([
    { category: 'INVALID_VALUE', property: 'invoice_line_key' },
  ]);
});

it('items of one record tell each its own', async () => {
  const { outcome, stored } = await run([
    { invoice_line_key: 'A', quantity: 'many' },
    { invoice_line_key: 'A', quantity: 3 },
  ]);
  expect(stored('A')).toMatchObject({ quantity: '3' });
  const [first, second] = writtenOf(outcome);
  expect(first).toMatchObject({ leftOut: [{ property: 'quantity', value: 'many' }] });
  expect(second).not.toHaveProperty('leftOut');
});

/** HubSpot refuses what names quote, with the words of its property validation. */
const refusing =
  (...refused: string[]) =>
  (inputs: SentInput[]) => {
    const isBad = ({ properties }: SentInput) => refused.includes(properties.name ?? '');
    const message = (name: string) =>
      notValid({ name: 'name', error: 'INVALID_OPTION', message: `${name} was not an option` });
    return complete(
      inputs.filter((input) => !isBad(input)).map((input) => resultFor(input)),
      {
        errors: inputs.filter(isBad).map(({ properties, objectWriteTraceId }) => ({
          status: 'error',
          category: 'VALIDATION_ERROR',
          message: message(properties.name ?? ''),
          context: { objectWriteTraceId: [objectWriteTraceId] },
        })),
      },
    );
  };

describe('what HubSpot itself refuses by name', () => {
  const items = [
    { invoice_line_key: 'A', name: 'odd', quantity: 1 },
    { invoice_line_key: 'B', name: 'good', quantity: 2 },
  ];

  it('is left out as well, and the rest of the record is sent again', async () => {
    const heard = hubspotAnswers({ upsert: [refusing('odd')] });
    const outcome = await upsertToHubspot({ items, parameters: { options: leaveOut } });
    expect(writtenOf(outcome)).toMatchObject([
      {
        outcome: 'created',
        leftOut: [
          {
            property: 'name',
            value: 'odd',
            reason: expect.stringContaining('odd was not an option') as string,
          },
        ],
      },
      { outcome: 'created', idValue: 'B' },
    ]);
    expect(heard.upserts.map((inputs) => inputs.map(({ id }) => id))).toEqual([['A', 'B'], ['A']]);
    expect(heard.upserts[1]?.[0]?.properties).not.toHaveProperty('name');
    expect(outcome.hints.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^1 value was left out.*name \(1\)/),
    );
  });

  it('is told on the item that gave it, of several for one record', async () => {
    hubspotAnswers({ upsert: [refusing('odd')] });
    const outcome = await upsertToHubspot({
      items: [
        { invoice_line_key: 'A', name: 'first' },
        { invoice_line_key: 'A', name: 'odd' },
        { invoice_line_key: 'A', quantity: 3 },
      ],
      parameters: { options: leaveOut },
    });
    const [first, second, third] = writtenOf(outcome);
    expect(first).toMatchObject({ superseded: ['name'] });
    expect(first).not.toHaveProperty('leftOut');
    expect(second).toMatchObject({ leftOut: [{ property: 'name', value: 'odd' }] });
    expect(third).not.toHaveProperty('leftOut');
    expect(outcome.hints.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^1 value was left out.*name \(1\)/),
    );
  });

  it('and its absence is what fails the record, the message says both', async () => {
    const missing: Reply = {
      status: 400,
      body: {
        status: 'error',
        category: 'VALIDATION_ERROR',
        message: 'Error creating LINE_ITEM. Some required properties were not set.',
        context: { properties: ['name'] },
      },
    };
    hubspotAnswers({ upsert: [refusing('odd'), missing] });
    const outcome = await upsertToHubspot({
      items: items.slice(0, 1),
      parameters: { options: leaveOut },
    });
    expect(failuresOf(outcome)).toMatchObject([
      {
        property: 'name',
        message: expect.stringMatching(
          /required properties were not set\. Left out before: name \("odd"\): .*odd was not an option/,
        ) as string,
      },
    ]);
  });

  it('in a refusal of the whole batch, too', async () => {
    const refused: Reply = {
      status: 400,
      body: {
        status: 'error',
        category: 'VALIDATION_ERROR',
        message: notValid({ name: 'name', error: 'INVALID_OPTION', message: '"odd" is no option' }),
      },
    };
    const heard = hubspotAnswers({
      upsert: [
        (inputs) =>
          inputs.some(({ properties }) => properties.name === 'odd') ? refused : allCreated(inputs),
      ],
    });
    const outcome = await upsertToHubspot({ items, parameters: { options: leaveOut } });
    expect(writtenOf(outcome)).toMatchObject([
      { outcome: 'created', leftOut: [{ property: 'name', value: 'odd' }] },
      { outcome: 'created', idValue: 'B' },
    ]);
    expect(heard.upserts.flat().filter(({ id }) => id === 'B')).toHaveLength(2);
  });

  it('once: what is refused again leaves on Error', async () => {
    const always = (inputs: SentInput[]) =>
      complete([], {
        errors: inputs.map(({ properties, objectWriteTraceId }) => ({
          status: 'error',
          category: 'VALIDATION_ERROR',
          message: notValid({
            name: Object.keys(properties).at(-1) ?? '',
            error: 'INVALID_OPTION',
            message: 'No option',
          }),
          context: { objectWriteTraceId: [objectWriteTraceId] },
        })),
      });
    const heard = hubspotAnswers({ upsert: [always] });
    const outcome = await upsertToHubspot({
      items: items.slice(0, 1),
      parameters: { options: leaveOut },
    });
    expect(failuresOf(outcome)).toMatchObject([{ category: 'VALIDATION_ERROR', idValue: 'A' }]);
    expect(heard.upserts).toHaveLength(2);
  });

  it('the key is never left out', async () => {
    const heard = hubspotAnswers({
      upsert: [
        {
          status: 400,
          body: {
            status: 'error',
            category: 'VALIDATION_ERROR',
            message: notValid({
              name: 'invoice_line_key',
              error: 'INVALID_STRING',
              message: 'A is no key',
            }),
          },
        },
      ],
    });
    const outcome = await upsertToHubspot({
      items: items.slice(0, 1),
      parameters: { options: leaveOut },
    });
    expect(failuresOf(outcome)).toMatchObject([{ property: 'invoice_line_key' }]);
    expect(heard.upserts).toHaveLength(1);
  });

  it('without the option the item leaves on Error, as ever', async () => {
    hubspotAnswers({ upsert: [refusing('odd')] });
    const outcome = await upsertToHubspot({ items });
    expect(failuresOf(outcome)).toMatchObject([{ property: 'name', value: 'odd' }]);
  });
});
