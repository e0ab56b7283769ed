import { diagnose, parseFlow } from '../../../src/flowjson/analyse';
import type { Diagnosis } from '../../../src/flowjson/diagnosis';
import { english } from '../../../src/flowjson/message';

/** A JSON value as tests write it. */
export type Json = Record<string, unknown>;

/** A screen with the given children; ids, titles and the rest as small as they may be. */
export function screen(children: readonly Json[], more: Json = {}): Json {
  return { id: 'FIRST', title: 'First', layout: { type: 'SingleColumnLayout', children }, ...more };
}

/** A terminal screen with a Footer that completes. */
export function lastScreen(children: readonly Json[] = [], more: Json = {}): Json {
  return screen([...children, footer({ name: 'complete', payload: {} })], {
    id: 'LAST',
    title: 'Last',
    terminal: true,
    ...more,
  });
}

export function footer(action: Json, more: Json = {}): Json & { type: string } {
  return { type: 'Footer', label: 'Next', 'on-click-action': action, ...more };
}

export function navigate(name: string, payload: Json = {}): Json {
  return { name: 'navigate', next: { type: 'screen', name }, payload };
}

/** A whole flow as text; 7.3 unless said otherwise. */
export function flowText(screens: readonly Json[], more: Json = {}): string {
  return JSON.stringify({ version: '7.3', ...more, screens }, undefined, 2);
}

/** One terminal screen with these components above its Footer. */
export function oneScreen(children: readonly Json[], more: Json = {}, top: Json = {}): string {
  return flowText([lastScreen(children, more)], top);
}

/** What is found, as `severity CODE path`, one line each. */
export function found(text: string, only?: (diagnosis: Diagnosis) => boolean): string[] {
  return diagnose(parseFlow(text))
    .filter((diagnosis) => only?.(diagnosis) ?? true)
    .map(({ severity, code, path }) => `${severity} ${code} ${path}`);
}

/** What one rule finds, as `CODE path`. */
export function foundBy(rule: string, text: string): string[] {
  return diagnose(parseFlow(text))
    .filter((diagnosis) => diagnosis.rule === rule)
    .map(({ code, path }) => `${code} ${path}`);
}

export function sentences(text: string): string[] {
  return diagnose(parseFlow(text)).map(({ message }) => english(message));
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
