import { VERSION } from './version';

/** The JSON Schema (draft-07) of `cams-flows.json`, for editors; the program itself reads it with `content.ts`. */
export function manifestSchema(): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'CAMS Flows',
    description:
      'Which files of this folder are which WhatsApp Flows. Made to be committed; nothing in it is secret.',
    type: 'object',
    required: ['version', 'environments', 'flows'],
    properties: {
      $schema: { type: 'string' },
      version: { description: 'The format of this file.', type: 'integer', minimum: 1, maximum: VERSION },
      environments: {
        description:
          'The spaces that the flows lie in, by a name of your own. The first is the one to begin with.',
        type: 'object',
        additionalProperties: environment,
      },
      flows: {
        description: 'The linked files, by their path from this folder on.',
        type: 'object',
        propertyNames: { pattern: '^(?!/)(?!.*(^|/)\\.{0,2}/)[^\\\\:]*\\.flow\\.json$' },
        additionalProperties: {
          description: 'The flow that this file is in each environment.',
          type: 'object',
          additionalProperties: link,
        },
      },
    },
  };
}

const environment = {
  type: 'object',
  required: ['space'],
  properties: {
    space: { description: "The ID of the space; empty for an account's default space.", type: 'string' },
  },
};

const link = {
  type: 'object',
  required: ['flow'],
  properties: {
    flow: { description: 'The ID of the flow.', type: 'string', minLength: 1 },
    synced: {
      description:
        'A fingerprint of what file and flow had in common when they were last pulled or pushed. CAMS Flows writes it.',
      type: 'string',
    },
  },
};
