import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { say, type Message } from '../../../flowjson/message';
import { filesIn } from '../../screen/files';
import { errorsOf } from '../parts/errors';
import { GroupHead } from '../parts/groupHead';
import { Icon } from '../parts/icon';
import { leaving } from '../parts/leaving';
import { Under } from '../parts/under';
import { numberOf, textOf } from '../properties';
import type { Props } from '../ui';
import { FileSheet } from './FileSheet';
import { cameraPhoto, documentsFor, photosFor, type MockFile } from './mockFiles';
import { PickedFiles } from './PickedFiles';
import { hintInWords } from './words';

interface FilePickerProps extends Props {
  readonly what: 'photos' | 'documents';
}

/** PhotoPicker and DocumentPicker: what is wanted, what was picked, and a button for more (facts, section 8.19). */
export function FilePicker({ drawn, ui, what }: FilePickerProps): JSX.Element {
  const { properties, input, name } = drawn;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const files = filesIn(input?.value ?? null);
  const [least, most] = [input?.least ?? 0, input?.most ?? 30];
  const kilobytes = numberOf(properties, 'max-file-size-kb') ?? 25_600;
  const room = most - files.length;
  const source = textOf(properties, 'photo-source') ?? 'camera_gallery';
  const isCamera = what === 'photos' && source === 'camera';
  const add = (added: readonly MockFile[]): void => {
    setOpen(false);
    if (name === null) return;
    ui.act({ is: 'attached', name, files: added });
    ui.act({ is: 'left', name });
  };
  return (
    <div
      class={`wf-group wf-files${errorsOf(drawn, ui).length > 0 ? ' wf-wrong' : ''}`}
      role="group"
      {...(!isOpen && leaving(drawn, ui))}
      aria-labelledby={ui.id(drawn, 'label')}
      aria-describedby={ui.id(drawn, 'under')}
    >
      <GroupHead drawn={drawn} ui={ui} />
      <PickedFiles
        drawn={drawn}
        ui={ui}
        what={what}
        files={files}
        onRemove={(file) => {
          if (name !== null) ui.act({ is: 'detached', name, file: file.media_id });
          // Its own button is gone with it.
          button.current?.focus();
        }}
      />
      <button
        ref={button}
        type="button"
        class="wf-add"
        aria-disabled={!input?.enabled || room <= 0}
        onClick={() => {
          if (input?.enabled && room > 0) setOpen(true);
        }}
      >
        <Icon name={what === 'documents' ? 'document' : 'camera'} />
        {ui.tell(isCamera ? say('Take photo') : labelOf(what, most === 1, files.length > 0))}
      </button>
      <p class="wf-caption wf-files-hint">
        <bdi>{hintInWords(ui, what, { least, most, kilobytes })}</bdi>
      </p>
      <Under drawn={drawn} ui={ui} />
      {isOpen && (
        <FileSheet
          ui={ui}
          what={what}
          title={textOf(properties, 'label') ?? ''}
          choices={isCamera ? [] : what === 'photos' ? photosFor(properties) : documentsFor(properties)}
          camera={what === 'photos' && source !== 'gallery' ? cameraPhoto(properties) : undefined}
          room={room}
          onClose={() => {
            setOpen(false);
            if (name !== null) ui.act({ is: 'left', name });
          }}
          onAdd={add}
        />
      )}
    </div>
  );
}

function labelOf(what: 'photos' | 'documents', one: boolean, more: boolean): Message {
  if (what === 'photos') {
    return one ? say('Add photo') : more ? say('Add more photos') : say('Add photos');
  }
  return one ? say('Add document') : more ? say('Add more documents') : say('Add documents');
}
