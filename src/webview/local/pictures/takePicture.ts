import { say, type Message } from '../../../flowjson/message';
import type { Look } from '../../../player/view/look';
import type { Texts } from '../../../player/view/texts';
import type { Picture, ToHost, ToPage } from '../contract';
import type { Size } from '../looks';
import { paintAll, paintOne } from './paint';
import { stillOf, type Still } from './still';

/** A picture that the host asks for. */
export type Order = Omit<Extract<ToPage, { type: 'draw' }>, 'parcels'>;

interface Studio {
  /** What is in front. */
  readonly picture: Picture | null;
  readonly phone: Look;
  readonly size: Size;
  readonly texts: Texts;
  readonly post: (message: ToHost) => void;
}

/** Draws a picture, and copies it or hands it to the host. Comes back with what there is to say. */
export async function takePicture(order: Order, studio: Studio): Promise<Message | undefined> {
  const { picture, phone: look, size, texts, post } = studio;
  const screens = order.screens ?? (picture ? [picture.projection] : []);
  if (screens.length === 0) return say('There is no screen to make a picture of.');
  let png: Blob;
  try {
    const stills: Still[] = [];
    for (const screen of screens) stills.push(await stillOf(screen, { look, size, texts }));
    const captions = screens.map(({ screen }) => screen?.id ?? '');
    png = await (order.screens ? paintAll(stills, captions) : paintOne(stills[0]!));
  } catch {
    return say('The picture could not be drawn. Its screens may be too many or too large: try one screen.');
  }
  if (order.then === 'copy') return copy(png);
  post({ type: 'drawn', png: new Uint8Array(await png.arrayBuffer()), then: 'save' });
  return undefined;
}

async function copy(png: Blob): Promise<Message> {
  try {
    // A command of the editor leaves the focus there, and only who has it may write to the clipboard.
    window.focus();
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    return say('The picture is on the clipboard.');
  } catch {
    return say(
      'The picture was not copied: the editor did not allow it. Click into the preview and try again, or save it.',
    );
  }
}
