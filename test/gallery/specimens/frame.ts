import type { PlayerEvent } from '../../../src/player/player';
import { wholeFlows } from '../../simulator/flows';
import { screenOf, type Specimen } from '../specimen';

const text = { type: 'TextBody', text: 'What stands on the screen stays where it is.' };
const answering = JSON.stringify({
  version: '7.3',
  data_api_version: '3.0',
  routing_model: { START: [] },
  screens: [
    {
      id: 'START',
      title: 'Asking the endpoint',
      terminal: true,
      layout: {
        type: 'SingleColumnLayout',
        children: [
          text,
          { type: 'Footer', label: 'Ask', 'on-click-action': { name: 'data_exchange', payload: {} } },
        ],
      },
    },
  ],
});
const ask: PlayerEvent = { is: 'tapped', key: '1' };
const complete: PlayerEvent = { is: 'tapped', key: '1' };

export const frame: readonly Specimen[] = [
  { title: 'A whole flow', flow: wholeFlows.coffeeOrder, height: 'phone' },
  {
    title: 'The menu',
    flow: screenOf('The menu is open', [text]),
    press: ['.wf-header button:last-of-type'],
    height: 'phone',
  },
  { title: 'Waiting', flow: answering, events: [ask], height: 'phone' },
  {
    title: 'Snackbar',
    flow: answering,
    events: [
      ask,
      {
        is: 'answered',
        answer: {
          screen: 'START',
          data: { error_message: 'This appointment has just been taken. Choose another one, please.' },
        },
      },
    ],
    height: 'phone',
  },
  { title: 'Completed', flow: screenOf('Done', [text]), events: [complete], height: 'phone' },
  {
    title: 'No answer in time',
    flow: answering,
    events: [ask, { is: 'failed', failure: { error: 'timeout_error' } }],
    height: 'phone',
  },
  {
    title: 'Ended with an error',
    flow: answering,
    events: [ask, { is: 'answered', answer: { screen: 'NOWHERE', data: {} } }],
    height: 'phone',
  },
  { title: 'Nothing to show', flow: '{ "version": "7.3", "screens": [] }', height: 'phone' },
  {
    title: 'A mark, larger texts',
    flow: screenOf('A title that is much longer than the bar is wide', [
      text,
      text,
      { type: 'TextInput', name: 'name', label: 'Name' },
    ]),
    mark: '1',
    scale: 1.4,
    height: 'phone',
  },
];
