/**
 * Pictures in a flow are texts of up to megabytes, and a projection has them all. They travel to the page once: a long
 * text is sent beside the picture as a parcel, and its label stands where it was. What the page does not see any more,
 * both sides forget.
 */
export type Parcels = Readonly<Record<string, string>>;

/** Shorter texts are not worth a label. */
const long = 2_000;
/** A text of a flow that looks like a label is sent as a parcel too: labels are never mistaken. */
const sign = '\uE000parcel ';

/** Lists in which no text gets a label: the same ones come again with the next picture, and may be long. */
const withoutLong = new WeakSet<object>();

/** The host's end. A page that was loaded again knows nothing: it gets a new packer. */
export class Packer {
  /** Labels by texts: what the page has. */
  private labels = new Map<string, string>();
  private count = 0;

  /** What to send of a value that is plain JSON: with labels, and the parcels that the page does not have yet. */
  pack<T>(value: T): { readonly value: T; readonly parcels: Parcels } {
    const labels = new Map<string, string>();
    const parcels: Record<string, string> = {};
    const packed = replaced(
      value,
      (text) => {
        if (text.length < long && !text.startsWith(sign)) return text;
        const known = labels.get(text) ?? this.labels.get(text);
        const label = known ?? `${sign}${(this.count += 1)}`;
        if (known === undefined) parcels[label] = text;
        labels.set(text, label);
        return label;
      },
      withoutLong,
    );
    this.labels = labels;
    return { value: packed, parcels };
  }
}

/** The page's end. */
export class Unpacker {
  private texts = new Map<string, string>();

  unpack<T>(value: T, parcels: Parcels): T {
    const texts = new Map<string, string>();
    const unpacked = replaced(value, (text) => {
      if (!text.startsWith(sign)) return text;
      // A parcel that was lost leaves a gap, no sign that people would see.
      const content = parcels[text] ?? this.texts.get(text) ?? '';
      texts.set(text, content);
      return content;
    });
    this.texts = texts;
    return unpacked;
  }
}

/** A copy in which every text, however deep, is another one; what has none that changes stays the same object. */
function replaced<T>(value: T, of: (text: string) => string, unchanged?: WeakSet<object>): T {
  if (typeof value === 'string') return of(value) as T;
  if (typeof value !== 'object' || value === null || unchanged?.has(value)) return value;
  const entries = Object.entries(value as Record<string, unknown>);
  let copy: Record<string, unknown> | undefined;
  for (const [key, child] of entries) {
    const other = replaced(child, of, unchanged);
    if (other === child) continue;
    // Assigning to an index of a copied list is assigning to its element.
    copy ??= (Array.isArray(value) ? [...(value as unknown[])] : { ...value }) as Record<string, unknown>;
    copy[key] = other;
  }
  if (copy === undefined && Array.isArray(value)) unchanged?.add(value);
  return (copy ?? value) as T;
}
