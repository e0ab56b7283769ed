import fs from 'node:fs';
import { documents } from './documents';

/** Writes the documents in docs/ that are made from the sources; a test says when one is not up to date. */
async function writeDocuments(): Promise<void> {
  fs.mkdirSync('docs', { recursive: true });
  for (const [file, make] of Object.entries(documents)) fs.writeFileSync(file, await make());
}

void writeDocuments();
