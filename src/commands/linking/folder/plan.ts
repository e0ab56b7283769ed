import { l10n, type Uri } from 'vscode';
import { safeName } from '../../../documents/fileName';
import { nameIn } from '../../../documents/flowUri';
import { plainName } from '../../../flows/properties';
import type { Flow, FlowRef } from '../../../flows/types';
import { folded } from '../../../links/manifest/paths';
import { nameLike, nameProblem } from '../../lifecycle/names';
import { pathOf, someOf } from '../texts';

/** A file that has no flow in the environment yet. */
export interface Candidate {
  readonly file: Uri;
  /** Its flows in other environments, as far as their names are known, and the names. */
  readonly elsewhere: readonly { readonly ref: FlowRef; readonly name: string }[];
}

export interface Pairing {
  readonly file: Uri;
  readonly flow: Flow;
}

export interface Creation extends Candidate {
  readonly name: string;
}

/** A file that nobody but a person can decide about, and why. */
export interface Left {
  readonly file: Uri;
  readonly reason: string;
}

/** What becomes of each file and of each flow without one. */
export interface Plan {
  readonly link: readonly Pairing[];
  readonly create: readonly Creation[];
  readonly pull: readonly Flow[];
  readonly left: readonly Left[];
}

interface Situation {
  readonly candidates: readonly Candidate[];
  /** Of the space. */
  readonly flows: readonly Flow[];
  /** The file that a flow is linked to in this environment already. */
  readonly linkedTo: (flow: Flow) => Uri | undefined;
}

/** The flows whose name fits a file. The better they fit, the lower is the rank. */
interface Fit {
  readonly candidate: Candidate;
  readonly rank: number;
  readonly flows: readonly Flow[];
}

/**
 * Which file is which flow: by the name of its flow in another environment, else by the name of the file. What is not
 * clear is left. The order of files and flows decides nothing.
 */
export function planOf({ candidates, flows, linkedTo }: Situation): Plan {
  const find = finder(flows);
  const fits = candidates.map((candidate) => find(candidate));
  const { link, left } = pair(fits, linkedTo);
  const news = creations(fits.filter(({ flows }) => flows.length === 0).map(({ candidate }) => candidate));
  const spoken = new Set(fits.flatMap(({ flows }) => flows));
  const pull = flows.filter((flow) => !spoken.has(flow) && linkedTo(flow) === undefined);
  return { link, create: news.create, pull, left: [...left, ...news.left] };
}

function finder(flows: readonly Flow[]): (candidate: Candidate) => Fit {
  const byName = groups(flows, ({ name }) => (name === undefined ? [] : [plainName(name)]));
  const byFile = groups(flows, fileNames);
  const byFolded = groups(flows, (flow) => fileNames(flow).map(folded));
  return (candidate) => {
    const base = nameIn(candidate.file).normalize('NFC');
    const ranked = [
      ...candidate.elsewhere.map(({ name }) => byName.get(plainName(name))),
      byFile.get(base),
      byFolded.get(folded(base)),
    ];
    const rank = ranked.findIndex((found) => found !== undefined);
    // By the name of a flow, however many environments there are, is one rank.
    const names = candidate.elsewhere.length;
    return { candidate, rank: Math.max(0, rank - names + 1), flows: ranked[rank] ?? [] };
  };
}

/** What a pull and a download call the file of a flow. */
function fileNames({ name, ref }: Flow): string[] {
  const readable = safeName(name, ref.flowId);
  const id = safeName(ref.flowId, 'flow');
  return readable === id ? [readable] : [readable, `${readable}.${id}`];
}

function pair(fits: readonly Fit[], linkedTo: (flow: Flow) => Uri | undefined): Pick<Plan, 'link' | 'left'> {
  const left: Left[] = [];
  const claims = new Map<Flow, Fit[]>();
  for (const fit of fits) {
    const free = fit.flows.filter((flow) => linkedTo(flow) === undefined);
    const { file } = fit.candidate;
    if (free.length === 1) claims.set(free[0]!, [...(claims.get(free[0]!) ?? []), fit]);
    else if (free.length > 1) left.push({ file, reason: severalFlows(free) });
    else if (fit.flows.length > 0) left.push({ file, reason: linkedAlready(fit.flows[0]!, linkedTo) });
  }
  const link: Pairing[] = [];
  for (const [flow, claim] of claims) {
    const best = Math.min(...claim.map(({ rank }) => rank));
    const [winner, ...equals] = claim.filter(({ rank }) => rank === best);
    const isClear = winner !== undefined && equals.length === 0;
    if (isClear) link.push({ file: winner.candidate.file, flow });
    const losers = isClear ? claim.filter((fit) => fit !== winner) : claim;
    const files = claim.map(({ candidate }) => candidate.file);
    for (const { candidate } of losers)
      left.push({ file: candidate.file, reason: severalFiles(flow, files) });
  }
  return { link, left };
}

function creations(candidates: readonly Candidate[]): Pick<Plan, 'create' | 'left'> {
  const wanted = candidates.map((candidate): Creation => {
    const name = candidate.elsewhere[0]?.name ?? nameLike(nameIn(candidate.file));
    return { ...candidate, name };
  });
  const byName = groups(wanted, ({ name }) => [plainName(name)]);
  const create: Creation[] = [];
  const left: Left[] = [];
  for (const creation of wanted) {
    const alike = byName.get(plainName(creation.name)) ?? [];
    const problem = nameProblem(creation.name) ?? (alike.length > 1 ? sameName(alike) : undefined);
    if (problem === undefined) create.push(creation);
    else left.push({ file: creation.file, reason: problem });
  }
  return { create, left };
}

function groups<T>(values: readonly T[], keysOf: (value: T) => readonly string[]): Map<string, T[]> {
  const result = new Map<string, T[]>();
  for (const value of values) {
    for (const key of keysOf(value)) {
      const group = result.get(key);
      if (group === undefined) result.set(key, [value]);
      else group.push(value);
    }
  }
  return result;
}

function severalFlows(flows: readonly Flow[]): string {
  const ids = someOf(flows.map(({ ref }) => ref.flowId));
  return l10n.t('Several flows of the space fit its name: {0}.', ids);
}

function severalFiles({ name, ref }: Flow, files: readonly Uri[]): string {
  return l10n.t('Several files fit the flow {0}: {1}.', name ?? ref.flowId, someOf(files.map(pathOf)));
}

function linkedAlready(flow: Flow, linkedTo: (flow: Flow) => Uri | undefined): string {
  const file = linkedTo(flow);
  return l10n.t(
    'The flow {0} is linked to another file already: {1}.',
    flow.name ?? flow.ref.flowId,
    file === undefined ? '' : pathOf(file),
  );
}

function sameName(creations: readonly Creation[]): string {
  const files = someOf(creations.map(({ file }) => pathOf(file)));
  return l10n.t('Several files would become flows of the name {0}: {1}.', creations[0]!.name, files);
}
