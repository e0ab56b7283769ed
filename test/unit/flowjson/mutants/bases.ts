import { footer, navigate, screen, type Json } from '../support';

/** A flow as a value that a mutation may change at will. */
export interface FlowValue extends Json {
  version: unknown;
  screens: ScreenValue[];
  routing_model?: Record<string, unknown>;
}

export interface ScreenValue extends Json {
  layout: { type: string; children: ComponentValue[] };
  data: Record<string, Json>;
}

export type ComponentValue = Json & { type: string };

/** A clean flow without an endpoint: FIRST asks, SECOND says thank you. */
export function plainFlow(version = '7.3'): FlowValue {
  return {
    version,
    screens: [
      screen(
        [
          { type: 'TextHeading', text: '${data.welcome}' },
          {
            type: 'TextInput',
            name: 'full_name',
            label: 'Your name',
            required: true,
            visible: '${data.asks}',
          },
          { type: 'TextArea', name: 'note', label: 'A note', 'max-length': '${data.longest}' },
          footer(navigate('SECOND', { name: '${form.full_name}', note: '${form.note}' })),
        ],
        {
          data: {
            welcome: { type: 'string', __example__: 'Good morning' },
            asks: { type: 'boolean', __example__: true },
            longest: { type: 'number', __example__: 200 },
          },
        },
      ) as ScreenValue,
      screen(
        [
          { type: 'TextBody', text: '${data.name}' },
          { type: 'TextCaption', text: '${data.note}' },
          footer({ name: 'complete', payload: { name: '${data.name}', note: '${data.note}' } }),
        ],
        {
          id: 'SECOND',
          title: 'Second',
          terminal: true,
          data: {
            name: { type: 'string', __example__: 'Ada' },
            note: { type: 'string', __example__: 'None' },
          },
        },
      ) as ScreenValue,
    ],
  };
}

/** The same with an endpoint: FIRST and SECOND as above, THIRD reached from SECOND by the endpoint's answer. */
export function endpointFlow(version = '7.3'): FlowValue {
  const flow = plainFlow(version);
  const [, second] = flow.screens;
  delete second!['terminal'];
  second!.layout.children[2]!['on-click-action'] = {
    name: 'data_exchange',
    payload: { name: '${data.name}', note: '${data.note}' },
  };
  flow.screens.push(
    screen(
      [
        { type: 'TextBody', text: '${data.result}' },
        footer({ name: 'complete', payload: { result: '${data.result}' } }),
      ],
      {
        id: 'THIRD',
        title: 'Third',
        terminal: true,
        data: { result: { type: 'string', __example__: 'Done' } },
      },
    ) as ScreenValue,
  );
  return {
    ...flow,
    data_api_version: '3.0',
    routing_model: { FIRST: ['SECOND'], SECOND: ['THIRD'], THIRD: [] },
  };
}

/** Inputs in a Form, an If with its own expressions, options, pickers: what plainFlow does not have. */
export function formFlow(version = '7.3'): FlowValue {
  const options = (): Json[] => ['red', 'green', 'blue'].map((id) => ({ id, title: id }));
  return {
    version,
    screens: [
      screen(
        [
          {
            type: 'Form',
            name: 'order',
            'init-values': { colour: 'red' },
            children: [
              {
                type: 'RadioButtonsGroup',
                name: 'colour',
                label: 'Colour',
                required: true,
                'data-source': options(),
              },
              {
                type: 'CheckboxGroup',
                name: 'extras',
                label: 'Extras',
                'min-selected-items': 0,
                'max-selected-items': 2,
                'data-source': options(),
              },
              { type: 'DatePicker', name: 'day', label: 'Day' },
              { type: 'OptIn', name: 'terms', label: 'I agree', required: true },
              {
                type: 'PhotoPicker',
                name: 'photos',
                label: 'Photos',
                'min-uploaded-photos': 0,
                'max-uploaded-photos': 1,
                'max-file-size-kb': 1024,
              },
              {
                type: 'If',
                condition: '${form.terms} && ${data.premium}',
                then: [{ type: 'TextBody', text: 'Thank you' }],
                else: [{ type: 'TextBody', text: 'Please agree' }],
              },
              {
                type: 'Switch',
                value: '${data.tier}',
                cases: {
                  gold: [{ type: 'TextCaption', text: 'Gold' }],
                  default: [{ type: 'TextCaption', text: 'Welcome' }],
                },
              },
              footer({
                name: 'complete',
                payload: {
                  colour: '${form.colour}',
                  extras: '${form.extras}',
                  day: '${form.day}',
                  terms: '${form.terms}',
                  photos: '${form.photos}',
                },
              }),
            ],
          },
        ],
        {
          id: 'ORDER',
          title: 'Order',
          terminal: true,
          data: {
            premium: { type: 'boolean', __example__: true },
            tier: { type: 'string', __example__: 'gold' },
            text: { type: 'string', __example__: 'x' },
            amount: { type: 'number', __example__: 1 },
          },
        },
      ) as ScreenValue,
    ],
  };
}

export function textOf({ screens, ...top }: FlowValue): string {
  return JSON.stringify({ ...top, screens }, undefined, 2);
}
