import { say } from '../../flowjson/message';
import { isList, own, type Json, type JsonObject } from '../json';
import { filesIn } from '../screen/files';
import type { InputProblem } from './problem';

/** How few and how many files a picker takes (facts on Flow JSON, section 8.19). */
export function fileCounts(properties: JsonObject): { readonly least: number; readonly most: number } {
  const number = (word: string): number | undefined => {
    const value = own(properties, `${word}-uploaded-photos`) ?? own(properties, `${word}-uploaded-documents`);
    return typeof value === 'number' ? value : undefined;
  };
  return { least: number('min') ?? 0, most: number('max') ?? 30 };
}

/** What is wrong with the files of a picker. */
export function fileProblems(held: Json, properties: JsonObject): InputProblem[] {
  const files = filesIn(held);
  const { least, most } = fileCounts(properties);
  const problems: InputProblem[] = [];
  if (files.length < least) problems.push({ kind: 'count', message: say('Add at least {0}.', least) });
  if (files.length > most) problems.push({ kind: 'count', message: say('Add at most {0}.', most) });
  const size = own(properties, 'max-file-size-kb');
  const types = own(properties, 'allowed-mime-types');
  for (const { media_id, mime_type, kilobytes } of files) {
    if (typeof size === 'number' && kilobytes > size) {
      problems.push({ kind: 'file', part: media_id, message: say('This file is larger than {0} KB.', size) });
    }
    if (isList(types) && !types.includes(mime_type)) {
      problems.push({ kind: 'file', part: media_id, message: say('Files of this kind are not accepted.') });
    }
  }
  return problems;
}
