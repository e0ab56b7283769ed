import { actions, failures } from './names';

const text = (description: string) => ({ type: 'string', description });
const object = (description: string, properties: object) => ({
  type: 'object',
  description,
  additionalProperties: false,
  properties,
});

const screenData = (description: string) => ({ type: 'object', description });

/** The JSON Schema (draft-07) of `*.flow-mock.json`, for editors; the program itself reads it with `read.ts`. */
export function mockSchema(): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Mock of a WhatsApp Flow',
    description:
      'How CAMS Flows tries out the flow beside this file: with which data, and with which answers.',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      open: object('What the message that opens the flow says.', {
        action: {
          enum: ['navigate', 'data_exchange'],
          description: 'data_exchange asks the endpoint for the first screen (INIT). Default: navigate.',
        },
        screen: text('The first screen. Default: the one that no other leads to.'),
        data: screenData('The data of the first screen.'),
        token: text('The flow_token. Default: unused.'),
      }),
      presets: {
        type: 'object',
        description: 'Data to try screens with: by the ID of the screen, then by a name of your own.',
        additionalProperties: {
          type: 'object',
          additionalProperties: screenData('The data of the screen.'),
        },
      },
      answers: {
        type: 'array',
        description: 'Answers in place of the endpoint. The first rule that fits a request answers it.',
        items: {
          type: 'object',
          additionalProperties: false,
          properties: {
            when: object('What the request is like. What is left out may be anything.', {
              action: { enum: actions, description: 'The action of the request.' },
              screen: text('The ID of the screen that asks. INIT has none.'),
              data: screenData('What the data of the request has to hold; it may hold more.'),
            }),
            answer: {
              type: 'object',
              description:
                'The answer: a screen and its data. "${data.email}" stands for that value of the request.',
              properties: {
                screen: text('The ID of the next screen; SUCCESS ends the flow.'),
                data: screenData('The data of that screen; error_message is shown at the bottom.'),
              },
            },
            failure: object('Something goes wrong instead.', {
              error: { enum: failures, description: "What is wrong, in the words of WhatsApp's client." },
              status: { type: 'integer', minimum: 100, maximum: 599, description: 'The HTTP status.' },
              message: text('What people read with status 427.'),
            }),
          },
          oneOf: [{ required: ['answer'] }, { required: ['failure'] }],
        },
      },
    },
  };
}
