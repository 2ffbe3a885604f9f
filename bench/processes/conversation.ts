import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A process of the bench, asked one question at a time. */
export interface Helper<Question, Reply> {
  /** @throws Error where the process failed at it, or ended. */
  ask(question: Question): Promise<Reply>;
  /** Ends it; fulfilled when all that it wrote has been heard. */
  stop(): Promise<void>;
}

type Envelope<Reply> = { reply: Reply } | { fault: string };

interface Start {
  /** Further options of the Node process, e.g. `--expose-gc`. */
  nodeOptions?: string[];
  /** Given what the process writes to its standard output. */
  listen?: (text: string) => void;
}

/**
 * Starts a process, so that its work does not disturb the node's.
 *
 * @param file Its program, in this folder, without extension.
 */
export function startHelper<Question extends object, Reply>(
  file: string,
  { nodeOptions = [], listen }: Start = {},
): Helper<Question, Reply> {
  const child = fork(join(__dirname, `${file}.ts`), {
    execArgv: ['--import', 'tsx', ...nodeOptions],
    stdio: ['ignore', listen ? 'pipe' : 'inherit', 'inherit', 'ipc'],
  });
  child.stdout?.setEncoding('utf8').on('data', (text: string) => listen?.(text));
  // Not the event "close", which does not come where the parent has let go of the channel.
  const closed = Promise.all([
    once(child, 'exit'),
    ...(child.stdout ? [once(child.stdout, 'close')] : []),
  ]);
  const ask = async (question: Question): Promise<Reply> =>
    await new Promise((resolve, reject) => {
      const ended = (code: number | null) => reject(new Error(`${file} ended with code ${code}`));
      child.once('exit', ended);
      child.once('message', (envelope: Envelope<Reply>) => {
        child.off('exit', ended);
        if ('reply' in envelope) resolve(envelope.reply);
        else reject(new Error(`${file}: ${envelope.fault}`));
      });
      child.send(question);
    });
  return {
    ask,
    stop: async () => {
      if (child.connected) child.disconnect();
      await closed;
    },
  };
}

/** The other end: answers questions until the bench lets go of the process, or ends itself. */
export function answerQuestions<Question, Reply>(
  answer: (question: Question) => Promise<Reply>,
): void {
  process.on('message', (question: Question) => {
    void answer(question)
      .then(
        (reply): Envelope<Reply> => ({ reply }),
        (error: unknown): Envelope<Reply> => ({
          fault: error instanceof Error ? (error.stack ?? error.message) : String(error),
        }),
      )
      .then((envelope) => process.send?.(envelope));
  });
  process.once('disconnect', () => process.exit());
}
