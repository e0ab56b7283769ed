import { serviceRefusal } from './answers';
import type { World } from './world';

const LARGEST = 10 * 1024 * 1024;
const PATIENCE = 10_000;

/** Downloads what FilePath names, as CAMS would; from loopback only, so that no test reaches the internet. */
export async function fetchFile(world: World, filePath: string): Promise<string> {
  const refused = (why: string) =>
    serviceRefusal(world.behaviour.codes.fileUnreadable, `FilePath cannot be read: ${why}.`);
  if (!URL.canParse(filePath)) throw refused('it is no URL');
  let url = new URL(filePath);
  // CAMS knows its own bucket by whatever name.
  if (url.origin === world.ossOrigin) url = new URL(url.pathname + url.search, world.ossListens);
  if (url.protocol !== 'http:' || !/^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(url.hostname))
    throw refused('unknown host');
  if (world.behaviour.filePath === 'bucketOnly' && url.origin !== world.ossListens)
    throw refused('foreign host');
  const known = world.behaviour.fileCache ? world.fetched.get(filePath) : undefined;
  if (known !== undefined) return known;
  let bytes: ArrayBuffer;
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE) });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    bytes = await response.arrayBuffer();
  } catch (error) {
    throw refused(error instanceof Error ? error.message : 'no answer');
  }
  if (bytes.byteLength > LARGEST) throw refused('more than 10 MB');
  // The mark at the beginning stays: the text is kept as it came.
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  world.fetched.set(filePath, text);
  return text;
}
