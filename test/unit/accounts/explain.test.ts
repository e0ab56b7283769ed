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
  withUnknownOutcome,
  WrongSpaceError,
  type MalformedReason,
  type NetworkReason,
} from '../../../src/cams/errors';
import { CancelledError } from '../../../src/platform/cancellation';

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
    expect(advice('cams:GetChatappUploadAuthorization')).toContain('AliyunCamsReadOnlyAccess');
    for (const action of ['cams:UpdateFlowJSONAsset', 'cams:PublishFlow', 'cams:QueryChatappBindWaba']) {
      expect(advice(action)).toMatch(new RegExp(`${action}.*AliyunCamsFullAccess`));
      expect(advice(action)).not.toContain('ReadOnly');
    }
    expect(advice('sts:Other')).not.toContain('Aliyun');
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

  it('say of what is not found whether it is a flow, a space or the uploaded file', () => {
    const of = (operation: string, code: string) => sentenceOf(new NotFoundError({ operation, code }));
    expect(of('GetFlow', 'Flow.NotFound')).toContain('no flow');
    expect(of('UpdateFlowJSONAsset', 'Flow.NotExist')).toContain('no flow');
    expect(of('UpdateFlowJSONAsset', 'File.NotExist')).toMatch(/File\.NotExist.*camsFlows\.upload\.filePath/);
    expect(of('CreateFlow', 'Space.NotExist')).toMatch(/space \(Space\.NotExist\)/);
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

const changes = [
  'CreateFlow',
  'ModifyFlow',
  'UpdateFlowJSONAsset',
  'PublishFlow',
  'DeprecateFlow',
  'DeleteFlow',
];

describe('a change whose outcome is unknown', () => {
  const lost = (operation: string) =>
    withUnknownOutcome(new NetworkError({ operation, requestId: 'A57F', reason: 'interrupted' }));

  it.each(changes)('is told as such after why it failed, with what to look at: %s', (operation) => {
    const { reason, advice, requestId } = explain(lost(operation));
    expect(reason).toMatch(/^The connection broke.*\. It is not known whether CAMS has/);
    expect(advice).toMatch(/[Rr]efresh|Compare/);
    expect(advice).not.toMatch(/^Try again/);
    expect(requestId).toBe('A57F');
  });

  it('is told by what was to be changed', () => {
    const reasons = changes.map((operation) => explain(lost(operation)).reason);
    expect(new Set(reasons).size).toBe(changes.length);
  });

  it('keeps the words of the service', () => {
    const error = new ServiceError({ operation: 'PublishFlow', code: 'InternalError', detail: 'Oh no.' });
    expect(sentenceOf(withUnknownOutcome(error))).toMatch(/InternalError: Oh no\. It is not known/);
  });

  it('is told of one that was cancelled too', () => {
    expect(sentenceOf(withUnknownOutcome(new CancelledError()))).toMatch(
      /cancelled.*It is not known whether/,
    );
  });
});

describe('a change that was refused', () => {
  const advice = (operation: string, code = 'Flow.Odd', detail = 'Something is odd.') =>
    explain(new ServiceError({ operation, requestId: 'A57F', httpStatus: 400, code, detail })).advice;

  it.each(changes)("keeps the service's words and says where to look: %s", (operation) => {
    const { reason } = explain(
      new ServiceError({ operation, code: 'Flow.Odd', detail: 'Something is odd.' }),
    );
    expect(reason).toBe('Alibaba Cloud answered Flow.Odd: Something is odd.');
    expect(advice(operation)).not.toMatch(/support/);
  });

  it('leads to the errors of the flow where it was not published', () => {
    const problems = advice('PublishFlow');
    expect(problems).toContain('Problems');
    expect(advice('UpdateFlowJSONAsset', 'Flow.Failed', 'Meta said (#139002).')).toBe(problems);
    expect(advice('UpdateFlowJSONAsset', '139002')).toBe(problems);
    expect(advice('UpdateFlowJSONAsset', 'Flow.Failed', 'Request 11390021.')).not.toBe(problems);
  });

  it.each(['InternalError', 'ServiceUnavailable', 'InvalidApi.NotFound', 'HTTP 502'])(
    'says nothing of the flow where the service itself is broken: %s',
    (code) => {
      for (const operation of changes) expect(advice(operation, code)).toMatch(/support/);
    },
  );
});
