import { isList, isObject, type Json, type JsonObject } from '../json';
import type { PickedFile } from '../state/state';

/**
 * Picked files as they are handed on (facts on Flow JSON, section 8.19): to the endpoint with the address and the keys of
 * the upload, in the response as media ids. Both are made up: nothing is uploaded.
 */
export function filesFor(purpose: 'property' | 'payload' | 'response', held: Json): Json {
  return filesIn(held).map((file) => (purpose === 'response' ? inResponse(file) : forEndpoint(file)));
}

/** The files that a picker holds. */
export function filesIn(held: Json | undefined): readonly PickedFile[] {
  return isList(held) ? held.filter(isFile) : [];
}

function isFile(value: Json): value is JsonObject & PickedFile {
  return (
    isObject(value) &&
    typeof value['media_id'] === 'string' &&
    typeof value['file_name'] === 'string' &&
    typeof value['mime_type'] === 'string' &&
    typeof value['kilobytes'] === 'number'
  );
}

function inResponse({ media_id, file_name, mime_type }: PickedFile): JsonObject {
  return { id: media_id, file_name, mime_type };
}

function forEndpoint({ media_id, file_name }: PickedFile): JsonObject {
  const secret = 'bW9jaw==';
  return {
    media_id,
    cdn_url: `https://cdn.example/${media_id}`,
    file_name,
    encryption_metadata: {
      encrypted_hash: secret,
      iv: secret,
      encryption_key: secret,
      hmac_key: secret,
      plaintext_hash: secret,
    },
  };
}
