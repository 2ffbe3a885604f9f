import { isatty } from 'node:tty';
import { runProgram } from './program';

const isTerminal = isatty(process.stdout.fd);

const output = {
  print: (line: string) => process.stdout.write(`${line}\n`),
  complain: (line: string) => process.stderr.write(`${line}\n`),
  isTerminal,
  hasColors: isTerminal && !process.env.NO_COLOR,
};

void runProgram(process.argv.slice(2), output, () => import('./demonstrate.js')).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
);
