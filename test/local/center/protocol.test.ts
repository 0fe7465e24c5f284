/** docs/fusion-center.md says what is: its vector, its examples, its list of codes. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Webhook } from 'standardwebhooks';
import { channelAnswer, answerStatuses } from '../../../cloudfunctions/contract/answer';
import { readNinjs } from '../../../local/center/receive/ninjs';
import { statusOf } from '../../../local/center/refusal';
import { verify } from '../../../local/center/signature';

const text = readFileSync(path.resolve(__dirname, '../../../docs/fusion-center.md'), 'utf8');
const examples = [...text.matchAll(/```json\n([\s\S]*?)```/g)].map(
  ([, json = '']) => JSON.parse(json) as Record<string, unknown>,
);
const value = (name: string) => new RegExp(`^${name} +(\\S+)$`, 'm').exec(text)?.[1] ?? '';

test('the vector is what the library computes and the center verifies', () => {
  const [secret, id, timestamp] = [value('密钥'), value('编号'), value('时间戳')];
  const at = Number(timestamp) * 1000;
  for (const [body, signature] of [
    [value('正文'), value('签名')],
    ['', value('正文为空时')],
  ] as const) {
    expect(new Webhook(secret).sign(id, new Date(at), body)).toBe(signature);
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,AAAA ${signature}`,
    };
    expect(verify({ headers, body, now: at }, [secret])).toEqual({ ok: true, id });
  }
  expect(text).toContain(Buffer.from(secret.slice(6), 'base64').toString('hex'));
});

test('the center takes every story of the examples', () => {
  const stories = examples.filter((example) => 'headlines' in example);
  expect(stories.map((story) => readNinjs(JSON.stringify(story)).story.pubStatus)).toEqual([
    'usable',
    'canceled',
  ]);
});

test('the sender takes every answer of the examples', () => {
  const answers = examples.filter((example) => 'kind' in example);
  expect(answers.map((answer) => channelAnswer.parse(answer).kind)).toEqual([
    ...['received', 'published', 'rejected', 'metrics'],
  ]);
});

test('every code of both sides stands in it', () => {
  const codes = [...Object.keys(statusOf), ...Object.keys(answerStatuses)];
  const unsaid = ['unknown_message', 'method_wrong', 'changed_meanwhile'];
  expect(codes.filter((code) => !text.includes(`\`${code}\``)).sort()).toEqual(unsaid.sort());
});
