import type { Flow } from '../model/flow';
import type { Screen } from '../model/screen';

/** The name itself if nobody has it, else the name with the first free number behind it. */
export function freeName(wanted: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(wanted)) return wanted;
  const base = wanted.replace(/_\d{1,6}$/, '');
  for (let count = 2; ; count += 1) {
    const name = `${base}_${count}`;
    if (!isTaken(name)) return name;
  }
}

/** A free id for a screen: ids hold letters and underscores only, so letters are counted. */
export function freeScreenId(flow: Flow, wanted: string): string {
  const word = screenIdFrom(wanted);
  const isFree = (id: string): boolean => flow.screen(id) === undefined && id.toUpperCase() !== 'SUCCESS';
  if (isFree(word)) return word;
  for (let count = 1; ; count += 1) {
    const id = `${word}_${lettersOf(count)}`;
    if (isFree(id)) return id;
  }
}

/** A free name for a component of a screen. */
export function freeComponentName(screen: Screen, wanted: string): string {
  const taken = new Set(screen.components.map(({ name }) => name));
  return freeName(wanted.trim().replace(/\W+/g, '_') || 'input', (name) => taken.has(name));
}

/** A text as people read it, from a name as programs write it: `full_name` becomes `Full name`. */
export function readable(name: string): string {
  const words = name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[\W_]+/g, ' ')
    .trim()
    .toLowerCase();
  return words === '' ? 'Text' : words[0]!.toUpperCase() + words.slice(1);
}

function screenIdFrom(text: string): string {
  const id = text
    .toUpperCase()
    .replace(/\d+/g, (digits) => `_${lettersOf(Number(digits.slice(0, 6)))}_`)
    .replace(/[^A-Z]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return id === '' ? 'SCREEN' : id;
}

/** 1 is A, 26 is Z, 27 is AA. */
function lettersOf(count: number): string {
  let letters = '';
  for (let rest = count; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters || 'O';
}
