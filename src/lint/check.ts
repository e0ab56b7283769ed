import { diagnose, parseFlow } from '../flowjson/analyse';
import { english } from '../flowjson/message';
import { withLevels, type RuleLevels } from '../flowjson/ruleLevels';
import { Lines } from '../flowjson/text/lines';
import type { Result } from './report';

/** Everything that is found in a text, in document order, with the decisions about codes applied. */
export function check(file: string, text: string, levels: RuleLevels): Result[] {
  const lines = new Lines(text);
  const found = withLevels(diagnose(parseFlow(text)), levels);
  return found.map(({ code, severity, message, path, span, provenance }) => {
    const { line, column } = lines.position(span.start);
    const { line: endLine, column: endColumn } = lines.position(span.end);
    const place = { path, line, column, endLine, endColumn };
    return { file, code, severity, message: english(message), ...place, provenance };
  });
}
