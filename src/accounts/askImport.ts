import { env, l10n, ThemeIcon } from 'vscode';
import { showInformationMessage } from '../platform/messages';
import { readSettings } from '../platform/settings';
import { AdviceError } from './adviceError';
import type { AliyunProfile, ProfileKeys } from './aliyunConfig';
import { stsEndpoint } from './endpoint';
import { aliyunConfigFile, environmentKeys, readAliyunProfiles } from './importSources';
import { maskedKeyId, type Keys } from './keys';
import { askChoice, back, type Choice, type Frame } from './steps';

/** Keys that the machine already had, and what they are called there. */
export interface ImportedKeys {
  readonly name: string;
  readonly keys: Keys;
}

interface Offer {
  readonly name: string;
  readonly keys?: ProfileKeys;
  /** What to do instead, when the keys cannot be taken over as they are. */
  readonly advice?: string;
}

/** Lets the person pick from the aliyun CLI's profiles and the environment. Nothing is taken unasked. */
export async function askImport(frame: Frame): Promise<ImportedKeys> {
  const fromEnvironment = environmentKeys();
  const profiles = await readAliyunProfiles();
  const choices: Choice<Offer>[] = [
    ...(fromEnvironment === undefined ? [] : [environmentChoice(fromEnvironment)]),
    ...[...profiles].sort((a, b) => rank(a) - rank(b)).map(profileChoice),
  ];
  if (choices.length === 0) throw nothingFound();
  for (;;) {
    const offer = await askChoice({
      ...frame,
      placeholder: l10n.t(
        'Keys found on {0}. The ones you choose are copied into the secret storage.',
        machine(),
      ),
      choices,
    });
    if (offer === back) continue;
    if (offer.keys !== undefined) return { name: offer.name, keys: withEndpoint(offer.keys) };
    if (offer.advice !== undefined) void showInformationMessage(offer.advice);
  }
}

/** Which machine's home folder and environment we see: on a remote host it is not the one in front of the person. */
function machine(): string {
  return env.remoteName === undefined
    ? l10n.t('this computer')
    : l10n.t('the remote host ({0})', env.remoteName);
}

function nothingFound(): AdviceError {
  return new AdviceError(
    l10n.t(
      'There are no keys to import on {0}: no file {1}, no ALIBABA_CLOUD_ACCESS_KEY_ID.',
      machine(),
      aliyunConfigFile(),
    ),
    l10n.t('Run "aliyun configure" first, or sign in by typing the keys.'),
  );
}

/** The profile in use first, then what can be taken over, then the rest. */
function rank({ isCurrent, keys }: AliyunProfile): number {
  if (keys === undefined) return 2;
  return isCurrent ? 0 : 1;
}

function environmentChoice(keys: ProfileKeys): Choice<Offer> {
  return {
    label: l10n.t('Environment'),
    iconPath: new ThemeIcon('terminal'),
    description: maskedKeyId(keys.accessKeyId),
    detail: 'ALIBABA_CLOUD_ACCESS_KEY_ID …',
    value: { name: l10n.t('Environment'), keys },
  };
}

function profileChoice(profile: AliyunProfile): Choice<Offer> {
  const { name, mode, isCurrent, keys } = profile;
  const advice = adviceFor(profile);
  const facts = [mode || '?', keys && maskedKeyId(keys.accessKeyId), isCurrent && l10n.t('current')];
  return {
    label: name,
    iconPath: new ThemeIcon(keys === undefined ? 'circle-slash' : 'key'),
    description: facts.filter(Boolean).join(' · '),
    detail: advice ?? keys?.role?.arn,
    value: { name, keys, advice },
  };
}

function adviceFor({ name, mode, problem }: AliyunProfile): string | undefined {
  switch (problem) {
    case undefined:
      return undefined;
    case 'ended':
      return l10n.t(
        'Its keys have expired. Run "aliyun sts GetCallerIdentity --profile {0}" (or log in again with the CLI), then import once more.',
        name,
      );
    case 'incomplete':
      return l10n.t('The profile is not complete. Run "aliyun configure --profile {0}".', name);
    case 'noKeyPair':
      return l10n.t('Mode {0} has no key pair; CAMS needs one.', mode);
    case 'foreignMode':
      return l10n.t(
        'Only the CLI can get its keys. Get temporary keys with "aliyun sts AssumeRole … --profile {0}" and sign in with those.',
        name,
      );
  }
}

function withEndpoint({ role, ...pair }: ProfileKeys): Keys {
  if (role === undefined) return pair;
  const { stsRegion, ...rest } = role;
  return { ...pair, role: { ...rest, endpoint: stsEndpoint(readSettings(), stsRegion) } };
}
