import { format, resolveConfig } from 'prettier';
import { catalogue } from '../src/flowjson/catalogue';
import { families } from '../src/flowjson/rules';
import { rowMutants, undecidable } from '../test/unit/flowjson/mutants/rows';
import { componentsDocument } from './componentsDocument';
import { rulesDocument } from './rulesDocument';

/** The documents that are made from the sources, by their paths. */
export const documents: Readonly<Record<string, () => Promise<string>>> = {
  'docs/components.md': () => formatted('docs/components.md', componentsDocument(catalogue)),
  'docs/rules.md': () =>
    formatted('docs/rules.md', rulesDocument(families, { mutants: rowMutants, undecidable })),
};

async function formatted(file: string, markdown: string): Promise<string> {
  return format(markdown, { ...(await resolveConfig(file)), filepath: file });
}
