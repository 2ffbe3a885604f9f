import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

interface ChatRequest {
  stream?: boolean;
  tools?: Array<{ function: { name: string; parameters: unknown } }>;
  messages: Array<{ role: string; content: unknown }>;
}

/** A chat model with a script, which speaks OpenAI's protocol on 127.0.0.1. */
export interface ChatModel {
  url: string;
  /** What it was asked, in order. */
  requests: ChatRequest[];
  /** What its tool answered. */
  heard(): string[];
  stop(): Promise<void>;
}

/** The arguments of the model's next call, by what its tool has answered so far; undefined where it is done. */
export type Script = (heard: readonly string[]) => object | undefined;

/** Calls the tool once. */
export function once(toolArguments: object): Script {
  return (heard) => (heard.length === 0 ? toolArguments : undefined);
}

/**
 * Starts a model that calls the tool it is offered as its script says, and then says what the tool
 * answered.
 */
export async function scriptedChatModel(script: Script): Promise<ChatModel> {
  const requests: ChatRequest[] = [];
  const heard = () => {
    const messages = requests.at(-1)?.messages ?? [];
    return messages.filter(({ role }) => role === 'tool').map(({ content }) => textOf(content));
  };
  const server = createServer((incoming, response) => {
    void readJson(incoming).then((request) => {
      requests.push(request);
      const toolArguments = script(heard());
      const message = toolArguments
        ? { role: 'assistant', content: null, tool_calls: [callOf(request, toolArguments)] }
        : { role: 'assistant', content: `The tool said: ${heard().join('\n')}` };
      const reason = toolArguments ? 'tool_calls' : 'stop';
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(completion(message, reason)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    heard,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function callOf({ tools, messages }: ChatRequest, toolArguments: object) {
  const name = tools?.[0]?.function.name ?? 'no tool was offered';
  return {
    id: `call_${messages.length}`,
    type: 'function',
    function: { name, arguments: JSON.stringify(toolArguments) },
  };
}

function completion(message: object, finishReason: string) {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion',
    created: 0,
    model: 'scripted',
    choices: [{ index: 0, message, finish_reason: finishReason }],
    usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
  };
}

function textOf(content: unknown): string {
  return typeof content === 'string' ? content : JSON.stringify(content);
}

async function readJson(incoming: IncomingMessage): Promise<ChatRequest> {
  let text = '';
  for await (const chunk of incoming) text += String(chunk);
  return JSON.parse(text) as ChatRequest;
}
