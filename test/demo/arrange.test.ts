import { arrange } from '../../sandbox/demo/arrange';
import { readCommandLine, type Request } from '../../sandbox/demo/commandLine';
import { parseSheet } from '../../sandbox/demo/csvFile';
import { Crm } from '../../sandbox/hubspot/crm/crm';

const arranged = (csv: string, ...args: string[]) =>
  arrange(parseSheet(csv, ','), readCommandLine(args) as Request, new Crm());

const sheet = 'invoice_line_key,name,Qty\n1,one,2\n2,two,3\n';

describe('bringing a file and an account together', () => {
  it('takes columns by the names of properties, and leaves the others to be ignored', () => {
    const { items, created, ignored } = arranged(sheet);
    expect(items[0]?.json).toEqual({ invoice_line_key: '1', name: 'one', Qty: '2' });
    expect([created, ignored]).toEqual([[], ['Qty']]);
  });

  it('lets a mapped column stand for the one of the property\u2019s own name', () => {
    const { items } = arranged(sheet, '--map', 'Qty=name');
    expect(items[0]?.json).toEqual({ invoice_line_key: '1', name: '2' });
  });

  it('makes properties that are missing, with a type that every row fits', () => {
    const { created } = arranged(
      'invoice_line_key,a,b,c,d\n1,"1.000,5",2,1/2/2025,\n2,3,two,3/4/2025,\n',
      ...['--decimal-comma', '--date', 'c=D/M/YYYY'],
      ...['a=size', 'b=wish', 'c=day', 'd=void'].flatMap((map) => ['--map', map]),
    );
    expect(created).toEqual(['size (number)', 'wish (string)', 'day (date)', 'void (string)']);
  });

  it('spoils the same share of the rows every time', () => {
    const rows = Array.from({ length: 40 }, (_, row) => `${row},name`).join('\n');
    const spoil = () => arranged(`invoice_line_key,name\n${rows}\n`, '--bad', '10');
    const { spoiled, sheet: changed } = spoil();
    expect(spoiled.size).toBe(4);
    for (const [row, { cells, valueFor }] of spoiled) {
      for (const cell of cells) expect(changed.rows[row]?.cells[cell]).toBe(valueFor(row));
    }
    expect([...spoil().spoiled.keys()]).toEqual([...spoiled.keys()]);
  });

  it('spoils some rows so that only HubSpot can tell, with values that other records own', () => {
    const rows = Array.from({ length: 40 }, (_, row) => `${row},name`).join('\n');
    const { spoiled, items, before } = arranged(
      `invoice_line_key,name\n${rows}\n`,
      ...['--bad', '100'],
    );
    const unseen = [...spoiled].filter(([, { refusedBy }]) => refusedBy === 'hubspot');
    expect(new Set(unseen.map(([, { property }]) => property))).toEqual(
      new Set(['serial_number', 'hubspot_owner_id']),
    );
    const taken = items.map(({ json }) => json.serial_number).filter(Boolean);
    expect(before.map(({ properties }) => properties.serial_number)).toEqual(taken);
  });

  it.each([
    ['an object type', ['--object-type', 'unicorns'], 'HubSpot has no such object type'],
    ['a mapped column', ['--map', 'Quantity=quantity'], 'no column "Quantity"; it has "invoice_'],
    ['an id column', ['--id', 'Key'], '--id: the file has no column "Key"'],
    ['a template column', ['--id-template', '{A}'], '--id-template: the file has no column "A"'],
    ['an id', ['--id-property', 'other_key'], 'no column is other_key: name the column'],
    ['a property name', ['--map', 'Qty=Number of'], 'internal property names are lower case'],
    [
      'a name for the id',
      ['--id-property', 'Invoice Key', '--id', 'Qty'],
      "'Invoice Key': internal",
    ],
    ['a unique property', ['--id-property', 'name'], 'unique are: invoice_line_key'],
  ])('is refused when there is no such %s', (_, args, message) => {
    expect(() => arranged(sheet, ...args)).toThrow(message);
  });
});
