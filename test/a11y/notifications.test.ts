import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { all, atRest, byRole, drawn, inState, nameOf, part, parts, pause, theOne, until } from '../helpers.js';
import {
  account,
  answers,
  group,
  has,
  post,
  press,
  stage,
  theyDo,
  type Setting,
  type Stage,
  type Town,
} from '../elements/notifications-stage.js';
import { forgetEverybody } from '../elements/signed-in.js';

/** A page as its author sets it: attributes of what is around the tag, and its own paper. */
const settings: Readonly<Record<string, readonly [around: string, style: string]>> = {
  'light, German, narrow': ['lang="de"', 'color-scheme: light; background: #fff; inline-size: 320px'],
  'dark, right to left': ['lang="en" dir="rtl"', 'color-scheme: dark; background: #16151b; inline-size: 480px'],
};

const ada = account('ada', 'Ada');
const held = [{ id: '1', account: ada, notifications_count: '12', last_status: post(ada, 'A watch?') }];

/** One of every kind. */
async function everything(here: Town) {
  const about = post(ada, 'Low tide at four');
  const whole = post(ada, '@noor low tide at four?');
  const extras = {
    event: { id: '1', type: 'domain_block', target_name: 'spam.example', followers_count: 3, following_count: 1 },
    moderation_warning: { id: '1', action: 'silence', text: 'Please stop' },
    report: { id: '1', category: 'spam', comment: 'Watches', target_account: ada, status_ids: [] },
    collection: { id: '1', name: 'Bakers', url: 'https://elsewhere.example/c/1' },
    fallback: { title: 'Ada zapped', summary: 'With 21 sats' },
  };
  const types =
    'favourite reblog follow follow_request poll update quoted_update severed_relationships moderation_warning annual_report admin.sign_up admin.report added_to_collection collection_update zap';
  const lines = types.split(' ').map((type) => group(type, ['ada'], { ...extras, status_id: about.id }));
  await answers(here, [group('mention', ['ada'], { status_id: whole.id }), ...lines], [ada], [about, whole]);
}

const some = async (here: Town) => {
  const { id } = await here.post('noor', { status: 'Low tide' });
  await theyDo(here, ['ines'], `statuses/${id}/favourite`);
  await here.post('ines', { status: '@noor hello' });
};

type Come = (setting: Setting) => Promise<Stage>;

const staged =
  (more: Setting, then: (stage: Stage) => Promise<unknown>): Come =>
  async (setting) => {
    const stand = await stage({ ...setting, ...more });
    await then(stand);
    return stand;
  };

/** A state, and how it comes about. */
const states: Readonly<Record<string, Come>> = {
  'every kind': staged({ before: everything }, ({ tag }) => has(tag, 16)),
  'seen before': staged({ before: some }, ({ tag }) => has(tag, 2)),
  empty: staged({}, ({ tag }) => inState(tag, 'empty')),
  'signed out': staged({ person: '' }, ({ tag }) => inState(tag, 'signed-out')),
  failed: staged({ before: (here) => here.breaks({ path: '/api/*/notifications', status: 500 }) }, ({ tag }) =>
    inState(tag, 'failed'),
  ),
  loading: staged({ before: (here) => here.breaks({ path: '/api/*', delay: 15_000 }) }, ({ tag }) =>
    until(() => all(tag, '.skeleton').length),
  ),
  'people held back': staged(
    {
      before: async (here) => {
        await some(here);
        await here.breaks(
          { path: '*/policy', status: 200, body: { summary: { pending_requests_count: 1 } } },
          { path: '*/requests', status: 200, body: held },
        );
      },
    },
    async ({ tag }) => {
      await until(() => all(tag, '[value=held]').length);
      press(tag, 'held');
      await until(() => all(tag, '.held').length === 1);
    },
  ),
  refused: staged({ before: some }, async ({ here, tag }) => {
    await has(tag, 2);
    await here.breaks({ method: 'POST', path: '/api/*', status: 422, body: { error: 'No' } });
    press(tag, 'dismiss');
    await until(() => byRole(tag, 'alert').length === 1);
  }),
  'clear all?': staged({ before: some }, async ({ tag }) => {
    await has(tag, 2);
    press(tag, 'clear');
    await until(() => all<HTMLDialogElement>(tag, 'dialog')[0]?.open);
  }),
  'a bell': staged({ before: some, attributes: 'compact' }, ({ tag }) => until(() => parts(tag, 'count').length)),
  'an open bell': staged({ before: some, attributes: 'compact' }, async ({ tag }) => {
    await until(() => parts(tag, 'count').length);
    part(tag, 'bell').click();
    await has(tag, 2);
  }),
};

/** What a finger presses. A link in running text is as high as its line. */
const targets = (tag: Element) => all(tag, 'button').filter((element) => element.checkVisibility());

const size = (element: Element) => parseFloat(getComputedStyle(element).fontSize);

for (const [state, come] of Object.entries(states))
  describe(`R222 <masto-notifications>, ${state}`, () => {
    afterEach(forgetEverybody);

    for (const [setting, [around, style]] of Object.entries(settings))
      it(`axe finds nothing, ${setting}`, async () => {
        const { box } = await come({ around, style });
        await atRest(box);
        await expect(box).to.be.accessible();
      }).timeout(40_000);

    it('320 px: nothing is wider, what is pressed is 40 px at least, and no size is multiplied', async () => {
      const { box, tag } = await come({
        around: 'lang="de"',
        style: 'inline-size: 320px; overflow: auto; font-size: 20px',
      });
      await atRest(box);
      expect(box.scrollWidth, 'scrolls sideways').to.be.at.most(box.clientWidth);
      for (const panel of parts(tag, 'panel')) expect(panel.scrollWidth).to.be.at.most(panel.clientWidth);
      for (const target of targets(tag)) {
        const { width, height } = target.getBoundingClientRect();
        expect(Math.min(width, height), nameOf(target)).to.be.at.least(39.5);
      }
      for (const element of drawn(tag)) {
        if (![...element.childNodes].some((node) => node instanceof Text && node.data.trim())) continue;
        if (!element.checkVisibility() || element.matches('.bell-count')) continue;
        expect(size(element) / 20, element.outerHTML.slice(0, 200)).to.be.within(0.6, 1.26);
        expect(size(element)).to.be.at.least(12);
      }
    }).timeout(40_000);
  });

describe('<masto-notifications> by keyboard', () => {
  afterEach(forgetEverybody);

  it('what was dismissed gives the focus to what stands in its place', async () => {
    const { tag } = await stage({ before: some });
    await has(tag, 2);
    const button = all<HTMLButtonElement>(tag, 'button[value=dismiss]')[0]!;
    button.focus();
    button.click();
    await has(tag, 1);
    await pause(50);
    expect(tag.contains(document.activeElement) && !!tag.shadowRoot!.activeElement).to.equal(true);
  });

  it('a request that is answered keeps the focus in its line', async () => {
    const { tag } = await stage({
      before: (here) => answers(here, [group('follow_request', ['ada'])], [ada]),
    });
    await has(tag, 1);
    const button = theOne(tag, 'button', 'Accept');
    button.focus();
    button.click();
    await until(() => byRole(tag, 'button', 'Accept').length !== 1 || byRole(tag, 'alert').length);
    expect(tag.shadowRoot!.activeElement?.closest('li') ?? null).to.not.equal(null);
  });
});
