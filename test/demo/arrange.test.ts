import { arrange } from '../../sandbox/demo/arrange';
import { readCommandLine, type Request } from '../../sandbox/demo/commandLine';
import { parseCsv } from '../../sandbox/demo/file/csv';
import { Crm } from '../../sandbox/hubspot/crm/crm';

const arranged = (csv: string, ...args: string[]) =>
  arrange(
    parseCsv(csv, { delimiter: ',', headerLine: 1 }).sheet,
    readCommandLine(args) as Request,
    new Crm(),
  );

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

  it('knows columns by their labels, and the key among them', () => {
    const { items, cells, matched, ignored } = arranged(
      'E-Mail,First Name,Last-name,lastname,Shoe size\nada@example.com,Ada,B.,Byron,38\n',
      ...['--object-type', 'contacts'],
    );
    expect(items[0]?.json).toEqual({
      ...{ 'E-Mail': 'ada@example.com', 'First Name': 'Ada' },
      ...{ 'Last-name': 'B.', lastname: 'Byron', 'Shoe size': '38' },
    });
    expect(cells[0]).toMatchObject({
      email: 'ada@example.com',
      firstname: 'Ada',
      lastname: 'Byron',
    });
    expect(matched.map(({ property }) => property)).toEqual(['email', 'firstname']);
    expect(ignored).toEqual(['Last-name', 'Shoe size']);
  });

  it('makes properties that are missing, with a type that every row fits', () => {
    const { created } = arranged(
      'invoice_line_key,a,b,c,d,e,f,g\n1,"1.000,5",2,31/12/2023,,00123,true,1/2/2025 8:26\n2,3,two,3/4/2025,,4,false,3/4/2025\n',
      ...['--date-order', 'dayFirst'],
      ...['a=size', 'b=wish', 'c=day', 'd=void', 'e=zip_code', 'f=is_open', 'g=seen_at'].flatMap(
        (map) => ['--map', map],
      ),
    );
    expect(created.map(({ name, type }) => `${name} ${type}`)).toEqual([
      ...['size number', 'wish string', 'day date', 'void string'],
      ...['zip_code string', 'is_open bool', 'seen_at datetime'],
    ]);
  });

  it('tells what a column would be by another choice', () => {
    const { created } = arranged(
      'invoice_line_key,a,b\n1,3/4/2025,"1,500"\n2,4/5/2025,"2,250"\n',
      ...['--map', 'a=day', '--map', 'b=size'],
    );
    expect(created).toEqual([
      {
        ...{ name: 'day', type: 'string' },
        otherwise: 'date with --date-order dayFirst or monthFirst',
      },
      {
        ...{ name: 'size', type: 'string' },
        otherwise: 'number with --number-format point or comma',
      },
    ]);
  });

  it('makes a deal for each key in a column, but leaves out the second one', () => {
    const store = new Crm();
    const { circumstances, ignored } = arrange(
      parseCsv('invoice_line_key,Order\n1,A\n2,B; C\n3,A\n4,\n', {
        ...{ delimiter: ',', headerLine: 1 },
      }).sheet,
      readCommandLine(['--deal', 'Order']) as Request,
      store,
    );
    expect(store.records('deals').map(({ properties }) => properties.deal_key)).toEqual(['A', 'C']);
    expect(circumstances.deals).toMatchObject({ field: 'Order', made: 2, missing: 'B' });
    expect(ignored).toEqual([]);
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
    ['a column of deals', ['--deal', 'Order'], '--deal: the file has no column "Order"'],
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
