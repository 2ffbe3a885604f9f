import type { IDataObject } from 'n8n-workflow';
import { expectAllAccounted, failuresOf, onlyFailureOf, writtenOf } from '../../support/accounted';
import {
  complete,
  found,
  hubspotAnswers,
  ok,
  upsertToHubspot,
  type Reply,
  type SentInput,
} from '../../support/answers';
import { sandboxForTest, UPSERT } from '../../support/sandbox';
import { CONTACTS_BY_EMAIL } from '../../support/target';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

/** A result that tells nobody whose it is, but for values that all records have in common. */
const anonymous = ({ id, properties }: SentInput, more: object = {}) => ({
  id: `9${id}`,
  properties,
  new: true,
  ...more,
});
const partly = (results: unknown[], ...messages: string[]): Reply => ({
  status: 207,
  body: {
    status: 'COMPLETE',
    results,
    errors: messages.map((message) => ({ category: 'VALIDATION_ERROR', message })),
  },
});

/** Contacts a@, b@, c@ with equal values, against one answer and what a read-back brings. */
async function contacts(upsert: (inputs: SentInput[]) => Reply, read: Reply) {
  const items: IDataObject[] = ['a', 'b', 'c'].map((name) => ({
    email: `${name}@x.example`,
    firstname: 'Same',
  }));
  const properties = ok({ results: [{ name: 'email' }, { name: 'firstname' }] });
  const heard = hubspotAnswers({ upsert: [upsert], read: [read], properties });
  const outcome = await upsertToHubspot({ items, parameters: CONTACTS_BY_EMAIL });
  expectAllAccounted(outcome, items.length);
  return { heard, outcome };
}

const FORBIDDEN = { status: 403, body: { message: 'no' } };
/** What a read-back finds where b@ was refused. */
const WITHOUT_B = found(
  ['a', 'c'].map((name) => ({ email: `${name}@x.example`, firstname: 'Same' })),
);

describe('results that name nobody beside an error that names nobody', () => {
  const answer = ([a, , c]: SentInput[]) => partly([anonymous(c!), anonymous(a!)], 'Too odd');

  it('call nobody refused where nobody knows whose the results are', async () => {
    const { outcome } = await contacts(answer, FORBIDDEN);
    expect(outcome.success).toEqual([]);
    for (const failure of failuresOf(outcome)) {
      expect(failure).toMatchObject({
        category: 'NO_OUTCOME',
        retryable: true,
        message: expect.stringContaining('Too odd') as string,
      });
    }
  });

  it('refuse who is left once a read-back has told', async () => {
    const store = complete([
      { id: '9a@x.example', properties: { email: 'a@x.example', firstname: 'Same' } },
      { id: '9c@x.example', properties: { email: 'c@x.example', firstname: 'Same' } },
    ]);
    const { outcome } = await contacts(answer, store);
    expect(writtenOf(outcome)).toMatchObject([
      { idValue: 'a@x.example', outcome: 'created' },
      { idValue: 'c@x.example', outcome: 'created' },
    ]);
    expect(onlyFailureOf(outcome)).toMatchObject({
      idValue: 'b@x.example',
      category: 'VALIDATION_ERROR',
      message: 'Too odd',
    });
  });
});

it('a record that an error quotes is not refused where a result may be its own', async () => {
  const { outcome } = await contacts(
    ([a, , c]) => partly([anonymous(c!), anonymous(a!)], 'Too near to "a@x.example"'),
    WITHOUT_B,
  );
  expect(writtenOf(outcome).map(({ idValue }) => idValue)).toEqual(['a@x.example', 'c@x.example']);
  expect(onlyFailureOf(outcome)).toMatchObject({ idValue: 'b@x.example' });
});

it.each([null, ''])('a trace id that is %j is none, and the counts tell', async (traceId) => {
  const { outcome } = await contacts(
    (inputs) => complete(inputs.map((i) => anonymous(i, { objectWriteTraceId: traceId }))),
    FORBIDDEN,
  );
  expect(writtenOf(outcome).map((written) => written.outcome)).toEqual(Array(3).fill('created'));
});

it('record ids that are numbers in one answer and text in the other are the same', async () => {
  const numbered = (name: string) => name.charCodeAt(0);
  const { outcome } = await contacts(
    (inputs) => complete(inputs.map((i) => anonymous(i, { id: numbered(i.id) }))),
    complete(
      ['a', 'b', 'c'].map((name) => ({
        id: String(numbered(name)),
        properties: { email: `${name}@x.example` },
      })),
    ),
  );
  expect(writtenOf(outcome)).toMatchObject([
    { outcome: 'created', id: '97' },
    { outcome: 'created', id: '98' },
    { outcome: 'created', id: '99' },
  ]);
});

