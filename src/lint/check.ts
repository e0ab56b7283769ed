import { diagnose, parseFlow } from '../flowjson/analyse';
import { english } from '../flowjson/message';
import { Lines } from '../flowjson/text/lines';
import type { Result } from './report';
import { decidedSeverity, type RuleLevels } from './ruleLevels';

/** Everything that is found in a text, in document order, with the decisions about codes applied. */
export function check(file: string, text: string, levels: RuleLevels): Result[] {
  const lines = new Lines(text);
  return diagnose(parseFlow(text)).flatMap(({ code, severity, message, path, span, provenance }) => {
    const decided = decidedSeverity(severity, levels.get(code));
    if (decided === undefined) return [];
    const { line, column } = lines.position(span.start);
    const { line: endLine, column: endColumn } = lines.position(span.end);
    const place = { path, line, column, endLine, endColumn };
    return [{ file, code, severity: decided, message: english(message), ...place, provenance }];
  });
}
