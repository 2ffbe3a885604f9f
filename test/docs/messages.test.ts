import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { page, ROOT } from './markdown';

/** What a message has where the program puts in something of its own. */
const GAP = '…';

/** Texts of the published code; what a template puts in is a gap. */
function textsOf(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    if (ts.isTemplateExpression(node)) {
      const parts = [node.head, ...node.templateSpans.map(({ literal }) => literal)];
      texts.push(parts.map(({ text }) => text).join(GAP));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
}

const texts = ['nodes', 'credentials']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(ROOT, folder, name)),
  )
  .flatMap(textsOf);

/** Messages that stand alone in the first cell of a row. */
const messages = [...page('docs/troubleshooting.md').text.matchAll(/^\| `([^`]+)` +\|/gm)].map(
  ([, message = '']) => message,
);

it('there are messages to look for', () => {
  expect(messages.length).toBeGreaterThan(15);
});

it.each(messages)('the node has a message for: %s', (message) => {
  const parts = message.split(GAP).filter((part) => part.trim() !== '');
  const has = (text: string) => {
    let from = 0;
    return parts.every((part) => {
      const at = text.indexOf(part, from);
      from = at + part.length;
      return at >= 0;
    });
  };
  expect(texts.filter(has)).not.toEqual([]);
});
