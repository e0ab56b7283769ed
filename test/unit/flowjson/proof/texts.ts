import fs from 'node:fs';
import path from 'node:path';

/** A flow in a file. */
export interface FlowFile {
  /** Relative to its folder. */
  readonly name: string;
  readonly text: string;
}

/** Real flows, which lie beside the project and never in it. */
const corpusFolder = '../shared/corpus';
const sampleFolder = 'test/simulator/flows';

export const hasCorpus = fs.existsSync(corpusFolder);

/** None where the folder is absent: tests skip visibly then. */
export const corpus: readonly FlowFile[] = hasCorpus ? filesIn(corpusFolder) : [];

export const samples: readonly FlowFile[] = filesIn(sampleFolder);

function filesIn(folder: string): FlowFile[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({
      name: name.replaceAll('\\', '/'),
      text: fs.readFileSync(path.join(folder, name), 'utf8'),
    }));
}
