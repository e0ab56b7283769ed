import { describe, expect, it } from 'vitest';
import type { AnyCamsError } from '../../../src/cams/errors';
import { failureOfBody, failureOfText, failureOfThrown, type CallFacts } from '../../../src/cams/failures';
import { networkFailure } from '../../../src/cams/nodeErrors';

const facts: CallFacts = { operation: 'GetFlow', product: 'cams', redact: (text) => text, httpStatus: 400 };

function ofCode(Code: string, more: object = {}, about: Partial<CallFacts> = {}): AnyCamsError {
  return failureOfBody(
    { Code, Message: 'It did not work.', RequestId: 'A57F-1', ...more },
    { ...facts, ...about },
  );
}

describe('codes', () => {
  it.each([
    ['InvalidAccessKeyId.NotFound', 'credentials'],
    ['InvalidAccessKeyId.Inactive', 'credentials'],
    ['MissingAccessKeyId', 'credentials'],
    ['SignatureDoesNotMatch', 'credentials'],
    ['IncompleteSignature', 'credentials'],
    ['InvalidSecurityToken.Expired', 'expiredToken'],
    ['InvalidSecurityToken.Malformed', 'expiredToken'],
    ['InvalidSecurityToken.MismatchWithAccessKey', 'expiredToken'],
    ['MissingSecurityToken', 'expiredToken'],
    ['InvalidTimeStamp.Format', 'clock'],
    ['InvalidTimeStamp.Expired', 'clock'],
    ['IllegalTimestamp', 'clock'],
    ['Forbidden.RAM', 'permission'],
    ['NoPermission', 'permission'],
    ['Ram.PermissionDeny', 'permission'],
    ['Authentication.NoAuth', 'permission'],
    ['Product.Unsubscript', 'notSubscribed'],
    ['Unknown.ResourceOwnerId', 'wrongSpace'],
    ['Throttling', 'throttled'],
    ['Throttling.User', 'throttled'],
    ['Throttling.Api', 'throttled'],
    ['System.LimitControl', 'throttled'],
    ['SignatureNonceUsed', 'service'],
    ['InvalidApi.NotFound', 'service'],
    ['InvalidProduct.NotFound', 'service'],
    ['NoSuchVersion', 'service'],
    ['InvalidVersion', 'service'],
    ['MissingFlowId', 'service'],
    ['InvalidParameter.PageInvalid', 'service'],
    ['InvalidProtocol.NeedSsl', 'service'],
    ['InternalError', 'service'],
    ['ServiceUnavailable', 'service'],
    ['Something.NobodyKnows', 'service'],
    ['DetailError.TemplateNotExist', 'notFound'],
    ['Flow.NotFound', 'notFound'],
  ])('%s → %s, whatever the HTTP status', (code, situation) => {
    for (const httpStatus of [200, 400, 403, 404, 500]) {
      expect(ofCode(code, {}, { httpStatus })).toMatchObject({
        situation,
        code,
        requestId: 'A57F-1',
        httpStatus,
      });
    }
  });

  it('takes HTTP 429 with an unknown code for throttling', () => {
    expect(ofCode('Busy', {}, { httpStatus: 429 }).situation).toBe('throttled');
  });

  it('takes HTTP 407 for the proxy', () => {
    expect(ofCode('Whatever', {}, { httpStatus: 407 })).toMatchObject({
      situation: 'network',
      reason: 'proxy',
    });
  });

  it('says that a successful answer without a code is incomplete', () => {
    expect(failureOfBody({}, { ...facts, httpStatus: 200 })).toMatchObject({
      situation: 'malformed',
      reason: 'incomplete',
    });
  });
});

describe('the missing RAM action', () => {
  it.each([
    ['the object', { AuthAction: 'cams:GetFlowPreviewUrl' }, 'cams:GetFlowPreviewUrl'],
    ['the object as JSON text', '{"AuthAction":"cams:GetFlowPreviewUrl"}', 'cams:GetFlowPreviewUrl'],
    ['broken JSON text', '{"AuthAction":', 'cams:GetFlow'],
    ['the text None', 'None', 'cams:GetFlow'],
    ['an object without the action', {}, 'cams:GetFlow'],
    ['nothing', undefined, 'cams:GetFlow'],
  ])('is read from %s', (_, AccessDeniedDetail, action) => {
    expect(ofCode('NoPermission', { AccessDeniedDetail })).toMatchObject({ situation: 'permission', action });
  });

  it('belongs to STS when a role is assumed', () => {
    expect(ofCode('NoPermission', {}, { operation: 'AssumeRole', product: 'sts' })).toMatchObject({
      action: 'sts:AssumeRole',
    });
  });
});

describe('texts', () => {
  it.each(['undefined', 'null', 'None', '无', '', undefined, 7, {}])(
    'leaves out a message that says nothing: %j',
    (Message) => {
      expect(ofCode('Some.Error', { Message }).detail).toBeUndefined();
    },
  );

  it('never shows what the SDK writes for absent fields', () => {
    const error = failureOfBody({ Code: 'undefined', Message: 'undefined', RequestId: 'undefined' }, facts);
    expect(error.message).toBe('GetFlow failed');
    expect(error).toMatchObject({ situation: 'service', code: undefined, requestId: undefined });
  });

  it.each(['SignatureDoesNotMatch', 'IncompleteSignature'])(
    'never quotes the request that %s quotes',
    (code) => {
      const Message = 'server CanonicalRequest is [POST\\n/\\n\\nx-acs-security-token:token]';
      expect(ofCode(code, { Message }).message).not.toMatch(/Canonical|token/);
    },
  );

  it('trims ids, joins lines, shortens and redacts', () => {
    const redact = (text: string) => text.replaceAll('secret', '•••');
    const error = ofCode(
      'Some.Error',
      { RequestId: 'A57F-2\n', Message: `a secret\n  ${'x'.repeat(1000)}` },
      { redact },
    );
    expect(error.requestId).toBe('A57F-2');
    expect(error.detail).toMatch(/^a ••• x+…$/);
    expect(error.detail!.length).toBeLessThan(310);
  });
});

