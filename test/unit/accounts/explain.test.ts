import { describe, expect, it } from 'vitest';
import { AdviceError } from '../../../src/accounts/adviceError';
import { explain, sentenceOf } from '../../../src/accounts/explain';
import {
  ClockError,
  CredentialsError,
  ExpiredTokenError,
  MalformedAnswerError,
  NetworkError,
  NotFoundError,
  NotSubscribedError,
  PermissionError,
  ServiceError,
  ThrottledError,
  UnfitRequestError,
  UploadRefusedError,
  WrongSpaceError,
  type MalformedReason,
  type NetworkReason,
} from '../../../src/cams/errors';

const facts = { operation: 'GetFlow', requestId: 'A57F' };
const network: NetworkReason[] = ['unreachable', 'timeout', 'certificate', 'proxy', 'interrupted'];
const malformed: MalformedReason[] = [
  'html',
  'xml',
  'notJson',
  'tooLarge',
  'redirect',
  'incomplete',
  'noJson',
  'unsafeLink',
];
const credentials = [
  'SignatureDoesNotMatch',
  'InvalidAccessKeyId.NotFound',
  'InvalidAccessKeyId.Inactive',
  'MissingKeys',
  'SignedOut',
];
const tokens = [
  'InvalidSecurityToken.Expired',
  'InvalidSecurityToken.MismatchWithAccessKey',
  'MissingSecurityToken',
];

const errors = [
  ...credentials.map((code) => new CredentialsError({ ...facts, code })),
  ...tokens.map((code) => new ExpiredTokenError({ ...facts, code })),
  new ClockError(facts),
  new PermissionError({ ...facts, action: 'cams:GetFlow' }),
  new PermissionError({ ...facts, action: 'cams:PublishFlow' }),
  new PermissionError({ ...facts, operation: 'AssumeRole', action: 'sts:AssumeRole' }),
  new NotSubscribedError(facts),
  new WrongSpaceError(facts),
  new ThrottledError(facts),
  new NotFoundError(facts),
  new UploadRefusedError({ ...facts, operation: 'upload', code: 'AccessDenied', reason: 'permission' }),
  new UnfitRequestError({ ...facts, operation: 'upload', reason: 'tooLarge' }),
  new UnfitRequestError({ ...facts, reason: 'filePath' }),
  new ServiceError({ ...facts, code: 'Odd', detail: 'Something is odd.' }),
  ...network.map((reason) => new NetworkError({ ...facts, reason })),
  ...malformed.map((reason) => new MalformedAnswerError({ ...facts, reason })),
];

describe('explanations', () => {
  it('differ from each other and carry the request id', () => {
    const sentences = errors.map(sentenceOf);
    expect(new Set(sentences).size).toBe(errors.length);
    for (const sentence of sentences) {
      expect(sentence).toMatch(/^[A-Z].*\(request ID A57F\)$/);
      expect(sentence).not.toMatch(/undefined|\{\d\}/);
    }
  });

  it('name the missing RAM action, and the policy only where it helps', () => {
    const advice = (action: string) => explain(new PermissionError({ ...facts, action })).advice;
    expect(advice('cams:ListFlow')).toMatch(/cams:ListFlow.*AliyunCamsReadOnlyAccess/);
    expect(advice('cams:PublishFlow')).toContain('cams:PublishFlow');
    expect(advice('cams:PublishFlow')).not.toContain('ReadOnly');
  });

  it('speak of a file only where one was downloaded', () => {
    for (const reason of malformed) {
      const sentence = (operation: string) => sentenceOf(new MalformedAnswerError({ operation, reason }));
      if (['xml', 'tooLarge'].includes(reason)) {
        expect(sentence('download')).toMatch(/file/);
        expect(sentence('GetFlow')).not.toMatch(/file|download/);
      } else expect(sentence('GetFlow')).toBe(sentence('download'));
    }
  });

  it('do not ask for a request id that nobody has', () => {
    expect(sentenceOf(new ServiceError({ operation: 'GetFlow', httpStatus: 502 }))).toBe(
      'Alibaba Cloud answered HTTP 502. Try again in a moment.',
    );
  });

  it('are those that an error brings itself', () => {
    expect(sentenceOf(new AdviceError('Why.', 'What to do.'))).toBe('Why. What to do.');
    expect(sentenceOf('odd')).toContain('odd');
    expect(sentenceOf(new Error('The disk is full.'))).toContain('The disk is full.');
  });

  it('do not show what the language says of a mistake of ours', () => {
    for (const mistake of [new TypeError('x is not a function'), new SyntaxError('Unexpected token')]) {
      expect(sentenceOf(mistake)).toBe('Something went wrong inside CAMS Flows. The log may say more.');
    }
  });
});
