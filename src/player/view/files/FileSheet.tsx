import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../../flowjson/message';
import { Icon } from '../parts/icon';
import { Sheet } from '../parts/sheet';
import type { Ui } from '../ui';
import type { Choice, MockFile } from './mockFiles';
import { Thumbnail } from './Thumbnail';
import { extensionOf, sizeInWords } from './words';

interface FileSheetProps {
  readonly ui: Ui;
  readonly what: 'photos' | 'documents';
  readonly title: string;
  readonly choices: readonly Choice[];
  /** What the camera would take, where it may. */
  readonly camera: MockFile | undefined;
  /** How many more may be added. */
  readonly room: number;
  readonly onClose: () => void;
  readonly onAdd: (files: readonly MockFile[]) => void;
}

/** Made-up files to choose from, in the place of the phone's own picker. */
export function FileSheet({
  ui,
  what,
  title,
  choices,
  camera,
  room,
  onClose,
  onAdd,
}: FileSheetProps): JSX.Element {
  const [chosen, setChosen] = useState<readonly MockFile[]>([]);
  const toggle = (file: MockFile): void => {
    if (chosen.includes(file)) setChosen(chosen.filter((one) => one !== file));
    else if (room === 1) setChosen([file]);
    else if (chosen.length < room) setChosen([...chosen, file]);
  };
  const add = (
    <button type="button" class="wf-action" disabled={chosen.length === 0} onClick={() => onAdd(chosen)}>
      {chosen.length > 1 ? ui.tell(say('Add {0}', chosen.length)) : ui.tell(say('Add'))}
    </button>
  );
  return (
    <Sheet ui={ui} title={title} onClose={onClose} {...(choices.length > 0 && { actions: add })}>
      <p class="wf-caption wf-mock-note">
        <bdi>{ui.tell(say('Made-up files for this preview. Nothing is read or sent.'))}</bdi>
      </p>
      {camera && (
        <button type="button" class="wf-add wf-camera" onClick={() => onAdd([camera])}>
          <Icon name="camera" />
          {ui.tell(say('Take photo'))}
        </button>
      )}
      <ul class={what === 'photos' ? 'wf-tiles' : 'wf-file-rows'}>
        {choices.map(({ file, accepted }) => (
          <li key={file.file_name}>
            <FileChoice
              ui={ui}
              what={what}
              file={file}
              accepted={accepted}
              chosen={chosen.includes(file)}
              onToggle={() => toggle(file)}
            />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

interface FileChoiceProps {
  readonly ui: Ui;
  readonly what: 'photos' | 'documents';
  readonly file: MockFile;
  readonly accepted: boolean;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}

function FileChoice({ ui, what, file, accepted, chosen, onToggle }: FileChoiceProps): JSX.Element {
  const size = sizeInWords(file.kilobytes, ui.language);
  return (
    <button
      type="button"
      role="checkbox"
      class={what === 'photos' ? 'wf-tile' : 'wf-file-row'}
      aria-checked={chosen}
      aria-label={`${file.file_name}, ${size}`}
      disabled={!accepted}
      onClick={onToggle}
    >
      {what === 'photos' ? (
        <>
          <Thumbnail name={file.file_name} />
          <span class="wf-tile-size" dir="auto">
            {size}
          </span>
        </>
      ) : (
        <>
          <Icon name="document" />
          <span class="wf-file-words">
            <bdi class="wf-file-name">{file.file_name}</bdi>
            <span class="wf-caption" dir="auto">
              {accepted ? `${extensionOf(file.file_name)} · ${size}` : ui.tell(say('Not accepted here'))}
            </span>
          </span>
        </>
      )}
      <span class="wf-tick">{chosen && <Icon name="check" />}</span>
    </button>
  );
}
