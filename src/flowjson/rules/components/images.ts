import { say } from '../../message';
import type { ScreenRule } from '../rule';
import { imagesOf } from './imageNodes';

const imagePrefix: ScreenRule = {
  id: 'image-data-prefix',
  codes: ['IMAGE_DATA_PREFIX'],
  severity: 'warning',
  provenance: 'advice',
  about: 'Images are raw base64, without a data: prefix.',
  checkScreen: (screen, report, { version }) => {
    for (const { node, prefix, valid } of imagesOf(screen, version)) {
      if (prefix === undefined || !valid) continue;
      report({
        node,
        inside: [0, prefix.length],
        message: say('WhatsApp expects the base64 alone. Remove "{0}".', prefix),
        facts: { prefix },
      });
    }
  },
};

const imageBase64: ScreenRule = {
  id: 'image-base64',
  codes: ['INVALID_PROPERTY_VALUE'],
  severity: 'warning',
  provenance: 'documented',
  about: 'Static images are base64; in an ImageCarousel anything else is refused.',
  checkScreen: (screen, report, { version }) => {
    for (const { node, component, valid, prefix } of imagesOf(screen, version)) {
      if (valid) continue;
      const refused = component.type === 'ImageCarousel' && prefix === undefined;
      report({
        node,
        ...(refused && { severity: 'error', provenance: 'observed' }),
        message: /^https?:/i.test((node.value as string).slice(0, 6))
          ? say('An image cannot be an address: put the picture itself here, in base64.')
          : say('This is not base64, so no picture will be seen. Put the picture itself here, in base64.'),
      });
    }
  },
};

const imageSize: ScreenRule = {
  id: 'image-size',
  codes: ['IMAGE_TOO_LARGE'],
  severity: 'warning',
  provenance: 'documented',
  about: 'Images are not larger than 300 KB; those of options (from 6.0) and of rows 100 KB.',
  checkScreen: (screen, report, { version }) => {
    for (const { node, component, valid, bytes, maxKilobytes } of imagesOf(screen, version)) {
      if (!valid || maxKilobytes === undefined || bytes <= maxKilobytes * 1024) continue;
      const kilobytes = Math.ceil(bytes / 1024);
      report({
        node,
        message:
          component.type === 'NavigationList'
            ? say(
                'The image has {0} KB; above {1} KB a placeholder is shown in its place. Shrink it.',
                kilobytes,
                maxKilobytes,
              )
            : say('The image has {0} KB; {1} KB is the most here. Shrink it.', kilobytes, maxKilobytes),
        facts: { maxKilobytes: String(maxKilobytes) },
      });
    }
  },
};

const imageKind: ScreenRule = {
  id: 'image-kind',
  codes: ['IMAGE_KIND'],
  severity: 'warning',
  provenance: 'documented',
  about: 'Images are PNG or JPEG; WEBP in lists and carousels only, where old iPhones do not show it.',
  checkScreen: (screen, report, { version }) => {
    for (const { node, component, valid, kind, shows } of imagesOf(screen, version)) {
      if (!valid) continue;
      if (kind === undefined) {
        report({
          node,
          message: say('This does not begin like a {0} or {1} image. It may not be shown.', 'PNG', 'JPEG'),
        });
      } else if (!shows.includes(kind)) {
        report({
          node,
          message: say(
            'This is a {0} image; {1} shows {2}. Convert it.',
            kind,
            component.type,
            shows.join(', '),
          ),
        });
      } else if (kind === 'WEBP') {
        report({
          node,
          severity: 'info',
          message: say('iPhones with iOS before 14 do not show WEBP images. PNG and JPEG are shown by all.'),
        });
      }
    }
  },
};

export const imageRules = [imagePrefix, imageBase64, imageSize, imageKind];
