import type { Linter } from 'eslint';

/** What n8n's scanner lints in the sources that the provenance names: what n8n will run, as it was written. */
export const SOURCES = ['package.json', '{nodes,credentials}/**/*.{js,ts,json}'];

/** What it lints in the tarball. */
export const PACKED = ['package.json', '**/*.js'];

/** Of eslint-plugin-n8n-nodes-base, those that the scanner leaves out. */
const LEFT_OUT = {
  'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
  'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
  'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
  'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
  'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
} as const;

/**
 * The rules of @n8n/scan-community-package 0.32. They know nothing of this project's own configuration,
 * which could switch off what n8n insists on.
 */
export async function scannerRules(): Promise<Linter.Config[]> {
  const { n8nCommunityNodesPlugin: community } = await import('@n8n/eslint-plugin-community-nodes');
  const { default: base } = await import('eslint-plugin-n8n-nodes-base');
  const { parser } = await import('typescript-eslint');
  const { configs } = base;
  return [
    community.configs.recommended,
    { rules: { 'no-console': 'error' } },
    { plugins: { 'n8n-nodes-base': base } },
    { files: ['package.json'], rules: configs.community.rules },
    { files: ['**/credentials/**/*.ts'], rules: { ...configs.credentials.rules, ...LEFT_OUT } },
    { files: ['**/nodes/**/*.ts'], rules: { ...configs.nodes.rules, ...LEFT_OUT } },
    {
      files: ['**/*.json', '**/*.ts'],
      languageOptions: { parser: parser as Linter.Parser },
    },
  ];
}
