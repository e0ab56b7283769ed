import type { JSX } from 'preact';
import { FilePicker } from '../files/FilePicker';
import type { Props } from '../ui';

export function DocumentPicker({ drawn, ui }: Props): JSX.Element {
  return <FilePicker drawn={drawn} ui={ui} what="documents" />;
}
