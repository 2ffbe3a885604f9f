import communityNodes from '@n8n/eslint-plugin-community-nodes';
import nodesBase from 'eslint-plugin-n8n-nodes-base';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Of eslint-plugin-n8n-nodes-base, those that n8n's own check of community packages leaves out. */
const contradicted = {
  // They want the text "main", where @n8n/community-nodes wants NodeConnectionTypes.
  'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
  'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
  // It wants the name of a page in n8n's docs, where community packages give an address.
  'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
};

/** Its list of names for secrets lacks `serviceKey`. */
const misled = { '@n8n/community-nodes/credential-unnecessary-password': 'off' };

/** Folders of the node that take data and give data, at once. */
const synchronous = '{hubspot,model,values,input,prepare,response,decide,output,description}';

const sources = ['nodes/**/*.ts', 'credentials/**/*.ts'];
const published = ['package.json', ...sources, 'dist/**/*.js'];

/** What oxlint has no rules for: what n8n asks of a package, and folders of the node that may not wait. */
export default defineConfig(
  globalIgnores(['dist/', '.stryker-tmp/', 'coverage/', 'reports/', 'demo-output/']),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },

  { files: [...sources, 'package.json'], languageOptions: { parser: tseslint.parser } },

  {
    files: published,
    extends: [communityNodes.configs.recommended],
    rules: { ...misled, 'no-console': 'error' },
  },
  {
    files: [`nodes/*/${synchronous}/**/*.ts`],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: ':matches(AwaitExpression, :function[async=true])',
          message:
            'Only delivery/, existing/, write/, associate/, http/, rateLimit/ and methods/ may wait.',
        },
      ],
    },
  },
  { plugins: { 'n8n-nodes-base': nodesBase } },
  { files: ['package.json'], rules: nodesBase.configs.community.rules },
  { files: ['nodes/**/*.ts'], rules: { ...nodesBase.configs.nodes.rules, ...contradicted } },
  {
    files: ['credentials/**/*.ts'],
    rules: { ...nodesBase.configs.credentials.rules, ...contradicted },
  },
);
