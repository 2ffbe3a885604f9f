import { ESLint } from 'eslint';
import { scannerRules } from './rules';

export interface Findings {
  /** How many files were read. */
  files: number;
  errors: number;
  /** What was found, for people; empty where nothing was. */
  report: string;
}

/**
 * Lints files of a folder by n8n's rules: comments that switch rules off do not count, nor does any
 * configuration that lies in the folder.
 */
export async function scan(folder: string, files: string[]): Promise<Findings> {
  const eslint = new ESLint({
    cwd: folder,
    allowInlineConfig: false,
    overrideConfigFile: true,
    overrideConfig: await scannerRules(),
    // ESLint would pass over a `dist` by itself.
    ignore: false,
  });
  const results = await eslint.lintFiles(files);
  const formatter = await eslint.loadFormatter('stylish');
  return {
    files: results.length,
    errors: results.reduce((sum, { errorCount }) => sum + errorCount, 0),
    report: await formatter.format(results, {}),
  };
}
