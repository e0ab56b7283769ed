import { parse, type ParseError } from 'jsonc-parser';
import { l10n } from 'vscode';
import { AdviceError } from '../../accounts/adviceError';
import { MOST_FLOW_BYTES } from '../../platform/flowSize';

/** Throws an AdviceError for what can be no flow whatever CAMS thinks of it: not a JSON object in UTF-8, or over 10 MB. */
export function requireFlowJson(bytes: Uint8Array): void {
  if (bytes.byteLength > MOST_FLOW_BYTES) {
    throw new AdviceError(
      l10n.t('The JSON is larger than the 10 MB that a flow may have.'),
      l10n.t('Make it smaller, for example by taking images out of it.'),
    );
  }
  const value = valueIn(textIn(bytes));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new AdviceError(
      l10n.t('A flow is a JSON object, and this text is something else.'),
      l10n.t('It must begin with { and end with }.'),
    );
  }
}

function textIn(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new AdviceError(
      l10n.t('The text is not in UTF-8, so CAMS cannot read it.'),
      l10n.t('Run the command "Change File Encoding", choose "Save with Encoding" and then UTF-8.'),
    );
  }
}

function valueIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    if (text.trim() === '') {
      throw new AdviceError(
        l10n.t('The text is empty, and a flow is a JSON object.'),
        l10n.t('Write the flow first, or take the text back with "Revert File".'),
      );
    }
    const place = placeOfError(text);
    throw new AdviceError(
      place === undefined
        ? l10n.t('The text is not JSON.')
        : l10n.t('The text is not JSON: see line {0}, column {1}.', place.line, place.column),
      l10n.t('Correct it, then try again.'),
    );
  }
}

/** Counted from 1. What JavaScript says of it depends on its version, and quotes the text. */
function placeOfError(text: string): { line: number; column: number } | undefined {
  const errors: ParseError[] = [];
  try {
    parse(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch {
    return undefined;
  }
  const offset = errors[0]?.offset;
  if (offset === undefined) return undefined;
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}
