import { virtualTime } from '../support/enginesVirtualTime';
import { runDemo } from './command';
import { scratchFolder } from './scratchFolder';

virtualTime();

const scratch = scratchFolder();
afterAll(scratch.remove);

it('npm run demo goes on when the rate limit is hit', async () => {
  const { code, stdout } = await runDemo(
    ...['--latency', '0', '--out', scratch.folder, '--limit', '4', '--quiet'],
  );
  expect(code).toBe(0);
  expect(stdout).toMatch(/Written +479 rows/);
});
