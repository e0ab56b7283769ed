import { randomBytes } from 'node:crypto';
import { l10n } from 'vscode';
import { isObject, own, type Json } from '../../player/json';
import { throwIfCancelled } from '../../platform/cancellation';
import { translate } from '../../platform/translate';
import type { Asked, EndpointClient, Payload, Spoilt, Target } from './client';

/** What one request showed. */
export interface Finding {
  readonly title: string;
  /** What was sent. */
  readonly sent: string;
  readonly expected: string;
  readonly came: string;
  readonly milliseconds: number;
  readonly grade: 'right' | 'doubtful' | 'wrong';
  /** What it means and what to do. */
  readonly meaning: string;
}

/** What of the flow goes into requests that belong to no person. */
export interface About {
  readonly version: string;
  readonly screen?: string;
}

interface Check {
  readonly title: string;
  readonly sent: string;
  readonly expected: string;
  readonly payload: Payload & { readonly data?: Json };
  readonly spoilt?: Spoilt;
  readonly judge: (asked: Asked) => Judged;
}

interface Judged {
  readonly grade: Finding['grade'];
  readonly meaning: string;
}

/** Milliseconds within which an endpoint should answer (facts on Flow JSON, section 16). */
const SOON = 1000;

/** Asks an endpoint what it has to know, and what it has to refuse; ends early where nobody answers at all. */
export async function checkEndpoint(
  client: EndpointClient,
  target: Target,
  about: About,
  signal: AbortSignal,
  tell: (title: string) => void,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const check of checksFor(about, target.appSecret !== undefined)) {
    throwIfCancelled(signal);
    tell(check.title);
    const asked = await client.once(target, check.payload, signal, check.spoilt);
    const { title, sent, expected } = check;
    const { milliseconds } = asked;
    findings.push({ title, sent, expected, came: cameOf(asked), milliseconds, ...check.judge(asked) });
    if (asked.reply === undefined) break;
  }
  return findings;
}

function checksFor({ version, screen }: About, isSigned: boolean): Check[] {
  const ping = { version, action: 'ping' };
  return [
    {
      title: l10n.t('Health check'),
      sent: l10n.t('A request with the action {0}.', 'ping'),
      expected: '{"data":{"status":"active"}}',
      payload: ping,
      judge: (asked) =>
        judgeAnswer(
          asked,
          ['status', 'active'],
          l10n.t('WhatsApp publishes no flow whose endpoint does not answer so.'),
        ),
    },
    {
      title: l10n.t('Request that cannot be decrypted'),
      sent: l10n.t('A request that is encrypted for another key.'),
      expected: 'HTTP 421',
      payload: ping,
      spoilt: { body: withForeignKey },
      judge: (asked) =>
        judgeStatus(
          asked,
          421,
          l10n.t(
            'Answer with HTTP 421 when decryption fails: only then does WhatsApp fetch the public key again.',
          ),
        ),
    },
    ...(isSigned
      ? [
          {
            title: l10n.t('Wrong signature'),
            sent: l10n.t('A request that is signed with another app secret.'),
            expected: 'HTTP 432',
            payload: ping,
            spoilt: { appSecret: randomBytes(16).toString('hex') },
            judge: (asked: Asked) =>
              judgeStatus(
                asked,
                432,
                l10n.t(
                  'The endpoint does not check signatures: whoever has the public key can ask it. Compare {0} with your own, and answer with HTTP 432.',
                  'X-Hub-Signature-256',
                ),
              ),
          },
        ]
      : []),
    {
      title: l10n.t('Error notification'),
      sent: l10n.t('A notification that the client could not use an answer.'),
      expected: '{"data":{"acknowledged":true}}',
      payload: {
        version,
        action: 'data_exchange',
        ...(screen !== undefined && { screen }),
        flow_token: 'unused',
        data: { error: 'payload-schema-error', error_message: 'CAMS Flows checks error notifications.' },
      },
      judge: (asked) =>
        judgeAnswer(
          asked,
          ['acknowledged', true],
          l10n.t('Look for data.error before anything else, and acknowledge it: it is no input of a person.'),
        ),
    },
  ];
}

/** As if the AES key were encrypted for somebody else: bytes that no private key makes sense of. */
function withForeignKey(body: string): string {
  const request = JSON.parse(body) as { readonly encrypted_aes_key: string };
  const { length } = Buffer.from(request.encrypted_aes_key, 'base64');
  const foreign = randomBytes(length);
  // A number larger than the modulus would be no ciphertext at all.
  foreign[0] = 0;
  return JSON.stringify({ ...request, encrypted_aes_key: foreign.toString('base64') });
}

function judgeAnswer(asked: Asked, [key, wanted]: readonly [string, Json], otherwise: string): Judged {
  if ('failure' in asked) {
    return { grade: 'wrong', meaning: asked.advice === undefined ? otherwise : translate(asked.advice) };
  }
  const data = isObject(asked.answer) ? own(asked.answer, 'data') : undefined;
  if ((isObject(data) ? own(data, key) : undefined) !== wanted) return { grade: 'wrong', meaning: otherwise };
  if (asked.milliseconds > SOON) {
    return {
      grade: 'doubtful',
      meaning: l10n.t(
        'It is right, but slow: WhatsApp wants answers within a second and gives up after ten.',
      ),
    };
  }
  if (asked.reply?.contentType !== 'text/plain') {
    return {
      grade: 'doubtful',
      meaning: l10n.t('It is right, but its content type should be {0}.', 'text/plain'),
    };
  }
  return { grade: 'right', meaning: l10n.t('As it should be.') };
}

function judgeStatus(asked: Asked, wanted: number, otherwise: string): Judged {
  if (asked.reply?.status === wanted) return { grade: 'right', meaning: l10n.t('As it should be.') };
  if (asked.reply === undefined && 'failure' in asked && asked.advice !== undefined) {
    return { grade: 'wrong', meaning: translate(asked.advice) };
  }
  return { grade: 'wrong', meaning: otherwise };
}

/** Nothing of the answer itself: what an endpoint says may be about people. */
function cameOf(asked: Asked): string {
  const { reply } = asked;
  if (reply === undefined) return 'failure' in asked ? asked.failure.error : '';
  if ('failure' in asked && reply.status === 200) return `HTTP 200, ${asked.failure.error}`;
  return `HTTP ${reply.status}`;
}
