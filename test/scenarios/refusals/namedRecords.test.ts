import {
  allCreated,
  hubspotAnswers,
  notValid,
  upsertToHubspot,
  type Reply,
  type SentInput,
} from '../../support/answers';
import {
  expectAllAccounted,
  failedKeys,
  failuresOf,
  onlyFailureOf,
  writtenKeys,
} from '../../support/accounted';
import { itWithSample } from '../../support/samples';
import { lineItems } from '../../support/upsert';

const COUNT = 100;

/** Refuses every batch that holds a record of that kind. */
function refusing(isBad: (input: SentInput) => boolean, refusal: Reply) {
  return (inputs: SentInput[]) => (inputs.some(isBad) ? refusal : allCreated(inputs));
}

function refusal(message: string): Reply {
  const category = 'VALIDATION_ERROR';
  return { status: 400, body: { status: 'error', category, correlationId: 'c-1', message } };
}

it('a record that the refusal names by its value leaves on Error with what HubSpot says of it', async () => {
  const entry = {
    name: 'name',
    error: 'INVALID_OPTION',
    message: 'Red was not one of the allowed options: [Blue]',
  };
  const heard = hubspotAnswers({
    upsert: [refusing(({ id }) => id === 'K-3', refusal(notValid(entry)))],
  });
  const items = lineItems(8).map((item, index) => ({
    ...item,
    name: index === 3 ? 'Red' : 'Blue',
  }));
  const outcome = await upsertToHubspot({ items });
  expectAllAccounted(outcome, 8);
  expect(onlyFailureOf(outcome)).toMatchObject({
    idValue: 'K-3',
    category: 'VALIDATION_ERROR',
    code: 'INVALID_OPTION',
    property: 'name',
    value: 'Red',
    httpStatus: 400,
    correlationId: 'c-1',
    attempted: true,
    retryable: false,
  });
  expect(heard.upserts.map((batch) => batch.length)).toEqual([8, 7]);
});

it.each([1, 10])(
  '%i of a hundred that the refusal names by value cost one more request',
  async (bad) => {
    const isBad = (index: number) => index % 10 === 3 && index < bad * 10;
    const items = lineItems(COUNT).map((item, index) =>
      isBad(index) ? { ...item, name: `bad ${index}` } : item,
    );
    const badKeys = [...Array(COUNT).keys()].filter(isBad).map((index) => `K-${index}`);
    const entries = items
      .filter((_, index) => isBad(index))
      .map(({ name }) => ({
        name: 'name',
        error: 'INVALID_OPTION',
        message: `${name as string} was not one of the allowed options: [good]`,
      }));
    const heard = hubspotAnswers({
      upsert: [refusing(({ id }) => badKeys.includes(id), refusal(notValid(...entries)))],
    });
    const outcome = await upsertToHubspot({ items });
    expectAllAccounted(outcome, COUNT);
    expect(failedKeys(outcome)).toEqual(badKeys);
    expect(heard.upserts.map((batch) => batch.length)).toEqual([COUNT, COUNT - bad]);
  },
);

it('a value that another record owns costs the item that sets it', async () => {
  const taken = refusal(
    'Cannot set PropertyValueCoordinates{portalId=1, objectTypeId=0-8, propertyName=hs_sku, value=S-2} on 123. 456 already has that value.',
  );
  const heard = hubspotAnswers({ upsert: [refusing(({ id }) => id === 'K-2', taken)] });
  const items = lineItems(4).map((item, index) => ({ ...item, hs_sku: `S-${index}` }));
  const outcome = await upsertToHubspot({ items });
  expectAllAccounted(outcome, 4);
  expect(failuresOf(outcome)).toMatchObject([
    { idValue: 'K-2', property: 'hs_sku', value: 'S-2', code: 'VALUE_TAKEN' },
  ]);
  expect(failuresOf(outcome)[0]?.message).toContain('456');
  expect(heard.upserts).toHaveLength(2);
});

itWithSample(
  'docs.400.generic-structure.json',
  'the one record that sets the property is to blame',
  async (sample) => {
    const heard = hubspotAnswers({
      upsert: [refusing(({ properties }) => 'discount' in properties, sample)],
    });
    const outcome = await upsertToHubspot({
      items: [
        { invoice_line_key: 'A', name: 'good' },
        { invoice_line_key: 'B', discount: 'x' },
        { invoice_line_key: 'C', name: 'good' },
      ],
      parameters: { options: { unknownFields: 'send' } },
    });
    expectAllAccounted(outcome, 3);
    expect(writtenKeys(outcome)).toEqual(['A', 'C']);
    expect(onlyFailureOf(outcome)).toMatchObject({
      category: 'VALIDATION_ERROR',
      code: 'INVALID_INTEGER',
      message: 'discount was not a valid number',
      property: 'discount',
      value: 'x',
      httpStatus: 400,
      correlationId: 'a43683b0-5717-4ceb-80b4-104d02915d8c',
      retryable: false,
    });
    expect(heard.upserts).toHaveLength(2);
  },
);

itWithSample(
  'rebuilt.400.invalid-option.json',
  'the value in the message tells whose it is',
  async (sample) => {
    hubspotAnswers({ upsert: [sample, allCreated] });
    const outcome = await upsertToHubspot({
      items: [
        { invoice_line_key: 'A', dans_tags: 'Hide' },
        { invoice_line_key: 'B', dans_tags: 'NAM Only' },
        { invoice_line_key: 'C', dans_tags: 'Procurement' },
      ],
      parameters: { options: { unknownFields: 'send' } },
    });
    expectAllAccounted(outcome, 3);
    expect(writtenKeys(outcome)).toEqual(['A', 'C']);
    expect(onlyFailureOf(outcome)).toMatchObject({
      idValue: 'B',
      code: 'INVALID_OPTION',
      property: 'dans_tags',
      value: 'NAM Only',
      httpStatus: 400,
      correlationId: '019fec2f-0000-0000-0000-000000000000',
    });
    expect(onlyFailureOf(outcome).message).toContain('allowed options: [Procurement, Hide]');
  },
);
