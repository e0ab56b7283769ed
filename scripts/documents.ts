import { format, resolveConfig } from 'prettier';
import { catalogue } from '../src/flowjson/catalogue';
import { componentsDocument } from './componentsDocument';

/** The documents that are made from the sources, by their paths. */
export const documents: Readonly<Record<string, () => Promise<string>>> = {
  'docs/components.md': () => formatted('docs/components.md', componentsDocument(catalogue)),
};

async function formatted(file: string, markdown: string): Promise<string> {
  return format(markdown, { ...(await resolveConfig(file)), filepath: file });
}
