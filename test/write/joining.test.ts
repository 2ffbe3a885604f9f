import { joiningOf, namesOf } from '../../nodes/HubspotBatchUpsert/write/joining';
import type { RecordWrite } from '../../nodes/HubspotBatchUpsert/model/record';
import { Target } from '../../nodes/HubspotBatchUpsert/model/target';
import { delivering, lineItems } from '../support/delivering';
import { writeOf } from '../support/write';

const target = lineItems();

function joining(writes: RecordWrite[], batchSize = 100) {
  const { context } = delivering({}, { settings: { batchSize } });
  return joiningOf({ target, members: writes }, context);
}

const write = (id: string, properties = {}, more: Partial<RecordWrite> = {}) =>
  writeOf(id, properties, { target, ...more });

it('two spellings of a key are the same record', () => {
  const [one, other] = [joining([write('a-1')]), joining([write('A-1 ')])];
  expect(one.records).toEqual(other.records);
  expect(joining([write('B')]).records).not.toEqual(one.records);
});

it('a record that is given a new key is the one under either', () => {
  const renamed = joining([write('old', { sku: 'new' })]).records;
  expect(renamed).toEqual([...joining([write('old')]).records, ...joining([write('new')]).records]);
});

it('records that are read before they are written have had their turn by then', () => {
  const { context } = delivering({}, { settings: { existingValues: 'keep' } });
  expect(joiningOf({ target, members: [write('A')] }, context).records).toEqual([]);
});

it('what a search takes for the same is the same record', () => {
  const companies = new Target('companies', 'domain', undefined, 'search');
  const [www, bare, other] = ['www.Acme.com', 'acme.com', 'acme.de'].map((id) =>
    namesOf([write(id)], companies),
  );
  expect(www).toEqual(bare);
  expect(other).not.toEqual(bare);
});

it('a request holds no more than the user allows, or HubSpot', () => {
  expect(joining([write('A')], 3).mostAtOnce).toBe(3);
  expect(joining([write('A')]).mostAtOnce).toBe(100);
});

it.each<[string, Partial<RecordWrite>, boolean]>([
  ['has never been sent', {}, true],
  ['was lost on its way', { mayBeWritten: true }, false],
  ['is sent without what HubSpot refused', { isWithoutRefused: true }, false],
  ['was found otherwise than was thought', { contradictions: [] }, false],
])('one that %s travels with others: %p', (_, more, mayJoin) => {
  expect(joining([write('A'), write('B', {}, more)]).mayJoin).toBe(mayJoin);
});
