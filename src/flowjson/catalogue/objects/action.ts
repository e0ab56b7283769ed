import { say } from '../../message';
import { object, oneOf, property, required, text } from '../rows';
import type { ActionFact, ObjectFact, Shape } from '../types';

/** The actions (facts on Flow JSON, section 6). Where each may stand is said by the shapes of the properties. */
export const actionTable: readonly ActionFact[] = [
  {
    name: 'navigate',
    about: say('Opens another screen and hands it the payload as its data.'),
    payload: 'optional',
    next: 'required',
    url: 'forbidden',
    provenance: 'documented',
  },
  {
    name: 'complete',
    about: say('Ends the flow and sends the payload as the answer; on terminal screens only.'),
    payload: 'optional',
    next: 'forbidden',
    url: 'forbidden',
    provenance: 'documented',
  },
  {
    name: 'data_exchange',
    about: say('Sends the payload to the endpoint, which says what comes next.'),
    payload: 'optional',
    next: 'forbidden',
    url: 'forbidden',
    provenance: 'documented',
  },
  {
    name: 'update_data',
    since: '6.0',
    about: say('Changes data of the same screen, at once and without an endpoint.'),
    payload: 'required',
    next: 'forbidden',
    url: 'forbidden',
    provenance: 'documented',
  },
  {
    name: 'open_url',
    since: '6.0',
    about: say('Opens a web page in the browser; only https addresses work.'),
    payload: 'forbidden',
    next: 'forbidden',
    url: 'required',
    provenance: 'documented',
  },
];

const actionName = property(
  oneOf(...actionTable.map((action) => action.name)),
  say('What happens.'),
  required,
);
const values: Shape = { is: 'map', values: { is: 'any' } };
const payload = say('The values that go along, by their names.');

const clickAction: ObjectFact = {
  about: say('What happens on a tap.'),
  provenance: 'documented',
  properties: {
    name: actionName,
    next: property(object('next'), say('The screen to open, with {0}.', 'navigate')),
    payload: property(values, payload),
    url: property(text({ format: 'uri' }), say('The address to open, with {0}.', 'open_url'), {
      since: '6.0',
      examples: ['https://'],
    }),
  },
};

const selectAction: ObjectFact = {
  about: say('What happens on a choice.'),
  provenance: 'documented',
  properties: { name: actionName, payload: property(values, payload, required) },
};

const next: ObjectFact = {
  about: say('Where to go.'),
  provenance: 'documented',
  properties: {
    type: property(text({ blank: 'refused' }), say('Always {0}.', 'screen'), {
      ...required,
      examples: ['screen'],
    }),
    name: property(text({ blank: 'refused' }), say('The id of the screen.'), required),
  },
};

export const actionObjects = { clickAction, selectAction, next };
