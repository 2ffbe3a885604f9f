import { columns, list, serviceKey } from './editor';
import { sandboxForTest } from '../support/sandbox';

const objectType = '2-9999';

it('an object type ID of another account is told as one in the mapping', async () => {
  const sandbox = await sandboxForTest();
  const { fields, emptyFieldsNotice } = await columns({ sandbox, objectType });
  expect(fields).toEqual([]);
  expect(emptyFieldsNotice).toContain('HubSpot has no object type "2-9999"');
});

it('and in the list of ID properties, which does not ask to try again', async () => {
  const sandbox = await sandboxForTest();
  const failed = await list('searchIdProperties', { sandbox, objectType }).catch(
    (error: unknown) => error,
  );
  expect(failed).toMatchObject({
    description: expect.stringContaining('HubSpot has no object type "2-9999"') as unknown,
  });
  expect(failed).not.toMatchObject({ description: expect.stringMatching(/again/) as unknown });
});

it('a certificate that is not trusted is told with what to do', async () => {
  const sandbox = await sandboxForTest({ tls: 'selfSigned' });
  const credential = serviceKey({ sandbox });
  const { emptyFieldsNotice } = await columns({ sandbox, credential });
  expect(emptyFieldsNotice).toContain('NODE_EXTRA_CA_CERTS');
});
