/** Text that is safe between tags and in attributes. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** One element; `content` is HTML already. An attribute that is false or undefined is left out. */
export function element(name: string, attributes: Attributes, ...content: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([key, value]) => (value === true ? ` ${key}` : ` ${key}="${escape(String(value))}"`))
    .join('');
  return VOID.has(name) ? `<${name}${written}>` : `<${name}${written}>${content.join('')}</${name}>`;
}

const VOID = new Set(['input', 'img', 'meta', 'hr']);
