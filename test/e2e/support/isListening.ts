import { connect } from 'node:net';

/** True where something takes connections on a port of 127.0.0.1; to be asked with `eventually`. */
export function isListening(port: number): Promise<true | undefined> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(undefined));
  });
}
