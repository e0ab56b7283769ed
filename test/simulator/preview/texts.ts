import type { Draw } from './draw';
import { element, escape } from './html';
import { resolve, textOf } from './values';

export const plain =
  (tag: string, name: string): Draw =>
  (component, { data }) =>
    element(tag, { class: name, dir: 'auto' }, escape(textOf(resolve(component.text, data))));

export const body =
  (name: string): Draw =>
  (component, { data }) => {
    const text = resolve(component.text, data);
    const weight = textOf(resolve(component['font-weight'], data));
    const struck = resolve(component.strikethrough, data) === true;
    const classes = [
      name,
      weight.includes('bold') && 'bold',
      weight.includes('italic') && 'italic',
      struck && 'struck',
    ];
    const paragraphs = Array.isArray(text) ? text.map(textOf) : [textOf(text)];
    const written = component.markdown === true ? inline : escape;
    return paragraphs
      .map((one) => element('p', { class: classes.filter(Boolean).join(' '), dir: 'auto' }, written(one)))
      .join('');
  };

export const richText: Draw = (component, { data }) => {
  const text = resolve(component.text, data);
  const paragraphs = Array.isArray(text) ? text.map(textOf) : textOf(text).split(/\n\n+/);
  return paragraphs.map(block).join('');
};

function block(text: string): string {
  const heading = /^(#{1,2}) (.*)$/.exec(text);
  if (heading) {
    const big = heading[1] === '#';
    return element(
      big ? 'h1' : 'h2',
      { class: big ? 'heading' : 'subheading', dir: 'auto' },
      inline(heading[2]!),
    );
  }
  if (text.startsWith('|')) return table(text);
  return element('p', { class: 'body', dir: 'auto' }, inline(text));
}

function table(text: string): string {
  const rows = text.split('\n').filter((line) => !/^[|\s:-]+$/.test(line));
  const cells = rows.map((line) => line.split('|').slice(1, -1));
  return element(
    'table',
    {},
    ...cells.map((row) =>
      element('tr', {}, ...row.map((cell) => element('td', { dir: 'auto' }, inline(cell.trim())))),
    ),
  );
}

/** Bold, italic, struck out and links; the rest of Markdown stays as it is written. */
function inline(text: string): string {
  return escape(text)
    .replace(/\*\*([^*]+)\*\*/g, '<b>$1</b>')
    .replace(/\*([^*]+)\*/g, '<i>$1</i>')
    .replace(/~~([^~]+)~~/g, '<s>$1</s>')
    .replace(/\[([^\]]+)\]\(https:[^)]+\)/g, '<u>$1</u>');
}
