import {
  CANCELLED,
  internalFault,
  setUpFault,
  UNACCOUNTED,
} from '../../nodes/HubspotBatchUpsert/model/fault';

it.each([[new Error('boom')], ['boom']])('a fault of the node itself is told: %p', (error) => {
  expect(internalFault(error)).toEqual({
    scope: 'run',
    title: 'The node stopped because of a fault of its own (boom)',
    advice: 'Please report it; the items can be run again.',
    retryable: true,
    throws: true,
  });
});

describe('a run that cannot begin', () => {
  const GENERAL = 'Check the parameters and the credential of the node.';
  const error = (advice: unknown) => Object.assign(new Error('No object type'), { advice });

  it('says why, and what the error advises', () => {
    expect(setUpFault(error('Choose one'))).toEqual({
      scope: 'run',
      title: 'No object type',
      advice: 'Choose one.',
      retryable: false,
      throws: true,
    });
  });

  it.each([
    ['an error without advice', new Error('No object type'), 'No object type'],
    ['an error whose advice is no text', error(5), 'No object type'],
    ['a text', 'No object type', 'No object type'],
    ['what is no error', { advice: 'Trust me' }, '[object Object]'],
    ['nothing', undefined, 'undefined'],
  ])('advises in general for %s', (_, thrown, title) => {
    expect(setUpFault(thrown)).toMatchObject({ title, advice: GENERAL });
  });
});

it.each([
  ['an item that the node forgot', UNACCOUNTED, /lost track of the item/, /report it/],
  ['an execution that was cancelled', CANCELLED, /was cancelled/, /Run the item again/],
])('%s can be run again', (_, { title, advice, ...rest }, says, advises) => {
  expect(title).toMatch(says);
  expect(advice).toMatch(advises);
  expect(rest).toEqual({ scope: 'run', retryable: true, throws: false });
});
