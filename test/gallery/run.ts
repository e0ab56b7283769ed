import { atEnd } from '../host/ending';
import { keepGallery } from './gallery';
import { serveGallery } from './site';

/** `npm run gallery`: every component in every look, to be looked at. With `--keep` these looks become the right ones. */
async function run(): Promise<void> {
  if (process.argv.includes('--keep')) {
    await keepGallery();
    process.exit(0);
  }
  const site = await serveGallery();
  atEnd(() => site.close());
  console.log(`
The gallery of the player, every component in every look:

  ${site.url}

Open it in a browser. Ctrl-C ends it.`);
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
