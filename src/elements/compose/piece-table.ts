import type { PieceRow } from './piece.js';

/** What a form can hold besides words, in the order in which it stands there. One row a piece; what is not needed is not loaded. */
export const rows: readonly PieceRow[] = [];
