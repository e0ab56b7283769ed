/** Shaped like the validation errors of Meta's own interface. */
export interface Problem {
  error: string;
  error_type: string;
  message: string;
}

interface LooseScreen {
  id?: unknown;
  terminal?: unknown;
  layout?: { children?: unknown };
}

/** The grossest defects of a Flow JSON; whoever wants to know all asks the extension's own rules. */
export function flowProblems(text: string): Problem[] {
  let flow: { version?: unknown; screens?: unknown } | null;
  try {
    flow = JSON.parse(text) as typeof flow;
  } catch {
    return [problem('INVALID_JSON', 'The file is not JSON.')];
  }
  if (typeof flow !== 'object' || flow === null || Array.isArray(flow))
    return [problem('INVALID_JSON', 'The file is not an object.')];
  const problems: Problem[] = [];
  if (typeof flow.version !== 'string')
    problems.push(problem('INVALID_PROPERTY_TYPE', 'version must be a string.'));
  if (!Array.isArray(flow.screens) || flow.screens.length === 0) {
    return [
      ...problems,
      problem('MISSING_REQUIRED_PROPERTY', 'screens must be a list of at least one screen.'),
    ];
  }
  const screens = flow.screens as LooseScreen[];
  const ids = new Set(screens.map((screen) => screen.id));
  if (ids.size < screens.length)
    problems.push(problem('DUPLICATE_SCREEN_IDS', 'Ids of screens must differ.'));
  if (!screens.some((screen) => screen.terminal === true)) {
    problems.push(problem('MISSING_TERMINAL_SCREEN', 'One screen must be terminal.'));
  }
  for (const { id, layout } of screens) {
    if (typeof id !== 'string' || !/^[a-zA-Z_,]+$/.test(id))
      problems.push(problem('INVALID_PROPERTY_VALUE', 'A screen needs a valid id.'));
    if (!Array.isArray(layout?.children))
      problems.push(problem('MISSING_REQUIRED_PROPERTY', `Screen ${String(id)} has no layout.`));
  }
  return problems;
}

function problem(error: string, message: string): Problem {
  return { error, error_type: 'FLOW_JSON_ERROR', message };
}
