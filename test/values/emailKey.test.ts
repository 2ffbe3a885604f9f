import { Invalid } from '../../nodes/HubspotBatchUpsert/values/conversion';
import { toEmailKey } from '../../nodes/HubspotBatchUpsert/values/emailKey';

it.each(['ada@example.com', 'größe@bücher.example', "o'neil+tag@example.co.uk", 'a@b'])(
  '%s is an address as far as the node can tell',
  (text) => {
    expect(toEmailKey(text)).toBe(text);
  },
);

it.each([
  ['nobody', 'is not an e-mail address, because it has no @'],
  ['example.com', 'is not an e-mail address, because it has no @'],
  ['ada lovelace@example.com', 'is not an e-mail address, because it has blanks inside'],
  ['ada@\u00a0example.com', 'is not an e-mail address, because it has blanks inside'],
  ['Ada <ada@example.com>', 'is not an e-mail address, because it has blanks inside'],
  ['ada@example.com;bob@example.com', 'is not one e-mail address, because it has more than one @'],
  ['ada@', 'is not an e-mail address, because nothing stands behind the @'],
  ['@example.com', 'is not an e-mail address, because nothing stands before the @'],
  ['ada@example.com;', 'is not an e-mail address, because it holds ;'],
  ['<ada@example.com>', 'is not an e-mail address, because it holds <'],
  ['mailto:ada@example.com', 'is not an e-mail address, because it holds :'],
  ['ada@example.com, bob@example.com', 'is not one e-mail address, because it has more than one @'],
])('%j is refused', (text, reason) => {
  const refused = toEmailKey(text);
  expect(refused).toBeInstanceOf(Invalid);
  expect(refused).toHaveProperty(
    'reason',
    expect.stringContaining(`${reason}: write one address alone, such as ada@example.com`),
  );
});
