import { isRecord } from '../platform/record';
import { isAccessKeyId, isAccessKeySecret, isSecurityToken, parseJson } from './keys';

/** What a profile says of a role; where its STS is, is decided later. */
interface ProfileRole {
  readonly arn: string;
  readonly sessionName: string;
  readonly duration?: number;
  readonly externalId?: string;
  /** '' when the profile names none. */
  readonly stsRegion: string;
}

export interface ProfileKeys {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
  readonly role?: ProfileRole;
}

/** Why a profile cannot be taken over as it is. */
type ProfileProblem = 'incomplete' | 'ended' | 'foreignMode' | 'noKeyPair';

export interface AliyunProfile {
  readonly name: string;
  /** As this program spells it; '' for one that it does not know. */
  readonly mode: string;
  readonly isCurrent: boolean;
  readonly keys?: ProfileKeys;
  readonly problem?: ProfileProblem;
}

/** Modes whose keys lie in the file. */
const OWN_MODES = ['AK', 'StsToken', 'RamRoleArn', 'CloudSSO', 'OAuth'];

/** Modes that only the CLI can turn into keys. */
const FOREIGN_MODES = [
  'ChainableRamRoleArn',
  'EcsRamRole',
  'OIDC',
  'External',
  'CredentialsURI',
  'RsaKeyPair',
  'RamRoleArnWithRoleName',
];

/** Modes without a key pair: CAMS has no use for them. */
const KEYLESS_MODES = ['BearerToken', 'Anonymous'];

const MODES = [...OWN_MODES, ...FOREIGN_MODES, ...KEYLESS_MODES];

/** STS knows no shorter life of role keys, in seconds. */
const SHORTEST_DURATION = 900;

/**
 * Reads the text of the aliyun CLI's config.json. Undefined when it is not one. The reading never
 * throws, and what it gives quotes nothing of the file but profile names and keys in their own fields.
 *
 * @param now milliseconds since 1970, against which cached keys have ended or not.
 * @param chosen the profile that the environment names; the file's own choice otherwise.
 */
export function readAliyunConfig(text: string, now: number, chosen?: string): AliyunProfile[] | undefined {
  const config = parseJson(text.replace(/^\uFEFF/, ''));
  if (!isRecord(config) || !Array.isArray(config.profiles)) return undefined;
  const current = chosen ?? textOf(config.current);
  return config.profiles.filter(isRecord).flatMap((profile) => {
    const name = textOf(profile.name);
    if (name === '') return [];
    const mode = MODES.find((known) => known.toLowerCase() === textOf(profile.mode).toLowerCase()) ?? '';
    return { name, mode, isCurrent: name === current, ...keysOf(mode, profile, now) };
  });
}

type Fields = Readonly<Record<string, unknown>>;

function keysOf(mode: string, profile: Fields, now: number): Pick<AliyunProfile, 'keys' | 'problem'> {
  if (KEYLESS_MODES.includes(mode)) return { problem: 'noKeyPair' };
  if (!OWN_MODES.includes(mode)) return { problem: 'foreignMode' };
  const isCached = mode === 'CloudSSO' || mode === 'OAuth';
  if (isCached && !(secondsOf(profile.sts_expiration) * 1000 > now)) return { problem: 'ended' };

  const accessKeyId = textOf(profile.access_key_id);
  const accessKeySecret = textOf(profile.access_key_secret);
  const token = mode === 'AK' ? '' : textOf(profile.sts_token);
  const needsToken = mode === 'StsToken' || isCached;
  const isComplete =
    isAccessKeyId(accessKeyId) &&
    isAccessKeySecret(accessKeySecret) &&
    (token === '' ? !needsToken : isSecurityToken(token));
  const role = mode === 'RamRoleArn' ? roleOf(profile) : undefined;
  if (!isComplete || (mode === 'RamRoleArn' && role === undefined)) return { problem: 'incomplete' };
  return { keys: { accessKeyId, accessKeySecret, securityToken: token === '' ? undefined : token, role } };
}

function roleOf(profile: Fields): ProfileRole | undefined {
  const arn = textOf(profile.ram_role_arn);
  if (arn === '') return undefined;
  const duration = secondsOf(profile.expired_seconds);
  const externalId = textOf(profile.external_id);
  return {
    arn,
    sessionName: textOf(profile.ram_session_name) || 'cams-flows',
    duration: duration >= SHORTEST_DURATION ? duration : undefined,
    externalId: externalId === '' ? undefined : externalId,
    stsRegion: textOf(profile.sts_region),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function secondsOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
