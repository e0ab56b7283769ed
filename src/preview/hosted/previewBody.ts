import { l10n } from 'vscode';
import { explain, sentenceOf } from '../../accounts/explain';
import { situationOf } from '../../cams/errors';
import type { Flow, FlowRef } from '../../flows/types';
import type { Body, Button, FlowFacts } from '../../webview/hosted/contract';
import { type PreviewOptions } from '../../webview/hosted/options';
import type { FlowLink } from './flowLink';
import type { LinkState } from './liveLink';
import { through, withOptions, type Framing } from './previewUrl';

export interface BodyParts {
  readonly signedIn: boolean;
  readonly state: LinkState<FlowLink>;
  readonly options: PreviewOptions;
  readonly round: number;
}

/** What the panel shows below its toolbar. */
export function bodyOf({ signedIn, state, options, round }: BodyParts): Body {
  if (!signedIn) {
    return {
      kind: 'notice',
      icon: 'account',
      title: l10n.t('This account is signed out'),
      text: l10n.t('Sign in to see the preview of this flow.'),
      buttons: ['signIn'],
      asking: false,
    };
  }
  switch (state.phase) {
    case 'loading':
      return { kind: 'loading' };
    case 'expired':
      return {
        kind: 'notice',
        icon: 'clock',
        title: l10n.t('CAMS gives a preview link that has already expired'),
        text: l10n.t(
          'An expired link shows nothing, so it is not opened. A new one is asked for again and again, with growing pauses. If this stays, check the clock of this computer.',
        ),
        buttons: ['reload'],
        asking: state.asking,
      };
    case 'failed':
      return {
        kind: 'notice',
        icon: 'warning',
        title: l10n.t('CAMS gave no preview link'),
        text: sentenceOf(state.error),
        buttons: waysOut(state.error),
        asking: state.asking,
      };
    case 'fresh':
    case 'renewing':
      return linkBody(state, options, round);
  }
}

function linkBody(
  state: Extract<LinkState<FlowLink>, { link: unknown }>,
  options: PreviewOptions,
  round: number,
): Body {
  const { link, remaining, problem } = state;
  const asking = state.phase === 'renewing';
  if (link.framing.kind !== 'frame') return strangeLink(link.framing, asking);
  const full = withOptions(link.url, options);
  return {
    kind: 'frame',
    source: link.tunnel === undefined ? full : through(link.tunnel, full),
    link: full,
    remaining,
    round,
    asking,
    note:
      problem === undefined
        ? undefined
        : l10n.t('The link works, but could not be renewed yet. {0}', explain(problem).reason),
  };
}

function strangeLink(framing: Exclude<Framing, { kind: 'frame' }>, asking: boolean): Body {
  return {
    kind: 'notice',
    icon: 'shield',
    title: l10n.t('The preview link does not lead to Meta'),
    text:
      framing.kind === 'ask'
        ? l10n.t('It leads to {0}. Only pages of Meta are shown here; a browser can open it.', framing.host)
        : l10n.t('It is not the address of a web page, so it is not opened.'),
    buttons: framing.kind === 'ask' ? ['openInBrowser', 'reload'] : ['reload'],
    asking,
  };
}

function waysOut(error: unknown): Button[] {
  switch (situationOf(error)) {
    case 'credentials':
    case 'expiredToken':
      return ['renewKeys'];
    case 'permission':
    case 'notSubscribed':
    case 'wrongSpace':
    case 'notFound':
    case 'clock':
      return ['reload'];
    default:
      return ['reload', 'showLog'];
  }
}

/** The flow's line above the preview. */
export function factsOf(ref: FlowRef, flow: Flow | undefined): FlowFacts {
  return {
    id: ref.flowId,
    name: flow?.name ?? l10n.t('Flow {0}', ref.flowId),
    status: flow?.status ?? l10n.t('Status unknown'),
    tone: toneOf(flow?.status),
  };
}

function toneOf(status: string | undefined): FlowFacts['tone'] {
  switch (status) {
    case 'PUBLISHED':
      return 'good';
    case 'DRAFT':
      return 'busy';
    case 'THROTTLED':
    case 'BLOCKED':
      return 'bad';
    default:
      return 'unknown';
  }
}
