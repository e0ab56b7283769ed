import type { House } from './walk';
import type { Window } from './window';

/** Where any of the values was seen or kept, each place once. */
export function placesOf(
  values: readonly string[],
  window: Window,
  { storage, disk }: Pick<House, 'storage' | 'disk'>,
): string[] {
  const forms = values.flatMap((value) => [
    value,
    encodeURIComponent(value),
    JSON.stringify(value).slice(1, -1),
  ]);
  const isIn = (text: string) => forms.some((form) => text.includes(form));
  return [
    ...window.seen.all.filter(({ text }) => isIn(text)).map(({ where }) => where),
    ...window.rawLog.filter(isIn).map(() => 'log before the redactor'),
    ...[...storage.values, ...window.workspaceState.values]
      .filter((entry) => isIn(JSON.stringify(entry)))
      .map(([key]) => `state ${key}`),
    ...[...storage.secretTexts].filter(([key]) => isIn(key)).map(() => 'the name of a secret'),
    ...[...storage.secretTexts].filter(([, text]) => isIn(text)).map(([key]) => `secret ${key}`),
    ...disk.texts.filter(isIn).map((text) => `file ${text.split('\n', 1)[0]}`),
    ...window.panels.filter(({ title }) => isIn(title)).map(() => 'the title of a panel'),
  ].filter((place, index, all) => all.indexOf(place) === index);
}
