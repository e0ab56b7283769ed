import type { Flow } from '../../../../src/flowjson/model/flow';
import { english } from '../../../../src/flowjson/message';
import { examplesOf, project, start, step } from '../../../../src/player/player';
import type { Drawn, DrawnAction, Json, PlayerEvent, PlayerState } from '../../../../src/player/player';

/**
 * Plays a path through a flow to its end, as a person with patience would: fills what is asked, takes what leads on, and
 * where that does not work tries other choices and other data.
 *
 * @returns why it did not work; nothing if it did
 */
export function play(flow: Flow, path: readonly string[]): string | undefined {
  let { state } = start(flow, { screen: path[0]! });
  for (const [index, id] of path.entries()) {
    const next = path[index + 1];
    const moved = attempts.map((attempt) => () => new Visit(flow, state, next, attempt).play());
    let done: PlayerState | undefined;
    for (const tryIt of moved) if ((done = tryIt())) break;
    if (done === undefined) return `${id} does not lead to ${next ?? 'the end'}: ${stuck(flow, state)}`;
    state = done;
  }
  return undefined;
}

const attempts = Array.from({ length: 24 }, (_, index) => index);

function stuck(flow: Flow, state: PlayerState): string {
  const { screen } = project(flow, state);
  const why = screen?.footer?.obstacles.map(({ where, reason }) => `${where ?? ''} ${english(reason)}`);
  return JSON.stringify(why ?? screen?.components.map(({ type, is }) => `${type} ${is}`));
}

/** One try to get on from a screen. */
class Visit {
  constructor(
    private readonly flow: Flow,
    private state: PlayerState,
    private readonly next: string | undefined,
    private readonly attempt: number,
  ) {}

  play(): PlayerState | undefined {
    // From the ninth try on the data of the screen changes too.
    if (this.attempt >= 8) this.vary();
    for (let round = 0; round < 4; round += 1)
      for (const input of this.drawn.filter((one) => one.input)) this.fill(input);
    for (const { key, action, item } of this.taps) {
      const before = this.state;
      const leadsOn = action.name === 'navigate' ? action.target === this.next : action.name !== 'open_url';
      if (!leadsOn) continue;
      this.do({ is: 'tapped', key, ...(item !== undefined && { item }) });
      if (isWaiting(this.state)) this.answer();
      if (this.isThere) return this.state;
      this.state = before;
    }
    return undefined;
  }

  private get isThere(): boolean {
    if (this.next === undefined) return this.state.phase.is === 'completed';
    return this.state.phase.is === 'showing' && this.state.stack.at(-1) === this.next;
  }

  private get drawn(): Drawn[] {
    const { screen } = project(this.flow, this.state);
    return screen ? below([...screen.components, ...(screen.footer ? [screen.footer] : [])]) : [];
  }

  private get taps(): { key: string; action: DrawnAction; item?: string }[] {
    return this.drawn.flatMap(({ key, action, options }) => [
      ...options.flatMap((option) =>
        option.action
          ? [{ key, action: option.action, item: option.id }]
          : action
            ? [{ key, action, item: option.id }]
            : [],
      ),
      ...(action ? [{ key, action }] : []),
    ]);
  }

  private do(event: PlayerEvent): void {
    this.state = step(this.flow, this.state, event).state;
  }

  private answer(): void {
    const screen = this.next === undefined ? undefined : this.flow.screen(this.next);
    if (screen) this.do({ is: 'answered', answer: { screen: screen.id!, data: examplesOf(screen) } });
    else {
      const data = { extension_message_response: { params: { flow_token: 'token' } } };
      this.do({ is: 'answered', answer: { screen: 'SUCCESS', data } });
    }
  }

  private vary(): void {
    const { screen } = project(this.flow, this.state);
    if (!screen) return;
    const data = Object.fromEntries(
      Object.entries(screen.data).map(([key, value], index) => [
        key,
        varied(value, (this.attempt >> (index % 4)) & 1),
      ]),
    );
    this.do({ is: 'supplied', screen: screen.id, data });
  }

  private fill(drawn: Drawn): void {
    const input = drawn.input!;
    const isOptional = !input.required && input.problems.length === 0;
    if (isOptional && this.attempt % 4 === 3) return;
    for (const event of eventsFor(drawn, this.attempt)) {
      const now = this.drawn.find(({ key }) => key === drawn.key)?.input;
      if (now?.value != null && now.problems.length === 0) return;
      this.do(event);
      // An endpoint that is asked about a choice has nothing to say.
      if (isWaiting(this.state)) {
        this.do({ is: 'answered', answer: { screen: this.state.stack.at(-1)!, data: {} } });
      }
    }
  }
}

function varied(value: Json, flip: number): Json {
  return typeof value === 'boolean' && flip === 1 ? !value : value;
}

const words = [
  'Ada Lovelace',
  'ada@example.com',
  '+49 30 123456',
  ...[
    '7',
    '42',
    '123',
    '1234',
    '12345',
    '123456',
    '12345678',
    '1234567890',
    '007',
    '2024-10-23',
    'AB123456',
    'Abcd123!',
  ],
];
const days = ['2024-10-23', '2026-06-15', '2026-06-16', '1990-01-01', '2030-01-07'];
const milliseconds = (day: string): string => String(Date.parse(day));

/** What might be given to an input, one after the other until it is content. */
function eventsFor({ type, name, properties, options, input }: Drawn, attempt: number): PlayerEvent[] {
  if (name === null) return [];
  switch (type) {
    case 'TextInput':
    case 'TextArea': {
      const least = properties['min-chars'];
      const long = 'a'.repeat(typeof least === 'number' ? Math.min(least, 500) : 1);
      return [...words, long].map((text) => ({ is: 'typed', name, text }));
    }
    case 'OptIn':
      return attempt % 4 === 1 && input?.required !== true ? [] : [{ is: 'chosen', name }];
    case 'DatePicker':
    case 'CalendarPicker': {
      const near = [properties['min-date'], properties['max-date']].filter((day) => typeof day === 'string');
      if (properties['mode'] === 'range') {
        return ranges(near).map(([from, to]) => ({
          is: 'dated',
          name,
          value: { 'start-date': from, 'end-date': to },
        }));
      }
      return [...days, ...days.map(milliseconds), ...near].map((value) => ({ is: 'dated', name, value }));
    }
    case 'PhotoPicker':
    case 'DocumentPicker': {
      const types = properties['allowed-mime-types'];
      const mime_type = Array.isArray(types) ? String(types[0]) : 'image/jpeg';
      const files = Array.from({ length: Math.max(1, input?.least ?? 1) }, () => ({
        file_name: 'file',
        mime_type,
        kilobytes: 1,
      }));
      return [{ is: 'attached', name, files }];
    }
    default: {
      const able = options.filter(({ enabled }) => enabled);
      return able.map((_, index) => ({
        is: 'chosen',
        name,
        option: able[(index + attempt) % able.length]!.id,
      }));
    }
  }
}

function ranges(near: readonly string[]): [string, string][] {
  const later = (day: string, by: number): string =>
    new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);
  return [...near, ...days].flatMap((day) =>
    [0, 1, 2, 6, 13, 29].map((by): [string, string] => [day, later(day, by)]),
  );
}

const isWaiting = ({ phase }: PlayerState): boolean => phase.is === 'waiting';

/** Components and all they hold. */
export function below(list: readonly Drawn[]): Drawn[] {
  return list.flatMap((one) => [one, ...below(one.children)]);
}
