import type { JSX } from 'preact';
import type { Button, Texts } from './contract';
import { Icon, type IconName } from '../shared/icons';

export type Zoom = 'fit' | 'full';

interface ToolbarProps {
  readonly texts: Texts;
  /** There is a link that works. */
  readonly canUseLink: boolean;
  readonly zoom: Zoom;
  readonly showsOptions: boolean;
  readonly onPress: (button: Button) => void;
  readonly onZoom: (zoom: Zoom) => void;
  readonly onQr: () => void;
  readonly onOptions: () => void;
}

export function Toolbar(props: ToolbarProps): JSX.Element {
  const { texts, canUseLink, zoom, showsOptions, onPress, onZoom, onQr, onOptions } = props;
  return (
    <div class="toolbar">
      <Tool icon="reload" label={texts.labels.reload} onClick={() => onPress('reload')} />
      <Tool
        icon="browser"
        label={texts.labels.openInBrowser}
        isDisabled={!canUseLink}
        onClick={() => onPress('openInBrowser')}
      />
      <Tool
        icon="copy"
        label={texts.labels.copyLink}
        isDisabled={!canUseLink}
        onClick={() => onPress('copyLink')}
      />
      <Tool icon="qr" label={texts.qr} isDisabled={!canUseLink} onClick={onQr} />
      <span class="spring" />
      <div class="zoom" role="group" aria-label={texts.zoom}>
        <button type="button" aria-pressed={zoom === 'fit'} onClick={() => onZoom('fit')}>
          {texts.fit}
        </button>
        <button type="button" aria-pressed={zoom === 'full'} onClick={() => onZoom('full')}>
          {texts.fullSize}
        </button>
      </div>
      <button
        type="button"
        class="tool"
        id="options-toggle"
        aria-expanded={showsOptions}
        aria-controls="options"
        title={texts.options}
        onClick={onOptions}
      >
        <Icon name="options" />
        <span class="label">{texts.options}</span>
      </button>
    </div>
  );
}

interface ToolProps {
  readonly icon: IconName;
  readonly label: string;
  readonly isDisabled?: boolean;
  readonly onClick: () => void;
}

/** Its label goes where the panel is narrow; the name stays. */
function Tool({ icon, label, isDisabled = false, onClick }: ToolProps): JSX.Element {
  return (
    <button
      type="button"
      class="tool"
      aria-label={label}
      title={label}
      disabled={isDisabled}
      onClick={onClick}
    >
      <Icon name={icon} />
      <span class="label">{label}</span>
    </button>
  );
}
