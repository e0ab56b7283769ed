import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import qrcode from 'qrcode-generator';
import type { Texts } from './contract';
import { Icon } from '../shared/icons';

interface QrDialogProps {
  readonly texts: Texts;
  readonly link: string;
  /** The link carries the flow token or the phone number. */
  readonly isPersonal: boolean;
  readonly onClose: () => void;
}

export function QrDialog({ texts, link, isPersonal, onClose }: QrDialogProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const code = useMemo(() => drawQr(link), [link]);
  // Modal: the browser keeps the focus inside, closes it on Escape and gives the focus back.
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="qr" aria-labelledby="qr-title" onClose={onClose}>
      <div class="dialog-title">
        <h2 id="qr-title">{texts.qrTitle}</h2>
        <button type="button" class="tool" aria-label={texts.close} title={texts.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      {code ? (
        <>
          <svg class="code" viewBox={`0 0 ${code.size} ${code.size}`} role="img" aria-label={texts.qr}>
            <path d={code.path} />
          </svg>
          <p>{texts.qrHint}</p>
        </>
      ) : (
        <p>{texts.qrTooLong}</p>
      )}
      <p class="note">
        <Icon name="warning" />
        <span>
          {texts.qrWarning} {isPersonal && texts.qrPersonal}
        </span>
      </p>
    </dialog>
  );
}

/** The empty border that readers need, in modules. */
const QUIET = 4;

/** One path of unit squares, or undefined when the link does not fit into any code. */
export function drawQr(link: string): { size: number; path: string } | undefined {
  const code = qrcode(0, 'M');
  code.addData(link);
  try {
    code.make();
  } catch {
    return undefined;
  }
  const count = code.getModuleCount();
  let path = '';
  for (let row = 0; row < count; row += 1) {
    for (let column = 0; column < count; column += 1) {
      if (code.isDark(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
    }
  }
  return { size: count + 2 * QUIET, path };
}
