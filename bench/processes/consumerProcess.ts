import axios from 'axios';
import { answerQuestions } from './conversation';
import type { Address } from './sandboxProcess';

export type ConsumerQuestion = ({ do: 'start'; perSecond: number } & Address) | { do: 'stop' };
export type ConsumerReply = Record<string, never>;

let stopped = false;
let working: Promise<void> | undefined;

/** Sends small requests at a constant rate, whatever becomes of them. */
async function consume({ baseUrl, serviceKey, perSecond }: Address & { perSecond: number }) {
  const headers = { Authorization: `Bearer ${serviceKey}` };
  const url = `${baseUrl}/account-info/v3/details`;
  const startedAt = performance.now();
  for (let sent = 1; !stopped; sent += 1) {
    axios.get(url, { headers, validateStatus: () => true }).catch(() => undefined);
    const nextAt = startedAt + (sent * 1000) / perSecond;
    await new Promise((wake) => setTimeout(wake, nextAt - performance.now()));
  }
}

answerQuestions<ConsumerQuestion, ConsumerReply>(async (question) => {
  if (question.do === 'start') working = consume(question);
  else {
    stopped = true;
    await working;
  }
  return {};
});