describe('answers that are no JSON object', () => {
  it.each([
    [200, 'text/html', '<html>', { situation: 'malformed', reason: 'html' }],
    [
      403,
      'text/html; charset=utf-8',
      undefined,
      { situation: 'malformed', reason: 'html', code: 'HTTP 403' },
    ],
    [200, undefined, '  <!doctype html>', { situation: 'malformed', reason: 'html' }],
    [302, undefined, '', { situation: 'malformed', reason: 'html', code: 'HTTP 302' }],
    [403, 'application/xml', '<?xml version="1.0"?><Error/>', { situation: 'malformed', reason: 'xml' }],
    [200, undefined, '<?xml version="1.0"?><Error/>', { situation: 'malformed', reason: 'xml' }],
    [200, 'application/json', '', { situation: 'malformed', reason: 'incomplete' }],
    [200, 'application/json', '[]', { situation: 'malformed', reason: 'incomplete' }],
    [407, 'text/html', '<html>', { situation: 'network', reason: 'proxy' }],
    [502, 'text/html', '<html>', { situation: 'service', httpStatus: 502 }],
  ])('%s %s %j', (httpStatus, contentType, text, expected) => {
    expect(failureOfText(text, { ...facts, httpStatus, contentType })).toMatchObject(expected);
  });
});

describe('what the SDK and Node throw', () => {
  it('reads the body that the SDK keeps beside its own words', () => {
    const thrown = Object.assign(new Error('undefined: code: 400, undefined request id: undefined'), {
      code: 'undefined',
      data: { Code: 'Throttling.User', Message: 'slow down', RequestId: 'A57F-3', statusCode: 400 },
    });
    expect(failureOfThrown(thrown, { ...facts, httpStatus: undefined })).toMatchObject({
      situation: 'throttled',
      httpStatus: 400,
      requestId: 'A57F-3',
    });
  });

  it('passes on nothing of a parser that stumbled over a page', () => {
    const thrown = new SyntaxError('Unexpected token \'<\', "<html>secret" is not valid JSON');
    const error = failureOfThrown(thrown, { ...facts, httpStatus: 403, contentType: 'text/html' });
    expect(error).toMatchObject({ situation: 'malformed', reason: 'html', httpStatus: 403 });
    expect(error.message).not.toContain('secret');
  });

  it('takes characters that cannot stand in a header for unusable keys', () => {
    const thrown = Object.assign(new Error('long text'), { code: 'ERR_INVALID_CHAR' });
    expect(failureOfThrown(thrown, facts)).toMatchObject({
      situation: 'credentials',
      code: 'ERR_INVALID_CHAR',
    });
  });

  it('takes anything else for a network that did not answer', () => {
    expect(failureOfThrown('odd', { ...facts, httpStatus: undefined })).toMatchObject({
      situation: 'network',
      reason: 'unreachable',
    });
  });
});

describe('networkFailure', () => {
  const withCode = (code: string) => Object.assign(new Error('text with https://host/?secret'), { code });

  it.each([
    ['ECONNREFUSED', 'unreachable'],
    ['ENOTFOUND', 'unreachable'],
    ['EAI_AGAIN', 'unreachable'],
    ['ENETUNREACH', 'unreachable'],
    ['EHOSTUNREACH', 'unreachable'],
    ['EPROTO', 'unreachable'],
    ['CERT_HAS_EXPIRED', 'certificate'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
    ['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', 'certificate'],
    ['ERR_PROXY_TUNNEL', 'proxy'],
    ['ECONNRESET', 'interrupted'],
    ['EPIPE', 'interrupted'],
    ['ERR_STREAM_PREMATURE_CLOSE', 'interrupted'],
    ['HPE_INVALID_CONSTANT', 'interrupted'],
    ['ETIMEDOUT', 'timeout'],
  ])('%s → %s', (code, reason) => expect(networkFailure(withCode(code))).toEqual({ code, reason }));

  it('knows the silent timeout of the SDK, whatever its text blames', () => {
    const error = Object.assign(new Error('ConnectTimeout: Connect https://host failed.'), {
      name: 'RequestTimeoutError',
    });
    expect(networkFailure(error)).toEqual({ code: 'ETIMEDOUT', reason: 'timeout' });
  });

  it('finds the code of a cause', () => {
    expect(networkFailure(new Error('failed', { cause: withCode('ECONNREFUSED') })).code).toBe(
      'ECONNREFUSED',
    );
  });

  it('knows a proxy by the words of an error without a code', () => {
    expect(networkFailure(new Error('tunneling socket could not be established')).reason).toBe('proxy');
  });

  it("ignores codes that are not Node's", () => {
    expect(networkFailure(withCode('undefined'))).toEqual({ code: undefined, reason: 'unreachable' });
  });
});
