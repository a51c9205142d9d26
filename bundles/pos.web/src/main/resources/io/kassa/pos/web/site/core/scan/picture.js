const MOST_BYTES = 2_000_000;
const LONGEST_SIDE = 2400;

/** A picture file as the till takes it: PNG or JPEG as it is, anything else or bigger drawn anew. Undefined: no picture. */
export async function asPicture(file) {
  const fits = file.size <= MOST_BYTES && ['image/png', 'image/jpeg'].includes(file.type);
  if (fits) return { blob: file, headers: { 'Content-Type': file.type } };
  try {
    const drawn = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(drawn.width, drawn.height));
    const canvas = new OffscreenCanvas(Math.round(drawn.width * scale), Math.round(drawn.height * scale));
    canvas.getContext('2d').drawImage(drawn, 0, 0, canvas.width, canvas.height);
    drawn.close();
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.85 });
    return { blob, headers: { 'Content-Type': 'image/jpeg' } };
  } catch {
    return undefined;
  }
}

/** The picture in what was dropped or pasted, if there is one. */
export function pictureIn(transfer) {
  return [...(transfer?.files ?? [])].find((file) => file.type.startsWith('image/'));
}

/** Its width and height in pixels. Undefined: it is broken. */
export async function sizeOf(picture) {
  try {
    const drawn = await createImageBitmap(picture);
    const { width, height } = drawn;
    drawn.close();
    return { width, height };
  } catch {
    return undefined;
  }
}
