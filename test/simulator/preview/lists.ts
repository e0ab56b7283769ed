import { type Draw, field, helper, image, label, small, tap } from './draw';
import { element, escape } from './html';
import { isLoose, listOf, type Loose, resolve, textOf } from './values';

function chosen(component: Loose, item: Loose, data: Loose): boolean {
  const value = resolve(component['init-value'], data);
  return Array.isArray(value) ? value.includes(item.id) : value !== undefined && value === item.id;
}

export const options =
  (type: 'checkbox' | 'radio'): Draw =>
  (component, around) => {
    const items = listOf(resolve(component['data-source'], around.data)).map((item) =>
      element(
        'label',
        { class: 'option' },
        element(
          'span',
          { dir: 'auto' },
          escape(textOf(item.title)),
          small(item.description),
          small(item.metadata),
        ),
        element('input', {
          type,
          name: textOf(component.name),
          disabled: item.enabled === false,
          checked: chosen(component, item, around.data),
        }),
      ),
    );
    return element('div', { class: 'group' }, label(component, around), helper(component, around), ...items);
  };

export const chips: Draw = (component, around) => {
  const items = listOf(resolve(component['data-source'], around.data)).map((item) =>
    element(
      'label',
      { class: 'chip' },
      element('input', { type: 'checkbox', checked: chosen(component, item, around.data) }),
      escape(textOf(item.title)),
    ),
  );
  return element(
    'div',
    { class: 'group' },
    label(component, around),
    element('div', { class: 'chips' }, ...items),
    helper(component, around),
  );
};

export const dropdown: Draw = field((component, { data }) => {
  const items = listOf(resolve(component['data-source'], data)).map((item) =>
    element('option', { selected: chosen(component, item, data) }, escape(textOf(item.title))),
  );
  return element('select', { dir: 'auto' }, element('option', {}, ''), ...items);
});

export const navigationList: Draw = (component, around) => {
  const rows = listOf(resolve(component['list-items'], around.data)).map((item) => {
    const content = isLoose(item['main-content']) ? item['main-content'] : {};
    const start = isLoose(item.start)
      ? image(item.start.image, item.start['alt-text'], { 'scale-type': 'cover' })
      : '';
    const badge = item.badge === undefined ? '' : element('em', {}, escape(textOf(item.badge)));
    const title = escape(textOf(content.title));
    const text = element(
      'span',
      { dir: 'auto' },
      title,
      badge,
      small(content.description),
      small(content.metadata),
    );
    const action = item['on-click-action'] ?? component['on-click-action'];
    return element('button', { class: 'row', type: 'button', ...tap(action) }, start, text, '<span>›</span>');
  });
  const heading = component.label === undefined ? '' : label({ ...component, required: true }, around);
  return element('div', { class: 'group' }, heading, helper(component, around), ...rows);
};
