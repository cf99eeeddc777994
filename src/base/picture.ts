/** Pictures as files: how large they are, and smaller ones. */

/** The browser's own `<img>`: it turns a picture as its camera says, in every engine. Rejects when it cannot show it. */
async function shown<T>(file: Blob, use: (image: HTMLImageElement) => T | Promise<T>): Promise<T> {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await new Promise((resolve, reject) => {
      image.onload = resolve;
      image.onerror = reject;
    });
    return await use(image);
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

/** Pixels of a picture, width times height; undefined for what this browser cannot show. */
export const pixelsOf = (file: Blob): Promise<number | undefined> =>
  shown(file, ({ naturalWidth, naturalHeight }) => naturalWidth * naturalHeight).catch(() => undefined);

/** Whether it moves: what is drawn anew would stand still. */
export async function moves(file: Blob): Promise<boolean> {
  if (file.type === 'image/gif') return true;
  const start = new TextDecoder('latin1').decode(await file.slice(0, 65_536).arrayBuffer());
  return /^RIFF.{4}WEBP.*ANIM|^.PNG.*acTL.*IDAT|^.{4}ftypavis/s.test(start);
}

const blobOf = (canvas: HTMLCanvasElement, type: string, quality: number) =>
  new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));

async function draw(image: HTMLImageElement, pixels: number, type: string, quality: number) {
  const { naturalWidth: width, naturalHeight: height } = image;
  const factor = Math.min(1, Math.sqrt(pixels / (width * height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(width * factor));
  canvas.height = Math.max(1, Math.floor(height * factor));
  const context = canvas.getContext('2d')!;
  context.imageSmoothingQuality = 'high';
  if (type === 'image/jpeg') {
    context.fillStyle = '#fff'; // what lets through would become black
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await blobOf(canvas, type, quality);
  canvas.width = canvas.height = 0; // some browsers keep the memory else
  return blob;
}

/** The same picture within these limits, without what its camera wrote into it. Rejects when that cannot be done. */
export function shrink(file: File, most: { readonly pixels: number; readonly bytes: number }): Promise<File> {
  return shown(file, async (image) => {
    await image.decode(); // not while the page waits
    const tries = [
      ...(file.type === 'image/png' ? [['image/png', 1, 1] as const] : []),
      ...[1, 0.5, 0.25, 0.1, 0.03].map((share) => ['image/jpeg', share, 0.88] as const),
    ];
    for (const [type, share, quality] of tries) {
      const blob = await draw(image, most.pixels * share, type, quality);
      const name = file.name.replace(/(\.\w+)?$/, type === 'image/png' ? '.png' : '.jpg');
      if (blob?.size && blob.size <= most.bytes) return new File([blob], name, { type: blob.type });
    }
    throw new RangeError('It stays too large.');
  });
}
