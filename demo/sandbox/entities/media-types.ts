/** What a stock server says it takes. */
export const mediaTypes = [
  ...['jpeg', 'png', 'gif', 'heic', 'heif', 'webp', 'avif'].map((type) => `image/${type}`),
  ...['webm', 'mp4', 'quicktime', 'ogg'].map((type) => `video/${type}`),
  ...['wave', 'wav', 'x-wav', 'x-pn-wave', 'vnd.wave', 'ogg', 'vorbis', 'mpeg', 'mp3', 'webm', 'flac', 'aac'],
  ...['m4a', 'x-m4a', 'mp4', '3gpp'],
  'video/x-ms-asf',
].map((type) => (type.includes('/') ? type : `audio/${type}`));
