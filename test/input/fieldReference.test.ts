import {
  fieldAt,
  fieldNamedBy,
  NOT_PLAIN,
} from '../../nodes/HubspotBatchUpsert/input/fieldReference';

describe('an expression names a field', () => {
  it.each([
    ['={{ $json.price }}', ['price']],
    ['={{$json.price}}', ['price']],
    ['={{\n  $json.price\n}}', ['price']],
    ['={{ $json._2 }}', ['_2']],
    ['={{ $json["E-mail address"] }}', ['E-mail address']],
    ['={{ $json[\'it said "no"\'] }}', ['it said "no"']],
    ['={{ $json.body.email }}', ['body', 'email']],
    ['={{ $json.body["E-mail"].main }}', ['body', 'E-mail', 'main']],
    ['={{ $json[""] }}', ['']],
    ['={{ $json.lines[0].price }}', ['lines', '0', 'price']],
    ['={{ $json[12] }}', ['12']],
  ])('%j', (expression, path) => {
    expect(fieldNamedBy(expression)).toEqual(path);
  });
});

describe('an expression does more than that, or less:', () => {
  it.each([
    '$json.price',
    '{{ $json.price }}',
    '=$json.price',
    '={{ $json }}',
    '={{ $json.price }} ',
    '= {{ $json.price }}',
    '={{ $json.price }}{{ $json.name }}',
    '={{ $json.price }}: {{ $json.name }}',
    '={{ $json.price + 1 }}',
    '={{ $json.price.toFixed(2) }}',
    '={{ ($json.price) }}',
    '={{ $json?.price }}',
    '={{ $json.body?.price }}',
    '={{ $json.lines[01] }}',
    '={{ $json.lines[-1] }}',
    '={{ $json.lines[] }}',
    '={{ $json.lines[i] }}',
    '={{ $json["a}}b"] }}',
    "={{ $json['a}b'] }}",
    '={{ $json["a\rb"] }}',
    '={{ $json["a\u2028b"] }}',
    '={{ $json["a\\"b"] }}',
    '={{ $json["a"+"b"] }}',
    '={{ $json[`price`] }}',
    '={{ $json. }}',
    '={{ $json.2 }}',
    '={{ $json.größe }}',
    '={{ $jsonp.price }}',
    '={{ $node.json.price }}',
    '={{ $json.price; }}',
    '={{ $json.price // }}',
  ])('%j', (expression) => {
    expect(fieldNamedBy(expression)).toBeUndefined();
  });
});

describe('the value at the field', () => {
  it.each([
    [{ a: 'x' }, ['a'], 'x'],
    [{ a: '' }, ['a'], ''],
    [{ a: 0 }, ['a'], 0],
    [{ a: false }, ['a'], false],
    [{ a: null }, ['a'], null],
    [{ a: undefined }, ['a'], undefined],
    [{}, ['a'], undefined],
    [{ a: { b: 'x' } }, ['a', 'b'], 'x'],
    [{ a: {} }, ['a', 'b'], undefined],
    [{ a: ['x'] }, ['a', '0'], 'x'],
    [{ a: ['x'] }, ['a', '1'], undefined],
  ])('of %j at %j is %p', (json, path, value) => {
    expect(fieldAt(json, path)).toBe(value);
  });

  it.each([
    ['a list', { a: [1] }, ['a']],
    ['an object', { a: {} }, ['a']],
    ['a date', { a: new Date(0) }, ['a']],
    ['a function', { a: () => 1 }, ['a']],
    ['a big number', { a: 1n }, ['a']],
    ['within nothing', {}, ['a', 'b']],
    ['within null', { a: null }, ['a', 'b']],
    ['within a text', { a: 'x' }, ['a', 'length']],
    ['inherited', {}, ['toString']],
    ['of what is inherited', {}, ['toString', 'name']],
    ['within no item', undefined, ['a']],
  ])('is for n8n to tell: %s', (_, json, path) => {
    expect(fieldAt(json, path)).toBe(NOT_PLAIN);
  });
});
