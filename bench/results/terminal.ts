import CliTable from 'cli-table3';
import type { createColors } from 'picocolors';
import type { Bound, Section } from '../scenarios/section';

type Colors = ReturnType<typeof createColors>;

/** A scenario's results for the terminal. */
export function sectionText({ title, table, bounds }: Section, colors: Colors): string {
  const drawn = new CliTable({ head: table.head, style: { head: [], border: [], compact: true } });
  drawn.push(...table.rows);
  return ['', colors.bold(title), drawn.toString(), ...bounds.map(boundText(colors)), ''].join(
    '\n',
  );
}

function boundText(colors: Colors) {
  return ({ statement, measured, holds }: Bound): string =>
    `  ${holds ? colors.green('ok     ') : colors.red('MISSED ')} ${statement} ${colors.dim(`(measured: ${measured})`)}`;
}
