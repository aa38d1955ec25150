// The drawing as PNG: the server's SVG, painted on a canvas and handed to the browser as a download. Nothing but the drawing's own address is loaded.

/** The most a canvas holds in every browser, in pixels. */
const MOST_AREA = 120_000_000;
const MOST_SIDE = 16_000;

/**
 * @param {string} address Of the SVG, on this portal.
 * @param {string} name Of the file.
 * @returns {Promise<boolean>} False when the browser could not paint it.
 */
export async function savePng(address, name) {
  const image = new Image();
  image.src = address;
  try {
    await image.decode();
  } catch {
    return false;
  }
  const [width, height] = [image.naturalWidth, image.naturalHeight];
  const scale = Math.min(2, MOST_SIDE / Math.max(width, height), Math.sqrt(MOST_AREA / (width * height)));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const brush = canvas.getContext('2d');
  if (!brush) return false;
  brush.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise(done => canvas.toBlob(done, 'image/png'));
  if (!blob) return false;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return true;
}
