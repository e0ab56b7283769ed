import { levelWords } from '../flowjson/ruleLevels';
import { codes } from './codes';
import { severities } from './severities';

/** The JSON Schema (draft-07) of `.flowlintrc.json`, for editors; flow-lint itself reads it with `config.ts`. */
export function configSchema(): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'flow-lint',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      rules: {
        description: 'What becomes of the findings of a code.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries([...codes].map(([code, about]) => [code, decisionAbout(about)])),
      },
      severity: { description: 'Findings from this severity on make flow-lint fail.', enum: severities },
      ignore: {
        description: 'Globs, from the folder of this file on, of what is left out of folders and globs.',
        type: 'array',
        items: { type: 'string', minLength: 1 },
      },
    },
  };
}

const decisionAbout = (about: readonly string[]) => ({ description: about.join(' '), enum: levelWords });
