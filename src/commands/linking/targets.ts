import * as vscode from 'vscode';
import { askChoice, back, unlessDismissed } from '../../accounts/steps';
import { isNode } from '../../explorer/nodes';
import { isFlowRef, sameFlow, type FlowRef } from '../../flows/types';
import { isChangeRow, type ChangeRow } from '../../links/changeRows';
import { statusWord } from '../../links/linkLooks';
import type { Link } from '../../links/types';
import { baseName } from '../../platform/baseName';
import { showInformationMessage } from '../../platform/messages';
import type { Parts } from '../command';
import { flowName, pathOf } from './texts';

type TargetParts = Pick<Parts, 'links' | 'flows'>;

/**
 * The links that a command is about: rows of the view, files, all files below folders, a flow; else the file in front of the
 * person, else the one that they pick. Undefined when there is none: then they have been told why, or picked nothing.
 */
export async function linkTargets(
  parts: TargetParts,
  args: readonly unknown[],
  question: string,
): Promise<readonly Link[] | undefined> {
  await parts.links.load();
  const given = givenBy(args).filter((value) => isMeaningful(value));
  if (given.length === 0) return frontOrPicked(parts, question);
  const links = [...new Set(given.flatMap((value) => linksOf(parts, value)))];
  if (links.length > 0) return links;
  tellNotLinked(
    parts,
    given.find((value) => value instanceof vscode.Uri),
  );
  return undefined;
}

/** As `linkTargets`, for what can be done with one file at a time. */
export async function linkTarget(
  parts: TargetParts,
  args: readonly unknown[],
  question: string,
): Promise<Link | undefined> {
  return (await linkTargets(parts, args.slice(0, 1), question))?.[0];
}

/** VS Code hands over what was clicked, then everything that was selected with it. */
function givenBy([clicked, selected]: readonly unknown[]): readonly unknown[] {
  return Array.isArray(selected) && selected.includes(clicked) ? (selected as unknown[]) : [clicked];
}

function isMeaningful(value: unknown): value is ChangeRow | vscode.Uri | FlowRef {
  return value instanceof vscode.Uri || isChangeRow(value) || flowIn(value) !== undefined;
}

function flowIn(value: unknown): FlowRef | undefined {
  if (isNode(value)) return value.kind === 'flow' ? value.ref : undefined;
  return isFlowRef(value) ? value : undefined;
}

/** As they stand now: a row may have been drawn a while ago. */
function linksOf(parts: TargetParts, value: unknown): Link[] {
  const { links } = parts;
  if (value instanceof vscode.Uri) {
    // A look at all links for each of a thousand selected files would take long.
    const file = links.of(value);
    return (file === undefined ? links.under([value]) : [file]).map(({ link }) => link);
  }
  if (isChangeRow(value)) {
    if (value.kind === 'link') return linksOf(parts, value.state.link.file);
    if (value.kind === 'problem') return [];
    return links.all.filter(({ status }) => status === value.status).map(({ link }) => link);
  }
  const ref = flowIn(value);
  return links.all.map(({ link }) => link).filter((link) => link.ref && ref && sameFlow(link.ref, ref));
}

async function frontOrPicked(parts: TargetParts, question: string): Promise<readonly Link[] | undefined> {
  const front = vscode.window.activeTextEditor?.document.uri;
  const inFront = front && parts.links.of(front)?.link;
  if (inFront !== undefined) return [inFront];
  if (parts.links.all.length === 0) {
    tellNotLinked(parts, undefined);
    return undefined;
  }
  const choices = parts.links.all.map(({ link, status }) => ({
    label: baseName(link.file),
    description: [flowName(parts, link), statusWord(status)].join(' · '),
    detail: pathOf(link.folder),
    value: link,
  }));
  const picked = await unlessDismissed(askChoice({ title: question, placeholder: question, choices }));
  return picked === undefined || picked === back ? undefined : [picked];
}

/** Does not wait for an answer: nothing goes on here. */
function tellNotLinked({ links }: TargetParts, file: vscode.Uri | undefined): void {
  const add = vscode.l10n.t('Link a File…');
  const choose = vscode.l10n.t('Choose Environment…');
  const elsewhere = file === undefined ? [] : links.everywhere(file).map(({ environment }) => environment);
  const offers = elsewhere.length > 0 ? [choose, add] : [add];
  void showInformationMessage(whyNotLinked(links.environment, file, elsewhere), ...offers).then((choice) => {
    if (choice === add) void vscode.commands.executeCommand('camsFlows.link.add', file);
    if (choice === choose) void vscode.commands.executeCommand('camsFlows.links.environment');
  });
}

function whyNotLinked(
  environment: string,
  file: vscode.Uri | undefined,
  elsewhere: readonly string[],
): string {
  if (file === undefined || environment === '')
    return vscode.l10n.t('No file of this workspace is linked to a WhatsApp Flow yet.');
  const path = pathOf(file);
  return elsewhere.length === 0
    ? vscode.l10n.t('Nothing in {0} is linked to a WhatsApp Flow in the environment {1}.', path, environment)
    : vscode.l10n.t(
        'The file {0} is linked to a WhatsApp Flow in {1}, but not in the chosen environment {2}.',
        path,
        elsewhere.join(', '),
        environment,
      );
}
