/** What is said around a picture that is shown large. */
export const words = {
  image: 'Picture {n} of {of}',
  video: 'Video {n} of {of}',
  gifv: 'Moving picture {n} of {of}',
  audio: 'Sound {n} of {of}',
  unknown: 'Attachment {n} of {of}',
  count: '{n} of {of}',
  close: 'Close',
  previous: 'Previous',
  next: 'Next',
  larger: 'Enlarge',
  smaller: 'Make smaller',
  original: 'Open the original',
  undescribed: 'Picture without a description',
  whole: 'Whole description',
  less: 'Less',
  failed: 'This picture cannot be loaded.',
} as const;
