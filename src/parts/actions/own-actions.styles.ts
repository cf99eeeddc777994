import { css } from 'lit';

/** Beside `actions.styles`: what is on is filled, or heavier where the shape does not close, and in one colour. */
export const styles = css`
  .action[aria-pressed='true'] {
    color: var(--_accent);
    font-weight: 600;
  }
  .boost[aria-pressed='true']::before {
    clip-path: path('M2.46 10.83L2.46 7.92A.88 .88 0 0 1 4.21 7.92L4.21 10.83A.88 .88 0 0 1 2.46 10.83zM2.46 7.92A3.38 3.38 0 0 1 5.83 4.54L5.83 6.29A1.62 1.62 0 0 0 4.21 7.92zM5.83 4.54L15 4.54A.88 .88 0 0 1 15 6.29L5.83 6.29A.88 .88 0 0 1 5.83 4.54zM13.12 2.3L15.62 4.8A.88 .88 0 0 1 14.38 6.04L11.88 3.54A.88 .88 0 0 1 13.12 2.3zM15.62 6.04L13.12 8.54A.88 .88 0 0 1 11.88 7.3L14.38 4.8A.88 .88 0 0 1 15.62 6.04zM17.54 9.17L17.54 12.08A.88 .88 0 0 1 15.79 12.08L15.79 9.17A.88 .88 0 0 1 17.54 9.17zM17.54 12.08A3.38 3.38 0 0 1 14.17 15.46L14.17 13.71A1.62 1.62 0 0 0 15.79 12.08zM14.17 15.46L5 15.46A.88 .88 0 0 1 5 13.71L14.17 13.71A.88 .88 0 0 1 14.17 15.46zM6.88 17.7L4.38 15.2A.88 .88 0 0 1 5.62 13.96L8.12 16.46A.88 .88 0 0 1 6.88 17.7zM4.38 13.96L6.88 11.46A.88 .88 0 0 1 8.12 12.7L5.62 15.2A.88 .88 0 0 1 4.38 13.96z');
  }
  .favourite[aria-pressed='true']::before {
    clip-path: path('M10 2.4A.73 .73 0 0 0 9.35 2.8L7.35 6.83 2.89 7.49a.73 .73 0 0 0-.4 1.24L5.72 11.88 4.95 16.33a.73 .73 0 0 0 1.06 .77L10 14.99 13.99 17.1A.73 .73 0 0 0 15.05 16.33l-.77-4.46 3.23-3.15A.73 .73 0 0 0 17.11 7.49L12.65 6.83 10.65 2.8A.73 .73 0 0 0 10 2.4Z');
  }
  .bookmark[aria-pressed='true']::before {
    clip-path: path('m6.04 2.4c-.85 0-1.56 .71-1.56 1.56v12.92a.73 .73 0 0 0 1.16 .59L10 14.24 14.36 17.46A.73 .73 0 0 0 15.52 16.88V3.96c0-.85-.71-1.56-1.56-1.56z');
  }
  .action[aria-busy='true']::before {
    animation: breathe 1s ease-in-out 400ms infinite alternate;
  }
  .action.just-pressed::before {
    animation: press 260ms cubic-bezier(0.3, 1.6, 0.5, 1);
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  @keyframes press {
    40% {
      transform: scale(1.22);
    }
  }
  @media (forced-colors: active) {
    button.action::before {
      background: ButtonText;
    }
    .action[aria-pressed='true']::before {
      background: Highlight;
    }
  }
`;
