import { rules } from '../flowjson/rules';

/** Every code there is, with what the rules demand that report it. */
export const codes: ReadonlyMap<string, readonly string[]> = collect();

function collect(): Map<string, string[]> {
  const about = new Map<string, string[]>();
  for (const rule of rules) {
    for (const code of rule.codes) about.set(code, [...(about.get(code) ?? []), rule.about]);
  }
  return about;
}
