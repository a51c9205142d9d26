const KEY = 'kassa.camera';

/** Opens the camera that was chosen last, else the one that looks away from the cashier. Throws what getUserMedia throws. */
export async function openCamera() {
  if (!navigator.mediaDevices?.getUserMedia) throw new DOMException('No camera here', 'SecurityError');
  const size = { width: { ideal: 1280 }, height: { ideal: 720 } };
  const chosen = localStorage.getItem(KEY);
  if (chosen) {
    try {
      return await navigator.mediaDevices.getUserMedia({ video: { ...size, deviceId: { exact: chosen } } });
    } catch (error) {
      if (error.name !== 'OverconstrainedError' && error.name !== 'NotFoundError') throw error;
      // it is not plugged in today: any other will do
    }
  }
  return navigator.mediaDevices.getUserMedia({ video: { ...size, facingMode: { ideal: 'environment' } } });
}

export function rememberCamera(id) {
  localStorage.setItem(KEY, id);
}

export async function cameras() {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter((device) => device.kind === 'videoinput' && device.deviceId)
    .map(({ deviceId, label }) => ({ id: deviceId, label }));
}

/** Whether it looks at the cashier: then the preview is mirrored, as people expect of themselves. */
export function facesCashier(track) {
  const facing = track.getSettings().facingMode;
  return facing ? facing === 'user' : /front|facetime|user|integrated|built-?in|internal/i.test(track.label);
}

/** Whether it has a light of its own. */
export function hasTorch(track) {
  return Boolean(track.getCapabilities?.().torch);
}

/** Returns whether it did so: some say that they have a light and have none. */
export async function setTorch(track, on) {
  try {
    await track.applyConstraints({ advanced: [{ torch: on }] });
    return true;
  } catch {
    return false;
  }
}

/** Which words say why there is no picture. */
export function cameraProblem(error) {
  if (error.name === 'NotAllowedError') return 'camera.denied';
  if (error.name === 'NotReadableError' || error.name === 'AbortError') return 'camera.busy';
  if (error.name === 'SecurityError') return 'camera.insecure';
  return 'camera.none';
}

/** One frame as grey bytes, row by row, its longer side at most that long; or undefined while there is none yet. */
export function greyFrame(video, canvas, longestSide) {
  if (!video.videoWidth) return undefined;
  const scale = Math.min(1, longestSide / Math.max(video.videoWidth, video.videoHeight));
  const width = Math.round(video.videoWidth * scale);
  const height = Math.round(video.videoHeight * scale);
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.drawImage(video, 0, 0, width, height);
  const { data } = context.getImageData(0, 0, width, height);
  const grey = new Uint8Array(width * height);
  // the luma weights of BT.601, in 256ths
  for (let i = 0, p = 0; i < grey.length; i++, p += 4) grey[i] = (data[p] * 77 + data[p + 1] * 150 + data[p + 2] * 29) >> 8;
  const headers = { 'Content-Type': 'application/octet-stream', 'X-Width': width, 'X-Height': height };
  return { width, height, blob: new Blob([grey]), headers };
}
