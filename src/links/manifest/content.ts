import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import { l10n } from 'vscode';
import { AdviceError } from '../../accounts/adviceError';
import { isLinkPath } from './paths';
import { VERSION } from './version';

/** One line of the manifest: this file is that flow, in this environment. */
export interface Entry {
  /** From the manifest's folder on, with '/'. */
  readonly path: string;
  readonly environment: string;
  /** Of the environment; '' for an account's default space. */
  readonly spaceId: string;
  readonly flowId: string;
  /** See `Link.synced`. */
  readonly synced?: string;
}

/** What a manifest says. */
export interface Content {
  /** The space of each environment, in the order of the manifest: the first is the one to begin with. */
  readonly environments: ReadonlyMap<string, string>;
  readonly entries: readonly Entry[];
  /** What is wrong with single lines, which do not count; the others do. */
  readonly flaws: readonly AdviceError[];
  /** Why nothing may be written to it. */
  readonly locked?: AdviceError;
}

/** Reads the text of a manifest, which `name` stands for in sentences. Throws an AdviceError where it is no JSON. */
export function readContent(text: string, name: string): Content {
  const reader = new Reader(text, name);
  const { environments, flows } = reader.top();
  const spaces = new Map(environments.flatMap((entry) => reader.environment(entry)));
  const entries = flows.flatMap((entry) => reader.file(entry, spaces));
  return { environments: spaces, entries, flaws: reader.flaws, locked: reader.locked };
}

/** The tree of a JSON text without the luxuries of JSONC. Throws an AdviceError that says where it is broken. */
function parseManifest(text: string, name: string): Node {
  const errors: ParseError[] = [];
  const root = parse(text, errors);
  if (root !== undefined && errors.length === 0) return root;
  const { line, column } = new Lines(text).placeOf(errors[0]?.offset ?? 0);
  throw new AdviceError(
    l10n.t('{0} is not valid JSON (line {1}, column {2}).', name, line, column),
    l10n.t('Correct it. Until then its links do not count, and it stays as it is.'),
  );
}

function parse(text: string, errors: ParseError[]): Node | undefined {
  try {
    return parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch {
    // Nested so deep that the parser gives up.
    return undefined;
  }
}

interface Property {
  readonly key: string;
  readonly node: Node;
  readonly value: Node;
}

/** Goes through a manifest and collects what is wrong on the way. */
class Reader {
  readonly flaws: AdviceError[] = [];
  locked: AdviceError | undefined;
  private readonly root: Node;
  private readonly lines: Lines;
  /** What was read already, lest its flaws are told twice. */
  private readonly known = new Map<Node, readonly Property[]>();

  constructor(
    text: string,
    private readonly name: string,
  ) {
    this.root = parseManifest(text, name);
    this.lines = new Lines(text);
  }

  top(): { environments: readonly Property[]; flows: readonly Property[] } {
    const top = this.properties(this.root);
    const valueOf = (key: string) => top.find((property) => property.key === key)?.value;
    const version = valueOf('version');
    if (version !== undefined && !(version.type === 'number' && version.value <= VERSION)) {
      this.locked = new AdviceError(
        l10n.t('{0} was written by a newer version of CAMS Flows.', this.name),
        l10n.t('Update CAMS Flows. Until then its files can be compared, but neither pulled nor pushed.'),
      );
    }
    const [environments, flows] = [valueOf('environments'), valueOf('flows')];
    return {
      environments: environments === undefined ? [] : this.properties(environments),
      flows: flows === undefined ? [] : this.properties(flows),
    };
  }

  environment({ key, node, value }: Property): [string, string][] {
    const space: unknown = this.childOf(value, 'space')?.value;
    if (!isOneLine(key))
      return this.flaw(node, l10n.t('an environment has a short name, without line breaks.'));
    if (value.type === 'object' && typeof space === 'string') return [[key, space]];
    return this.flaw(node, l10n.t('the environment "{0}" has no "space".', key));
  }

  file({ key, node, value }: Property, spaces: ReadonlyMap<string, string>): Entry[] {
    if (!isLinkPath(key)) {
      const sentence = l10n.t('"{0}" is no path of a *.flow.json file in this folder or below it.', key);
      return this.flaw(node, sentence);
    }
    return this.properties(value).flatMap((link) => this.link(key, link, spaces));
  }

  private link(
    path: string,
    { key: environment, node, value }: Property,
    spaces: ReadonlyMap<string, string>,
  ): Entry[] {
    const spaceId = spaces.get(environment);
    if (spaceId === undefined) {
      return this.flaw(
        node,
        l10n.t('the environment "{0}" stands nowhere under "environments".', environment),
      );
    }
    const flowId: unknown = this.childOf(value, 'flow')?.value;
    if (typeof flowId !== 'string' || !isOneLine(flowId.trim())) {
      return this.flaw(node, l10n.t('"flow" must be the ID of a flow, in quotes.'));
    }
    const synced: unknown = this.childOf(value, 'synced')?.value;
    const link = { path, environment, spaceId, flowId: flowId.trim() };
    return [typeof synced === 'string' && synced !== '' ? { ...link, synced } : link];
  }

  private childOf(node: Node, key: string): Node | undefined {
    return node.type === 'object'
      ? this.properties(node).find((child) => child.key === key)?.value
      : undefined;
  }

  private properties(node: Node): readonly Property[] {
    const known = this.known.get(node) ?? this.propertiesOf(node);
    this.known.set(node, known);
    return known;
  }

  /** The first of two of the same name counts; where it is not clear what is meant, nothing is written. */
  private propertiesOf(node: Node): readonly Property[] {
    if (node.type !== 'object') {
      this.lock(this.flawAt(node, l10n.t('an object in braces is expected here.')));
      return [];
    }
    const properties = new Map<string, Property>();
    for (const child of node.children ?? []) {
      const [name, value] = child.children ?? [];
      if (name === undefined || value === undefined) continue;
      const key = String(name.value);
      if (properties.has(key)) this.lock(this.flawAt(child, l10n.t('"{0}" stands here twice.', key)));
      else properties.set(key, { key, node: child, value });
    }
    return [...properties.values()];
  }

  private lock(error: AdviceError): void {
    this.locked ??= error;
    this.flaws.push(error);
  }

  private flaw(node: Node, what: string): [] {
    this.flaws.push(this.flawAt(node, what));
    return [];
  }

  private flawAt(node: Node, what: string): AdviceError {
    const { line } = this.lines.placeOf(node.offset);
    return new AdviceError(
      l10n.t('{0}, line {1}: {2}', this.name, line, what),
      l10n.t('Correct the line: until then it does not count.'),
    );
  }
}

/** What can stand in questions without pushing their buttons off the screen. */
function isOneLine(text: string): boolean {
  return /^[^\p{Cc}\p{Zl}\p{Zp}]{1,200}$/u.test(text);
}

/** Where the lines of a text begin: thousands of flaws ask for it. */
class Lines {
  private readonly starts: readonly number[];

  constructor(text: string) {
    this.starts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), ({ 0: end, index }) => index + end.length)];
  }

  /** Counted from 1, as editors show them. */
  placeOf(offset: number): { line: number; column: number } {
    let [line, after] = [0, this.starts.length];
    while (after - line > 1) {
      const middle = (line + after) >> 1;
      if (this.starts[middle]! <= offset) line = middle;
      else after = middle;
    }
    return { line: line + 1, column: offset - this.starts[line]! + 1 };
  }
}
