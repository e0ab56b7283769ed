/**
 * Regular expressions of flows, without the danger of them: a small matcher of our own. It follows all ways through the
 * pattern at once, so its cost is the length of the pattern times the length of the text whatever the pattern is, where
 * the built-in one may take years for `(a+)+$`. The price is that it knows no references back into the match.
 */
import { mostPatternWork } from '../limits';
import { readPattern, type Piece } from './patternParser';

/** Whether a text fits; `unknown` where the pattern is wrong, too large, or uses what is not supported. */
export type Fit = 'yes' | 'no' | 'unknown';

/** Longer texts are not matched: an input takes a few hundred characters. */
const longestText = 4000;
/** Patterns that take more than this with their repetitions written out, such as `a{1,99999}`, are not used. */
const mostPieces = 4000;

/**
 * Whether a whole text fits a pattern (facts on Flow JSON, section 8.4); never throws and never hangs.
 *
 * @param pattern a regular expression without slashes
 * @param budget what all patterns of a screen may still take; it is used up
 */
export function fitsPattern(pattern: string, text: string, budget: Budget = { left: mostPatternWork }): Fit {
  const entry = entryOf(pattern);
  if (entry.program === undefined || text.length > longestText) return 'unknown';
  // The same is asked again whenever anything else on the screen changes; it counts the same as the first time.
  if (entry.last?.text !== text) {
    const own = { left: Math.min(mostPatternWork, budget.left) };
    const { left } = own;
    const fit = match(entry.program, text, own);
    const isFinal = own.left >= 0 || left === mostPatternWork;
    if (!isFinal) {
      budget.left = -1;
      return 'unknown';
    }
    entry.last = { text, fit, work: left - own.left };
  }
  budget.left -= entry.last.work;
  return budget.left < 0 ? 'unknown' : entry.last.fit;
}

/** How much work is left. */
interface Budget {
  left: number;
}

function match(program: readonly Step[], text: string, budget: Budget): Fit {
  const signs = Array.from(text);
  const ends = run(program, signs, 0, budget);
  if (budget.left < 0) return 'unknown';
  return ends.has(signs.length) ? 'yes' : 'no';
}

type Step =
  | { readonly is: 'sign'; readonly fits: (sign: string) => boolean }
  | { readonly is: 'place'; readonly at: 'start' | 'end' | 'word' | 'inside' }
  | { readonly is: 'look'; readonly wanted: boolean; readonly inner: readonly Step[] }
  /** Both ways are taken. */
  | { readonly is: 'split'; readonly a: number; readonly b: number }
  | { readonly is: 'jump'; to: number };

interface Known {
  readonly program: readonly Step[] | undefined;
  last?: { readonly text: string; readonly fit: Fit; readonly work: number };
}
const known = new Map<string, Known>();
const mostKnown = 500;

function entryOf(pattern: string): Known {
  let found = known.get(pattern);
  if (found === undefined) {
    const piece = pattern.length > mostPieces ? undefined : readPattern(pattern);
    if (known.size >= mostKnown) known.clear();
    known.set(pattern, (found = { program: piece && new Writer().write(piece) }));
  }
  return found;
}

/** Writes the steps of a pattern, unless they become too many. */
class Writer {
  private left = mostPieces;

  write(piece: Piece): readonly Step[] | undefined {
    const steps: Step[] = [];
    this.add(piece, steps);
    return this.left < 0 ? undefined : steps;
  }

  private add(piece: Piece, into: Step[]): void {
    this.left -= 1;
    if (this.left < 0) return;
    switch (piece.is) {
      case 'sign':
      case 'place':
        into.push(piece);
        return;
      case 'look': {
        const inner: Step[] = [];
        this.add(piece.inner, inner);
        into.push({ is: 'look', wanted: piece.wanted, inner });
        return;
      }
      case 'sequence':
        for (const one of piece.pieces) this.add(one, into);
        return;
      case 'choice':
        this.addChoice(piece.pieces, into);
        return;
      case 'repeat':
        this.addRepeat(piece, into);
    }
  }

  private addChoice(pieces: readonly Piece[], into: Step[]): void {
    const jumps: (Step & { is: 'jump' })[] = [];
    for (const [index, one] of pieces.entries()) {
      if (index === pieces.length - 1) this.add(one, into);
      else {
        const jump: Step & { is: 'jump' } = { is: 'jump', to: 0 };
        this.addSplit(into, () => {
          this.add(one, into);
          into.push(jump);
        });
        jumps.push(jump);
      }
    }
    for (const jump of jumps) jump.to = into.length;
  }

  private addRepeat({ inner, min, max }: Piece & { is: 'repeat' }, into: Step[]): void {
    for (let count = 0; count < min && this.left >= 0; count += 1) this.add(inner, into);
    if (max === Infinity) {
      const to = into.length;
      this.addSplit(into, () => {
        this.add(inner, into);
        into.push({ is: 'jump', to });
      });
      return;
    }
    for (let count = min; count < max && this.left >= 0; count += 1) {
      this.addSplit(into, () => this.add(inner, into));
    }
  }

  /** What may be taken or left out. */
  private addSplit(into: Step[], write: () => void): void {
    const at = into.length;
    into.push({ is: 'jump', to: 0 });
    write();
    into[at] = { is: 'split', a: at + 1, b: into.length };
  }
}

/** Where a match that begins at a place may end. Each pair of step and place is looked at once. */
function run(program: readonly Step[], signs: readonly string[], from: number, budget: Budget): Set<number> {
  const ends = new Set<number>();
  let places = new Set([0]);
  for (let at = from; places.size > 0; at += 1) {
    const next = new Set<number>();
    // A set that grows while it is walked through is walked to its end.
    for (const place of places) {
      budget.left -= 1;
      if (budget.left < 0) return ends;
      const step = program[place];
      if (step === undefined) {
        ends.add(at);
        continue;
      }
      switch (step.is) {
        case 'sign':
          if (at < signs.length && step.fits(signs[at]!)) next.add(place + 1);
          break;
        case 'place':
          if (isAt(step.at, signs, at)) places.add(place + 1);
          break;
        case 'look':
          if (run(step.inner, signs, at, budget).size > 0 === step.wanted) places.add(place + 1);
          break;
        case 'split':
          places.add(step.a).add(step.b);
          break;
        case 'jump':
          places.add(step.to);
      }
    }
    places = next;
  }
  return ends;
}

function isAt(place: 'start' | 'end' | 'word' | 'inside', signs: readonly string[], at: number): boolean {
  if (place === 'start') return at === 0;
  if (place === 'end') return at === signs.length;
  const isWord = (index: number): boolean => /\w/.test(signs[index] ?? '');
  return (isWord(at - 1) !== isWord(at)) === (place === 'word');
}
