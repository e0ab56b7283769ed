import { parseFlow } from '../../../../src/flowjson/analyse';
import { applyEdits } from '../../../../src/flowjson/text/edit';
import type { Proposal } from '../../../../src/language/completion/proposal';
import { proposalsAt } from '../../../../src/language/completion/proposals';

/** What is proposed at the `¦` of a text. */
export function proposed(marked: string, schema = true): Proposal[] {
  const offset = marked.indexOf('¦');
  if (offset < 0) throw new Error('the text has no ¦');
  return proposalsAt(parseFlow(marked.replace('¦', '')), offset, { schema });
}

/** Labels in the order in which they are shown, of one kind where asked for. */
export function labels(marked: string, kind?: Proposal['kind'], schema = true): string[] {
  return proposed(marked, schema)
    .filter((proposal) => kind === undefined || proposal.kind === kind)
    .sort((a, b) => a.rank - b.rank)
    .map(({ label }) => label);
}

/** The text after taking the proposal with that label, with what stands in its tab stops at first. */
export function taken(marked: string, label: string, schema = true): string {
  const proposal = proposed(marked, schema).find((one) => one.label === label);
  if (proposal === undefined) throw new Error(`${label} is not proposed`);
  return insert(marked.replace('¦', ''), proposal);
}

export function insert(text: string, { range, snippet, comma }: Proposal): string {
  return applyEdits(text, [{ ...range, text: expanded(snippet) }, ...(comma ? [comma] : [])]);
}

/** Reads the syntax of VS Code's snippets, as far as we write it: `$1`, `${1}`, `${1:text}`, `${1|one,two|}`, `\$`. */
function expanded(snippet: string): string {
  let text = '';
  for (let at = 0; at < snippet.length;) {
    const rest = snippet.slice(at);
    const stop = /^\$\{\d+(\}|:|\|)/.exec(rest);
    if (rest[0] === '\\') {
      text += rest.charAt(1);
      at += 2;
    } else if (!stop) {
      if (rest[0] === '$') throw new Error(`not escaped: ${rest}`);
      text += rest.charAt(0);
      at += 1;
    } else if (stop[1] === '|') {
      const inner = /^((?:\\.|[^\\,|])*)(?:,(?:\\.|[^\\|])*)?\|\}/.exec(rest.slice(stop[0].length))!;
      text += inner[1]!.replace(/\\(.)/g, '$1');
      at += stop[0].length + inner[0].length;
    } else {
      const inner = stop[1] === '}' ? '' : /^(?:\\.|[^\\}])*/.exec(rest.slice(stop[0].length))![0];
      text += inner.replace(/\\(.)/g, '$1');
      at += stop[0].length + inner.length + (stop[1] === '}' ? 0 : 1);
    }
  }
  return text;
}
