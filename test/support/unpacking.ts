import zlib, { type ZlibOptions } from 'node:zlib';

/** Watches answers being unpacked, which is done by threads that no list of Node's shows. */
export function watchUnpacking() {
  const createUnzip = zlib.createUnzip;
  const replace = (value: typeof createUnzip) =>
    Object.defineProperty(zlib, 'createUnzip', { configurable: true, enumerable: true, value });
  let underWay = 0;
  replace((options?: ZlibOptions) => {
    underWay += 1;
    return createUnzip(options).once('close', () => (underWay -= 1));
  });
  return { isUnderWay: () => underWay > 0, end: () => void replace(createUnzip) };
}
