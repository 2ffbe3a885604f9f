import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { loadOutputSchema, PackageDirectoryLoader } from 'n8n-core';
import { packAndInstall, type Packed } from './pack';

const MINUTE = 60_000;

describe('the packed package', () => {
  let packed: Packed;
  beforeAll(() => {
    packed = packAndInstall();
  }, 2 * MINUTE);

  it('holds what is built and its papers, nothing else', () => {
    const beside = packed.files.filter((file) => !file.startsWith('dist/'));
    const papers = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'];
    expect(papers).toEqual(expect.arrayContaining(beside));
    expect(beside).toEqual(expect.arrayContaining(['LICENSE', 'package.json']));
    const built = packed.files.filter((file) => file.startsWith('dist/'));
    expect(built.filter((file) => !/^dist\/(nodes\/|credentials\/|index\.js$)/.test(file))).toEqual(
      [],
    );
    expect(built.filter((file) => /\.map$|\.test\./.test(file))).toEqual([]);
  });

  it('exports the built classes', () => {
    const script = `console.log(Object.entries(require(${JSON.stringify(packed.installed)})).map(([name, type]) => name + ' ' + (new type().name ?? new type().description.name)).join())`;
    expect(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim()).toBe(
      'HubspotBatchUpsert hubspotBatchUpsert,HubspotBatchOAuth2Api hubspotBatchOAuth2Api,HubspotBatchServiceKeyApi hubspotBatchServiceKeyApi',
    );
  });

  it('needs nothing at run time', () => {
    const manifest = JSON.parse(readFileSync(join(packed.installed, 'package.json'), 'utf8')) as {
      dependencies?: object;
      peerDependencies?: object;
    };
    expect(manifest.dependencies).toBeUndefined();
    expect(manifest.peerDependencies).toEqual({ 'n8n-workflow': '*' });
  });

  it.each([undefined, 'upsert', 'create', 'update'])(
    'tells n8n what items look like before the first run: operation %s',
    (operation) => {
      const nodeDir = join(packed.installed, 'dist/nodes/HubspotBatchUpsert');
      const schema = loadOutputSchema({ nodeDir, version: 1, operation });
      expect(Object.keys(schema?.properties ?? {})).toEqual(['hubspot', 'hubspotError']);
    },
  );

  it("is loaded by n8n's own loader, with codex and icons", async () => {
    const loader = new PackageDirectoryLoader(packed.installed);
    await loader.loadAll();
    expect(Object.keys(loader.nodeTypes)).toEqual(['hubspotBatchUpsert']);
    expect(Object.keys(loader.credentialTypes)).toEqual([
      'hubspotBatchOAuth2Api',
      'hubspotBatchServiceKeyApi',
    ]);
    const node = loader.types.nodes.find(({ name }) => name === 'hubspotBatchUpsert');
    expect(node?.codex?.categories).toEqual(['Sales', 'Marketing & Content']);
    for (const type of [node, ...loader.types.credentials]) {
      for (const url of Object.values(type?.iconUrl ?? {})) {
        const file = join(dirname(packed.installed), String(url).replace(/^icons\//, ''));
        expect(existsSync(file)).toBe(true);
      }
      expect(Object.keys(type?.iconUrl ?? {})).toEqual(['light', 'dark']);
    }
  });
});
