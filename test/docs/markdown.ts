import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const ROOT = resolve(__dirname, '../..');

export interface Page {
  /** Path in the repository. */
  path: string;
  text: string;
}

export interface CodeBlock {
  language: string;
  code: string;
}

/** Every Markdown file of the repository, new ones too. */
export function pages(): Page[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'];
  const paths = execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim().split('\n');
  return paths.map(page);
}

export function page(path: string): Page {
  return { path, text: readFileSync(join(ROOT, path), 'utf8') };
}

const FENCE = /^( *)```(\w*)\n([\s\S]*?)^\1```$/gm;

export function codeBlocks({ text }: Page): CodeBlock[] {
  return [...text.matchAll(FENCE)].map(([, , language = '', code = '']) => ({ language, code }));
}

/** What is read as text, with its links: no code, in blocks or in the line. */
export function prose({ text }: Page): string {
  return text.replaceAll(FENCE, '').replaceAll(/(`+)(?!`).*?[^`]\1(?!`)/g, '');
}

/** Anchors that GitHub gives a page's headings. */
export function anchors({ text }: Page): Set<string> {
  const headings = text.replaceAll(FENCE, '').matchAll(/^#+ (.+)$/gm);
  return new Set([...headings].map(([, heading = '']) => slug(heading)));
}

function slug(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
}

/** Rows of the first table below a heading, cell by cell, without its head. */
export function tableBelow({ text }: Page, heading: string): string[][] {
  const below = text.slice(text.indexOf(`\n${heading}\n`) + heading.length + 2);
  const table = /^\|.*(?:\n\|.*)+/m.exec(below)?.[0] ?? '';
  return table.split('\n').slice(2).map(cells);
}

function cells(row: string): string[] {
  return row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim());
}
