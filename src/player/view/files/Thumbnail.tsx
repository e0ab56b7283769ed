import type { JSX } from 'preact';

/** Sky, sun or moon, and what stands in front, for each made-up photo: by class, because a strict page has no style attributes. */
const scenes: Readonly<Record<string, string>> = {
  'lake.jpg': 'M0 40h64v24H0zM0 44l16-18 12 14 12-22 24 26z',
  'street.jpg': 'M4 64V26h14v38zM22 64V14h16v50zM42 64V32h18v32z',
  'garden.png': 'M0 64V48q16-14 32 0t32 0v16zM30 48V30h4v18zM22 30a10 10 0 1 1 20 0z',
  'evening.heic': 'M0 64V46l20-10 18 8 26-14v34z',
  'receipt.jpg': 'M18 8h28v50l-5-4-4 4-5-4-5 4-4-4-5 4z',
  'panorama.jpg': 'M0 64V50l10-6 12 8 10-16 14 14 18-10v24z',
  'camera.jpg': 'M22 30a10 10 0 1 1 20 0 10 10 0 0 1-20 0zM12 64q0-20 20-20t20 20z',
};

/** A made-up photo: there is no picture behind it. */
export function Thumbnail({ name }: { readonly name: string }): JSX.Element {
  const scene = Object.keys(scenes).indexOf(name);
  return (
    <svg class={`wf-thumbnail wf-scene-${scene}`} viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <rect class="wf-scene-sky" width="64" height="64" />
      <circle class="wf-scene-light" cx="48" cy="16" r="7" />
      <path class="wf-scene-front" d={Object.hasOwn(scenes, name) ? scenes[name] : scenes['lake.jpg']} />
    </svg>
  );
}
