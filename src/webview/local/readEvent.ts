import type { PlayerEvent } from '../../player/player';
import { isRecord } from '../../platform/record';
import { isJson } from './readJson';

/**
 * Reads what a person did with the phone. What an endpoint or the developer does comes by messages of their own.
 * Undefined for anything else.
 */
export function readEvent(value: unknown): PlayerEvent | undefined {
  if (!isRecord(value)) return undefined;
  const { is, name } = value;
  switch (is) {
    case 'back':
    case 'dismissed':
      return { is };
    case 'tapped': {
      const { key, item } = value;
      if (typeof key !== 'string' || !isOptionalText(item)) return undefined;
      return item === undefined ? { is, key } : { is, key, item };
    }
  }
  if (typeof name !== 'string') return undefined;
  switch (is) {
    case 'left':
      return { is, name };
    case 'typed':
      return typeof value['text'] === 'string' ? { is, name, text: value['text'] } : undefined;
    case 'chosen':
    case 'unchosen': {
      const { option } = value;
      if (!isOptionalText(option)) return undefined;
      return option === undefined ? { is, name } : { is, name, option };
    }
    case 'dated':
      return isJson(value['value']) ? { is, name, value: value['value'] } : undefined;
    case 'attached': {
      const files = readFiles(value['files']);
      return files && { is, name, files };
    }
    case 'detached':
      return typeof value['file'] === 'string' ? { is, name, file: value['file'] } : undefined;
    default:
      return undefined;
  }
}

type Files = Extract<PlayerEvent, { is: 'attached' }>['files'];

function readFiles(value: unknown): Files | undefined {
  if (!Array.isArray(value)) return undefined;
  const files = (value as unknown[]).flatMap((one) => {
    if (!isRecord(one)) return [];
    const { file_name, mime_type, kilobytes } = one;
    const isFile =
      typeof file_name === 'string' && typeof mime_type === 'string' && Number.isFinite(kilobytes);
    return isFile ? [{ file_name, mime_type, kilobytes: kilobytes as number }] : [];
  });
  return files.length === value.length ? files : undefined;
}

function isOptionalText(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}
