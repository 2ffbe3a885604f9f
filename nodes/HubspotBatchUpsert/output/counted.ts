/** A number as people write it, e.g. 12,300. */
export function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

/** So many of something, e.g. "1 item", "12,300 items". */
export function counted(count: number, one: string, several: string): string {
  return `${grouped(count)} ${count === 1 ? one : several}`;
}
