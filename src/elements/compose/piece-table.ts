import { clock, emoji, poll, quote, tray } from '../../parts/icon/compose-icons.js';
import { image } from '../../parts/icon/icon.js';
import type { PieceRow } from './piece.js';
import { isPost } from './post-address.js';

/** What a form can hold besides words, in the order in which it stands there. One row a piece; what is not needed is not loaded. */
export const rows: readonly PieceRow[] = [
  {
    name: 'rewrite',
    needed: ({ editing, replyTo }, { form, replying }) => !!(editing ?? form.thread) || (!!replyTo && !replying),
    load: async () => {
      const { RewritePiece } = await import('./rewrite/rewrite.js');
      return (composer) => new RewritePiece(composer);
    },
  },
  {
    name: 'media',
    tool: { icon: image, term: 'addMedia', files: true, fits: ({ home }) => !!home },
    needed: ({ media, unsent }) => !!(media?.length || unsent?.length),
    load: async () => {
      const { MediaPiece } = await import('./media/media.js');
      return (composer) => new MediaPiece(composer);
    },
  },
  {
    name: 'poll',
    tool: { icon: poll, term: 'addPoll', pressed: (draft) => !!draft.poll },
    needed: (draft) => !!draft.poll,
    load: async () => {
      const { PollPiece } = await import('./poll/poll.js');
      return (composer) => new PollPiece(composer);
    },
  },
  {
    name: 'emoji',
    tool: { icon: emoji, term: 'addEmoji' },
    load: async () => {
      const [{ EmojiPiece }] = await Promise.all([
        import('./emoji/emoji.js'),
        import('../emoji-picker/emoji-picker.js'),
      ]);
      return (composer) => new EmojiPiece(composer);
    },
  },
  {
    name: 'quote',
    tool: {
      icon: quote,
      term: 'addQuote',
      pressed: (_draft, { writing }) => !!writing.quote,
      // What the account says is known before the server's limits are: no button moves when they come.
      fits: ({ home, limits, writing }) =>
        (limits.quotes || home?.defaults.quotePolicy !== undefined) && !writing.draft.editing,
    },
    needed: ({ quote: chosen }, { form }) => !!chosen || (!!form.quote && chosen !== null),
    calledBy: isPost,
    load: async () => {
      const { QuotePiece } = await import('./quote/quote.js');
      return (composer) => new QuotePiece(composer);
    },
  },
  {
    name: 'schedule',
    tool: {
      icon: clock,
      term: 'addSchedule',
      pressed: (draft) => !!draft.scheduledAt,
      fits: ({ writing }) => !writing.draft.editing,
    },
    needed: ({ scheduledAt, editing }) => !!scheduledAt && !editing,
    load: async () => {
      const { SchedulePiece } = await import('./schedule/schedule.js');
      return (composer) => new SchedulePiece(composer);
    },
  },
  {
    name: 'shelf',
    tool: { icon: tray, term: 'shelf', fits: ({ home, writing }) => !!home && !home.expired && !writing.draft.editing },
    load: async () => {
      const { ShelfPiece } = await import('./shelf/shelf.js');
      return (composer) => new ShelfPiece(composer);
    },
  },
  {
    name: 'hints',
    advises: true,
    calledBy: (typed) => /\s/.test(typed),
    needed: ({ text, warning }) => (text?.length ?? 0) > 20 || !!warning,
    load: async () => {
      const { HintsPiece } = await import('./hints/hints.js');
      return (composer) => new HintsPiece(composer);
    },
  },
  {
    name: 'completion',
    calledBy: (typed) => /^.?[@＠#＃:]$/u.test(typed),
    load: async () => {
      const { CompletionPiece } = await import('./completion/completion.js');
      return (composer) => new CompletionPiece(composer);
    },
  },
];
