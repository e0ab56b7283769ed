import { captionHeight, drawable, sheetOf, type Placed } from './sheet';
import type { Still } from './still';

/** Device pixels for each CSS pixel. */
const scaleOfOne = 3;
const scaleOfMany = 2;
const radius = 18;

/** One phone, as sharp as phones are. */
export function paintOne(still: Still): Promise<Blob> {
  const { width, height } = still;
  return paint(width, height, scaleOfOne, (context) =>
    paintPhone(context, still, { x: 0, y: 0, width, height }),
  );
}

/** All phones on white paper, each with its caption. */
export function paintAll(stills: readonly Still[], captions: readonly string[]): Promise<Blob> {
  const sheet = sheetOf(stills);
  return paint(sheet.width, sheet.height, scaleOfMany, (context) => {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, sheet.width, sheet.height);
    sheet.phones.forEach((place, index) => {
      paintCaption(context, captions[index]!, place);
      paintPhone(context, stills[index]!, place);
    });
  });
}

function paintPhone(context: CanvasRenderingContext2D, { image }: Still, place: Placed): void {
  const { x, y, width, height } = place;
  context.save();
  context.beginPath();
  context.roundRect(x, y, width, height, radius);
  context.clip();
  context.drawImage(image, x, y, width, height);
  context.restore();
  context.beginPath();
  context.roundRect(x + 0.5, y + 0.5, width - 1, height - 1, radius - 0.5);
  context.strokeStyle = '#8a8f94';
  context.lineWidth = 1;
  context.stroke();
}

function paintCaption(context: CanvasRenderingContext2D, caption: string, { x, y, width }: Placed): void {
  context.fillStyle = '#1a1a1a';
  context.font = '600 14px system-ui, sans-serif';
  context.textBaseline = 'top';
  context.fillText(shortened(context, caption, width), x, y - captionHeight + 4);
}

function shortened(context: CanvasRenderingContext2D, text: string, width: number): string {
  if (context.measureText(text).width <= width) return text;
  let length = text.length;
  while (length > 1 && context.measureText(`${text.slice(0, length)}…`).width > width) length -= 1;
  return `${text.slice(0, length)}…`;
}

async function paint(
  width: number,
  height: number,
  wanted: number,
  draw: (context: CanvasRenderingContext2D) => void,
): Promise<Blob> {
  const scale = drawable({ width, height }, wanted);
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(width * scale);
  canvas.height = Math.floor(height * scale);
  const context = canvas.getContext('2d')!;
  context.scale(scale, scale);
  draw(context);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Error('no PNG'));
    }, 'image/png');
  });
}
