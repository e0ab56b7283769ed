import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { l10n } from 'vscode';
import { AdviceError } from './adviceError';
import { readAliyunConfig, type AliyunProfile, type ProfileKeys } from './aliyunConfig';
import { isAccessKeyId, isAccessKeySecret, isSecurityToken } from './keys';

/** Far more than any config.json has, in bytes. */
const LARGEST_FILE = 4 * 1024 * 1024;

/** The file that the aliyun CLI keeps its profiles in. */
export const aliyunConfigFile = (): string => path.join(homedir(), '.aliyun', 'config.json');

/**
 * The profiles of the aliyun CLI; none when there is no file. Only reads. Why a file cannot be read is
 * told without a word of what stands in it.
 */
export async function readAliyunProfiles(file = aliyunConfigFile()): Promise<AliyunProfile[]> {
  const text = await readText(file);
  if (text === undefined) return [];
  const profiles = readAliyunConfig(text, Date.now(), process.env.ALIBABA_CLOUD_PROFILE?.trim() || undefined);
  if (profiles !== undefined) return profiles;
  throw new AdviceError(
    l10n.t('The file {0} is not one that the aliyun CLI writes.', file),
    l10n.t('Run "aliyun configure list" to see what is wrong with it.'),
  );
}

/** The keys in `ALIBABA_CLOUD_ACCESS_KEY_ID` and its companions, if they can be keys at all. */
export function environmentKeys(environment: NodeJS.ProcessEnv = process.env): ProfileKeys | undefined {
  const accessKeyId = environment.ALIBABA_CLOUD_ACCESS_KEY_ID?.trim() ?? '';
  const accessKeySecret = environment.ALIBABA_CLOUD_ACCESS_KEY_SECRET?.trim() ?? '';
  const securityToken = environment.ALIBABA_CLOUD_SECURITY_TOKEN?.trim() || undefined;
  if (!isAccessKeyId(accessKeyId) || !isAccessKeySecret(accessKeySecret)) return undefined;
  if (securityToken !== undefined && !isSecurityToken(securityToken)) return undefined;
  return { accessKeyId, accessKeySecret, securityToken };
}

async function readText(file: string): Promise<string | undefined> {
  try {
    const { size } = await stat(file);
    if (size <= LARGEST_FILE) return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new AdviceError(
      l10n.t('The file {0} cannot be read ({1}).', file, code ?? '–'),
      l10n.t('Check who may read it.'),
    );
  }
  return '';
}
