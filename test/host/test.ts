import { runGallery } from '../gallery/gallery';
import { runIntegration } from '../integration/integration';
import { runJourney } from '../journey/journey';
import { startBrowser } from './browser';
import { runLint, runTypecheck } from './checks';
import { oneFailed, sentence, sum, type Counts } from './counts';
import { installVsCode } from './packages';
import { report } from './report';
import { runUnit } from './unit';

const steps: Record<string, () => Promise<Counts>> = {
  lint: runLint,
  typecheck: runTypecheck,
  unit: runUnit,
  gallery: runGallery,
  integration: runIntegration,
  journey: runJourney,
};

/** Runs the steps that are asked for, or all of them: each to its end, whatever became of the ones before. */
async function runSteps(names: readonly string[]): Promise<Counts> {
  const unknown = names.find((name) => !(name in steps));
  if (unknown) throw new Error(`There is no step "${unknown}", only ${Object.keys(steps).join(', ')}.`);
  const chosen = names.length > 0 ? names : Object.keys(steps);

  // The network has time while the processor lints. What goes wrong here shows again where it is needed.
  if (chosen.length > 1 && chosen.includes('journey')) prepare().catch(() => undefined);

  const results: Counts[] = [];
  for (const name of chosen) results.push(await runStep(name));
  return sum(results);
}

async function prepare(): Promise<void> {
  await installVsCode();
  await (await startBrowser()).close();
}

async function runStep(name: string): Promise<Counts> {
  const began = Date.now();
  console.log(`\n── ${name} ──`);
  const counts = await steps[name]!().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return oneFailed;
  });
  console.log(`${name}: ${sentence(counts)} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  return counts;
}

report(runSteps(process.argv.slice(2)));
