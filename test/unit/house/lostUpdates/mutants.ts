import { isOutcomeUnknown } from '../../../../src/cams/errors';
import type { KeptVersions, Origin } from '../../../../src/documents/history/history';
import { meaningOf } from '../../../../src/documents/meaning';
import type { FlowWriter } from '../../../../src/documents/write/flowWriter';
import { ConflictError, type Writing, type Written } from '../../../../src/documents/write/writing';
import type { Mutation } from './program';

type Write = FlowWriter['write'];

interface Mutant {
  readonly name: string;
  /** What the law says of it. */
  readonly breach: RegExp;
  readonly mutation: Mutation;
}

/** The program with one thing wrong in it. The law must find each of them, or it would find nothing. */
export const mutants: readonly Mutant[] = [
  {
    name: 'does not compare',
    breach: /overwritten unseen/,
    mutation: {
      writer: withWrite((write) => async (writing, options) => {
        try {
          return await write(writing, options);
        } catch (error) {
          if (!(error instanceof ConflictError)) throw error;
          const found = error.remote && meaningOf(error.remote);
          return write({ ...writing, over: [...writing.over, found], looked: undefined }, options);
        }
      }),
    },
  },
  {
    name: 'takes what it looked at for what the person has seen',
    breach: /overwritten unseen/,
    mutation: {
      writer: withWrite((write) => (writing, options) => {
        const { looked, over } = writing;
        if (looked === undefined) return write(writing, options);
        return write({ ...writing, over: [...over, looked.remote && meaningOf(looked.remote)] }, options);
      }),
    },
  },
  {
    name: 'does not keep what it overwrites',
    breach: /is lost/,
    mutation: { history: forgetting('overwritten') },
  },
  {
    name: 'does not keep what it sends',
    breach: /is lost/,
    mutation: { history: forgetting('sent') },
  },
  {
    name: 'goes on when the disk does not take what is overwritten',
    breach: /is lost/,
    mutation: {
      history: (history) =>
        wrap(history, { keep: (...given) => history.keep(...given).catch(() => nothing()) }),
      journal: (journal) => wrap(journal, { begin: (entry) => journal.begin(entry).catch(() => '') }),
    },
  },
  {
    name: 'takes a lost answer for a success',
    breach: /is clean and was not on CAMS/,
    mutation: {
      cams: (cams) =>
        wrap(cams, {
          updateFlowJson: (...given) =>
            cams.updateFlowJson(...given).catch((error: unknown) => {
              if (isOutcomeUnknown(error)) return {};
              throw error;
            }),
        }),
      writer: withWrite(
        (write) =>
          async (...given) =>
            trusting(await write(...given)),
      ),
    },
  },
  {
    name: 'does something else between the look and the change',
    breach: /after the last look/,
    mutation: {
      cams: (cams) =>
        wrap(cams, {
          updateFlowJson: async (session, request, options) => {
            await cams.getFlow(session, request, options);
            return cams.updateFlowJson(session, request, options);
          },
        }),
    },
  },
  {
    name: 'writes nothing down before it sends',
    breach: /the disk knows nothing of it/,
    mutation: { journal: (journal) => wrap(journal, { begin: () => Promise.resolve('nothing') }) },
  },
  {
    name: 'says at the next start whatever comes to mind',
    breach: /untrue/,
    mutation: {
      journal: (journal) =>
        wrap(journal, {
          others: async () =>
            (await journal.others()).map((entry) => ({ ...entry, after: entry.before ?? '' })),
        }),
    },
  },
  {
    name: 'forgets what was interrupted',
    breach: /nobody was told/,
    mutation: { journal: (journal) => wrap(journal, { others: () => Promise.resolve([]) }) },
  },
];

/** As the original, but for some of its methods. */
function wrap<T extends object>(original: T, changed: Partial<T>): T {
  return Object.assign(Object.create(original) as T, changed);
}

function withWrite(change: (write: Write) => Write) {
  return (writer: FlowWriter): FlowWriter => {
    const write: Write = (writing: Writing, options) => writer.write(writing, options);
    return wrap(writer, { write: change(write) });
  };
}

function forgetting(forgotten: Origin) {
  return (history: KeptVersions): KeptVersions =>
    wrap(history, {
      keep: (ref, bytes, origin) =>
        origin === forgotten ? Promise.resolve(nothing()) : history.keep(ref, bytes, origin),
    });
}

const nothing = () => undefined as never;

const trusting = (written: Written): Written => ({ ...written, readBack: 'same' });