it('an error that comes with 200 is told in its own words', async () => {
  const message = 'Your plan is over';
  hubspotAnswers({ upsert: [ok({ status: 'error', category: 'VALIDATION_ERROR', message })] });
  const outcome = await upsertToHubspot({ items: lineItems(2) });
  expectAllAccounted(outcome, 2);
  for (const failure of failuresOf(outcome)) {
    expect(failure.message).toContain(message);
    expect(failure.message).not.toMatch(/complete/);
  }
});

it('an error that names three records and speaks of two refuses the third as well', async () => {
  const answer = (inputs: SentInput[]): Reply => {
    const context = (...writes: SentInput[]) => ({
      context: { objectWriteTraceId: writes.map((write) => write.objectWriteTraceId) },
    });
    const errors = inputs
      .slice(0, 2)
      .map((input) => ({ message: `${input.id} is odd`, ...context(input) }));
    const error = { category: 'VALIDATION_ERROR', message: 'Odd', ...context(...inputs), errors };
    return { status: 207, body: { status: 'COMPLETE', results: [], errors: [error] } };
  };
  const heard = hubspotAnswers({ upsert: [answer] });
  const outcome = await upsertToHubspot({ items: lineItems(3) });
  expectAllAccounted(outcome, 3);
  expect(failuresOf(outcome).map(({ message }) => message)).toEqual([
    'K-0 is odd',
    'K-1 is odd',
    'Odd',
  ]);
  expect(heard.reads).toEqual([]);
});

it('what a detail says of one record is not said of another that the error names', async () => {
  const answer = ([a, b]: SentInput[]): Reply => {
    const named = (...writes: SentInput[]) => writes.map((write) => write.objectWriteTraceId);
    const detail = {
      message: 'Too much',
      context: { propertyName: ['price'], objectWriteTraceId: named(a!) },
    };
    const error = {
      category: 'VALIDATION_ERROR',
      message: 'Odd',
      context: { objectWriteTraceId: named(a!, b!) },
      errors: [detail],
    };
    return { status: 207, body: { status: 'COMPLETE', results: [], errors: [error] } };
  };
  hubspotAnswers({ upsert: [answer] });
  const outcome = await upsertToHubspot({ items: lineItems(2) });
  expectAllAccounted(outcome, 2);
  expect(failuresOf(outcome)).toMatchObject([
    { property: 'price', message: 'price: Too much' },
    { property: null, message: 'Odd' },
  ]);
});

it('a contact’s result that shows the address of another one is not believed, whatever its trace id says', async () => {
  const sandbox = await sandboxForTest({ keyInResults: 'always' });
  sandbox.faults.add({ match: { path: UPSERT }, do: { kind: 'swapTraceIds' } });
  const items = ['a', 'b', 'c'].map((name) => ({ email: `${name}@x.example`, firstname: name }));
  const outcome = await upsert({
    items,
    credential: serviceKeyOf(sandbox),
    parameters: CONTACTS_BY_EMAIL,
  });
  expectAllAccounted(outcome, 3);
  const stored = new Map(
    sandbox.store.records('contacts').map(({ id, properties }) => [properties.email, id]),
  );
  expect(writtenOf(outcome).map(({ idValue, id }) => [idValue, id])).toEqual(
    items.map(({ email }) => [email, stored.get(email)]),
  );
});

it('two addresses of one contact are no contradiction', async () => {
  const sandbox = await sandboxForTest({ keyInResults: 'always' });
  const contact = sandbox.store.put('contacts', { email: 'new@x.example' });
  sandbox.store.addEmail(contact, 'old@x.example');
  const outcome = await upsert({
    items: [
      { email: 'old@x.example', firstname: 'A' },
      { email: 'new@x.example', lastname: 'B' },
    ],
    credential: serviceKeyOf(sandbox),
    parameters: CONTACTS_BY_EMAIL,
  });
  expectAllAccounted(outcome, 2);
  const updated = { outcome: 'updated', id: contact };
  expect(writtenOf(outcome)).toMatchObject([updated, updated]);
  expect(sandbox.log.of('read')).toEqual([]);
});
