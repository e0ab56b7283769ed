import { l10n } from 'vscode';
import type { Link, LinkResult, LinkRun } from '../../links/types';
import { withProgress } from '../../platform/progress';

/** What came of a run over linked files. */
export interface Outcome {
  readonly results: readonly LinkResult[];
  readonly cancelled: boolean;
}

type Work = (links: readonly Link[], run: LinkRun) => Promise<readonly LinkResult[]>;

/** Goes over linked files with a progress that counts and can be cancelled: what is done by then stays done. */
export function runOver(title: string, links: readonly Link[], work: Work): Promise<Outcome> {
  return withProgress(title, async (signal, report) => {
    const results = await work(links, {
      signal,
      lane: links.length > 1 ? 'background' : 'person',
      onResult: (_, done, total) =>
        report({ message: l10n.t('{0} of {1}', done, total), increment: 100 / total }),
    });
    return { results, cancelled: signal.aborted };
  });
}

/** Those that failed and those that were not tried: what "Try the Failed Again" is about. */
export function unfinished(links: readonly Link[], { results }: Outcome): Link[] {
  const over = new Set(
    results
      .filter(({ outcome }) => outcome !== 'failed' && outcome !== 'skipped')
      .map(({ link }) => link.file.toString()),
  );
  return links.filter(({ file }) => !over.has(file.toString()));
}
