import type { JSX } from 'preact';
import { say } from '../../../flowjson/message';
import type { PickedFile } from '../../state/state';
import { errorsOf } from '../parts/errors';
import { Icon } from '../parts/icon';
import type { Props } from '../ui';
import { Thumbnail } from './Thumbnail';
import { extensionOf, sizeInWords } from './words';

interface PickedFilesProps extends Props {
  readonly what: 'photos' | 'documents';
  readonly files: readonly PickedFile[];
  readonly onRemove: (file: PickedFile) => void;
}

/** What has been picked: photos as tiles, documents as rows; what is wrong with one stands below all of them. */
export function PickedFiles({ drawn, ui, what, files, onRemove }: PickedFilesProps): JSX.Element {
  const wrong = files.flatMap((file) => errorsOf(drawn, ui, file.media_id).map((error) => ({ file, error })));
  const isWrong = (file: PickedFile): boolean => wrong.some((one) => one.file === file);
  return (
    <>
      {files.length > 0 && (
        <ul class={what === 'photos' ? 'wf-tiles' : 'wf-file-rows'}>
          {files.map((file) => (
            <li key={file.media_id} class={isWrong(file) ? 'wf-picked wf-picked-wrong' : 'wf-picked'}>
              {what === 'photos' ? <Tile file={file} /> : <Row ui={ui} file={file} />}
              <button
                type="button"
                class="wf-remove"
                aria-label={ui.tell(say('Remove {0}', file.file_name))}
                disabled={!drawn.input?.enabled}
                onClick={() => onRemove(file)}
              >
                <Icon name="close" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="wf-file-errors" aria-live="polite">
        {wrong.map(({ file, error }) => (
          <p key={`${file.media_id} ${error}`} class="wf-error" dir="auto">
            <bdi>{file.file_name}</bdi>: {error}
          </p>
        ))}
      </div>
    </>
  );
}

function Tile({ file }: { readonly file: PickedFile }): JSX.Element {
  return (
    <span class="wf-tile" role="img" aria-label={file.file_name}>
      <Thumbnail name={file.file_name} />
    </span>
  );
}

function Row({ ui, file }: { readonly ui: Props['ui']; readonly file: PickedFile }): JSX.Element {
  return (
    <span class="wf-file-row">
      <Icon name="document" />
      <span class="wf-file-words">
        <bdi class="wf-file-name">{file.file_name}</bdi>
        <span class="wf-caption" dir="auto">
          {`${extensionOf(file.file_name)} · ${sizeInWords(file.kilobytes, ui.language)}`}
        </span>
      </span>
    </span>
  );
}
