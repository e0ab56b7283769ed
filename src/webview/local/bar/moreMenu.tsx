import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../../flowjson/message';
import type { Message } from '../../../flowjson/message';
import type { Tell } from '../../shared/tell';
import type { Picture, ToHost } from '../contract';
import { LocalIcon } from './localIcon';
import { Popup } from './popup';

interface MoreMenuProps {
  readonly picture: Picture;
  readonly tell: Tell;
  readonly post: (message: ToHost) => void;
}

interface Entry {
  readonly label: Message;
  readonly message: ToHost;
}

const groups = (hosted: boolean): readonly (readonly Entry[])[] => [
  [
    { label: say('Copy Picture'), message: { type: 'picture', of: 'screen', then: 'copy' } },
    { label: say('Save Picture…'), message: { type: 'picture', of: 'screen', then: 'save' } },
    { label: say('Copy Picture of All Screens'), message: { type: 'picture', of: 'all', then: 'copy' } },
    { label: say('Save Picture of All Screens…'), message: { type: 'picture', of: 'all', then: 'save' } },
  ],
  [
    { label: say('Open Text'), message: { type: 'press', button: 'openText' } },
    { label: say('Open Flow Map'), message: { type: 'press', button: 'openMap' } },
    ...(hosted
      ? [{ label: say('Open Hosted Preview'), message: { type: 'press', button: 'openHosted' } as const }]
      : []),
  ],
  [
    { label: say('Restart'), message: { type: 'restart', keepData: false } },
    { label: say('Export Log…'), message: { type: 'press', button: 'exportLog' } },
  ],
];

/** What is needed now and then. */
export function MoreMenu({ picture, tell, post }: MoreMenuProps): JSX.Element {
  const [open, setOpen] = useState(false);
  return (
    <Popup
      button={<LocalIcon name="more" />}
      label={tell(say('More'))}
      kind="menu"
      open={open}
      onOpen={setOpen}
    >
      {groups(picture.hosted).map((group) => (
        <div role="group" key={group[0]!.label.template} onKeyDown={moveInMenu}>
          {group.map(({ label, message }) => (
            <button
              type="button"
              role="menuitem"
              key={label.template}
              onClick={() => {
                setOpen(false);
                post(message);
              }}
            >
              {tell(label)}
            </button>
          ))}
        </div>
      ))}
    </Popup>
  );
}

/** Arrow keys, Home and End go from entry to entry. */
function moveInMenu(event: KeyboardEvent): void {
  const menu = (event.currentTarget as Element).closest('[role=menu]')!;
  const entries = [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const at = entries.findIndex((entry) => entry === document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  entries.at(to % entries.length)!.focus();
}
