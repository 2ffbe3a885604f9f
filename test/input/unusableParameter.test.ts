import { UnusableParameter } from '../../nodes/HubspotBatchUpsert/input/unusableParameter';

it('says which parameter holds what, and what to set instead', () => {
  const error = new UnusableParameter('batchSize', { a: 1 }, 'Set a number');
  expect(error).toBeInstanceOf(Error);
  expect(error).toMatchObject({
    name: 'UnusableParameter',
    message: 'The option Batch Size (batchSize) cannot be "{"a":1}"',
    parameter: 'batchSize',
    advice: 'Set a number',
  });
});
