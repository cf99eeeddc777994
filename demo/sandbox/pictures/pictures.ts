import { drawings } from './drawings.js';
import { landscapes } from './landscapes.js';
import type { Picture } from './picture.js';
import { things } from './things.js';

const drawing = (
  name: keyof typeof drawings,
  width: number,
  height: number,
  blurhash: string,
  alt: string,
  focus?: Picture['focus'],
): Picture => ({ width, height, blurhash, alt, ...(focus && { focus }), svg: () => drawings[name] });

/** All pictures by the name the scripts use. */
export const pictures: Readonly<Record<string, Picture>> = {
  bread: drawing(
    'bread',
    1200,
    900,
    'LnM?#Wjso~WV~qj[jsj[JBj]Vsj[',
    'A baked loaf with four cuts, a bottle of milk behind it.',
  ),
  cat: drawing('cat', 1200, 900, 'LVIN5FR*58xt~TjZE3W;5SoLs.R*', 'A black cat on a windowsill at dusk, very upright.', {
    x: 0.1,
    y: 0.3,
  }),
  harbour: drawing(
    'harbour',
    1200,
    800,
    'LvHU5{WBaft6xZf8ayfP0hoefkWB',
    'A low sun over a harbour, two small sailing boats in silhouette, the water broken into short gold strokes.',
    { x: 0.35, y: 0.1 },
  ),
  hills: drawing('hills', 1200, 800, 'LrI~b[WBoffk~qj[fQayIVj[WBay', 'Rows of hills, each bluer than the one before.'),
  leaves: drawing(
    'leaves',
    1000,
    1000,
    'L8AxJD#C?sTb4WD+RkIC03S1I:x@',
    'Leaves close together, light green and dark green.',
  ),
  snow: drawing('snow', 1200, 800, 'LbI6E1WAxvj]0MofRjWB-;kCV?jY', 'A mountain in snow, a small red hut at its foot.'),
  street: drawing(
    'street',
    800,
    1200,
    'L15}gx0JWB~V?d9HR.^*EGD,ae-:',
    'Houses at night, most windows still lit, a moon above.',
    { x: 0, y: -0.4 },
  ),
  type: drawing(
    'type',
    1200,
    630,
    'LWOpA7Fd.8,@xtofWBWV_NxGMxNb',
    'The letters a and d, large, one black and one red, on cream paper.',
  ),
  ...landscapes,
  ...things,
};
