import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { anchors, page, pages, prose, ROOT, type Page } from './markdown';

interface Link {
  from: string;
  to: string;
}

const all = pages();

/** Links and pictures, in Markdown and in HTML. */
const linksOf = (given: Page): Link[] =>
  [...prose(given).matchAll(/\]\(([^)\s]+)\)|(?:src|srcset|href)="([^"]+)"/g)].map(
    ([, link, source]) => ({ from: given.path, to: (link ?? source)! }),
  );

const inside = all.flatMap(linksOf).filter(({ to }) => !/^[a-z]+:/.test(to));

const fileOf = ({ from, to }: Link) => {
  const [path] = to.split('#');
  return path === '' ? from : join(dirname(from), path!);
};

it('there are links to follow', () => {
  expect(inside.length).toBeGreaterThan(100);
});

it('every link inside the repository leads to a file', () => {
  expect(inside.filter((link) => !existsSync(join(ROOT, fileOf(link))))).toEqual([]);
});

it('every link to a heading leads to one', () => {
  const broken = inside.filter((link) => {
    const anchor = link.to.split('#')[1];
    return anchor !== undefined && !anchors(page(fileOf(link))).has(anchor);
  });
  expect(broken).toEqual([]);
});

it('every page of docs/ is reached from README', () => {
  const reached = new Set(['README.md']);
  for (const path of reached) {
    const links = inside.filter(({ from }) => from === path).map(fileOf);
    for (const file of links) if (file.endsWith('.md')) reached.add(file);
  }
  const docs = all.map(({ path }) => path).filter((path) => path.startsWith('docs/'));
  expect(docs.filter((path) => !reached.has(path))).toEqual([]);
});
