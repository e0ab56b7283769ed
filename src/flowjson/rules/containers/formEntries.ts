import { formAround, type Component } from '../../model/component';
import type { Screen } from '../../model/screen';
import { properties, valueOf, type Property } from '../../text/nodes';

/** Which property of an input the entries of a Form stand in for. */
export const ownProperty = { 'init-values': 'init-value', 'error-messages': 'error-message' } as const;
export type FormProperty = keyof typeof ownProperty;
export const formProperties = Object.keys(ownProperty) as FormProperty[];

interface FormEntry {
  readonly entry: Property;
  /** The component of the Form with that name. */
  readonly input: Component | undefined;
}

/** The entries of a property of every Form; none where it is a binding. */
export function* entriesOf(screen: Screen, property: FormProperty): Generator<FormEntry> {
  const forms = screen.components.filter(({ type }) => type === 'Form');
  if (forms.length === 0) return;
  const inputs = inputsOfForms(screen);
  for (const form of forms) {
    const ofForm = inputs.get(form);
    for (const entry of properties(valueOf(form.node, property)))
      yield { entry, input: ofForm?.get(entry.key) };
  }
}

/** What stands inside of each Form, by its name. */
function inputsOfForms(screen: Screen): Map<Component, Map<string, Component>> {
  const forms = new Map<Component, Map<string, Component>>();
  for (const [name, components] of screen.named()) {
    for (const component of components) {
      const form = formAround(component);
      if (form === undefined) continue;
      const inputs = forms.get(form) ?? new Map<string, Component>();
      forms.set(form, inputs);
      if (!inputs.has(name)) inputs.set(name, component);
    }
  }
  return forms;
}
