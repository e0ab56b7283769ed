import { Redactor } from '../platform/redaction';

/**
 * Removes the secrets of a call from what the service says of it: keys and tokens, and the signatures of links among its
 * parameters, which it may quote in another spelling than they were sent in.
 */
export function redactorFor(
  secrets: readonly (string | undefined)[],
  parameters: Readonly<Record<string, string | undefined>>,
): (text: string) => string {
  const redactor = new Redactor();
  redactor.add(...secrets, ...Object.values(parameters).flatMap(signatureParts));
  return redactor.redact;
}

function signatureParts(value: string | undefined): string[] {
  if (value === undefined || !/^https?:/i.test(value) || !URL.canParse(value)) return [];
  const { search, searchParams } = new URL(value);
  return [search.slice(1), ...searchParams.values()];
}
