import { say } from '../../message';
import { oldScreenId, screenId } from '../patterns';
import {
  components,
  object,
  oneOf,
  plainBool,
  plainList,
  plainText,
  property,
  required,
  text,
} from '../rows';
import type { ObjectFact, Shape } from '../types';
import { versions } from '../versions';

const routes = (id: RegExp): Shape => ({
  is: 'map',
  keys: id,
  values: plainList(plainText({ pattern: id })),
});
const routesAbout = say(
  'Which screens follow each screen; needed with an endpoint, otherwise drawn from the actions.',
);
const apiVersion = say('The version of the endpoint traffic; makes this a flow with an endpoint.');
const idAbout = say('The name of the screen: letters and underscores, unique in the flow.');
const titleAbout = say('The text in the top bar, on one line.');

const flow: ObjectFact = {
  about: say('A WhatsApp Flow.'),
  provenance: 'documented',
  properties: {
    version: property(
      oneOf(...versions.map((version) => version.name)),
      say('The version of Flow JSON that the flow is written in.'),
      required,
    ),
    data_api_version: [
      property(oneOf('3.0'), apiVersion, { until: '7.3' }),
      property(oneOf('3.0', '4.0'), apiVersion, { since: '7.3' }),
    ],
    data_channel_uri: property(
      plainText({ format: 'uri' }),
      say('The address of the endpoint; from 3.0 it is set on the flow, not in its JSON.'),
      { until: '3.0' },
    ),
    routing_model: [
      property(routes(oldScreenId), routesAbout, { until: '7.0' }),
      property(routes(screenId), routesAbout, { since: '7.0' }),
    ],
    screens: property(
      plainList(object('screen'), { min: 1 }),
      say('The screens; the flow opens with the one that no other leads to.'),
      required,
    ),
  },
};

const screen: ObjectFact = {
  about: say('One screen of the flow.'),
  provenance: 'documented',
  properties: {
    id: [
      property(plainText({ minLength: 1, pattern: oldScreenId }), idAbout, { until: '7.0', ...required }),
      property(plainText({ minLength: 1, pattern: screenId }), idAbout, { since: '7.0', ...required }),
    ],
    title: [
      property(plainText({ blank: 'allowed' }), titleAbout, { until: '4.0', ...required }),
      property(text({ blank: 'allowed' }), titleAbout, { since: '4.0', until: '5.0', ...required }),
      property(text({ blank: 'refused' }), titleAbout, { since: '5.0', ...required }),
    ],
    terminal: property(plainBool, say('Whether the flow can end on this screen.'), { default: false }),
    success: property(plainBool, say('Whether ending here counts as success; on terminal screens only.'), {
      default: true,
      onlyWith: { property: 'terminal', values: [true] },
    }),
    refresh_on_back: property(
      plainBool,
      say('Whether going back from here asks the endpoint; needs an endpoint.'),
      { default: false },
    ),
    sensitive: property(
      plainList(plainText({ blank: 'allowed' }), { min: 1 }),
      say('Names of inputs whose values are masked in the summary that people see.'),
      { since: '5.1' },
    ),
    data: property(
      { is: 'map', values: object('dataEntry'), exempt: /^required/ },
      say('What the screen is given: a name, a type and an example for each value.'),
    ),
    layout: property(object('layout'), say('What the screen shows.'), { required: { since: '6.0' } }),
  },
};

const layout: ObjectFact = {
  about: say('The components of a screen, one below the other.'),
  provenance: 'documented',
  properties: {
    type: property(oneOf('SingleColumnLayout'), say('The only layout there is.'), required),
    children: property(components('layout'), say('The components, from top to bottom.'), required),
  },
};

const dataEntry: ObjectFact = {
  about: say('One value of the data model, described as JSON Schema does it.'),
  provenance: 'documented',
  open: true,
  properties: {
    type: property(
      oneOf('string', 'number', 'integer', 'boolean', 'object', 'array'),
      say('The type of the value.'),
      required,
    ),
    __example__: property({ is: 'any' }, say('An example of the value: what previews show.'), required),
    items: property({ is: 'any' }, say('What the items of an array look like.')),
    properties: property(
      { is: 'map', values: { is: 'any' } },
      say('What the properties of an object look like.'),
    ),
  },
};

export const screenObjects = { flow, screen, layout, dataEntry };
