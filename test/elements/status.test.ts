import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { all, appears, byRole, first, inState, part, parts, posts, seen, tagOf, until } from '../helpers.js';
import { raw, shown } from './given.js';
import { town } from './town.js';

describe('<masto-status> what is drawn', () => {
  it('a boost: who boosted stands above, the post is the other’s', async () => {
    const here = await town();
    const boosted = await here.post('noor', { status: 'A log of fog' });
    const tag = await shown({ ...raw(), content: '', reblog: boosted });
    expect(seen(tag)).to.match(/^Ada boosted\n/);
    expect(seen(part(tag, 'name'))).to.equal('Noor Haddad');
    await appears(tag, 'A log of fog');
    expect(tag.ariaLabel).to.equal('Post by Noor Haddad');
    expect((byRole(tag, 'link', /boosted/)[0] as HTMLAnchorElement).href).to.equal('https://a.example/@ada');
  });

  it('a reply: whom it answers, where that is known', async () => {
    const mentions = [{ id: '5', username: 'bob', acct: 'bob@b.example', url: 'https://b.example/@bob' }];
    const known = await shown(raw({ in_reply_to_id: '9', in_reply_to_account_id: '5', mentions }));
    expect(seen(known)).to.match(/^in reply to @bob\n/);
    const unknown = await shown(raw({ in_reply_to_id: '9', in_reply_to_account_id: '6' }));
    expect(seen(unknown)).to.match(/^a reply\n/);
    const thread = await shown(raw({ in_reply_to_id: '9', in_reply_to_account_id: '1' }));
    expect(seen(thread)).to.match(/^continues their own thread\n/);
  });

  it('links: the person, the time, and a place for each action on the post’s own server', async () => {
    const tag = await shown(raw({ replies_count: 3, reblogs_count: 12345, favourites_count: 0 }));
    expect((part(tag, 'name').closest('a') as HTMLAnchorElement).href).to.equal('https://a.example/@ada');
    expect((part(tag, 'time') as HTMLAnchorElement).href).to.equal('https://a.example/@ada/1');
    expect(
      byRole(tag, 'link')
        .slice(-4)
        .map((link) => link.ariaLabel),
    ).to.deep.equal([
      'Reply on a.example, 3',
      'Boost on a.example, 12k',
      'Favourite on a.example',
      'Bookmark on a.example',
    ]);
    for (const link of all<HTMLAnchorElement>(tag, 'a[part~=action]'))
      expect(link.href).to.equal('https://a.example/@ada/1');
  });

  it('R115 every link opens elsewhere and takes nothing along', async () => {
    const here = await town();
    const tag = tagOf(`<masto-timeline instance="${here.host}" feed="local" limit="40"></masto-timeline>`);
    await inState(tag, undefined);
    const links = all<HTMLAnchorElement>(tag, 'a');
    expect(links.length).to.be.greaterThan(200);
    for (const link of links) {
      expect(link.target, link.outerHTML).to.equal('_blank');
      expect(link.rel.split(' '), link.outerHTML).to.include.members(['nofollow', 'noopener', 'noreferrer']);
    }
  });

  it('visibility: a mark with a name for each that is not public', async () => {
    const marks: Readonly<Record<string, string | undefined>> = {
      public: undefined,
      unlisted: 'Quiet public',
      private: 'Followers only',
      direct: 'Mentioned people only',
      local: 'Limited audience',
    };
    for (const [visibility, label] of Object.entries(marks)) {
      const tag = await shown(raw({ visibility }));
      expect(
        byRole(tag, 'img').map((mark) => mark.ariaLabel),
        visibility,
      ).to.deep.equal(label ? [label] : []);
      expect(parts(tag, 'boost').length, visibility).to.equal(
        visibility === 'public' || visibility === 'unlisted' ? 1 : 0,
      );
      tag.remove();
    }
  });

  it('a bot, a group, an edit', async () => {
    const bot = await shown(raw({}, { bot: true }));
    await appears(bot, 'bot');
    const group = await shown(raw({}, { group: true }));
    await appears(group, 'group');
    const edited = await shown(raw({ edited_at: new Date(Date.now() - 7_200_000).toISOString() }));
    expect(byRole(edited, 'button', /^Edited/)[0]!.ariaLabel).to.equal('Edited 2 h');
  });

  it('a time: short, whole for whoever points at it, and exact for machines', async () => {
    const created = new Date(Date.now() - 3 * 3_600_000).toISOString();
    const tag = await shown(raw({ created_at: created }));
    const time = first<HTMLTimeElement>(tag, 'time');
    expect(time.textContent).to.equal('3 h');
    expect(time.dateTime).to.equal(created);
    time.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
    await until(() => time.title);
    expect(time.title).to.contain(String(new Date(created).getFullYear()));
    expect(time.title).to.match(/\d\d?:\d\d/);
  });

  for (const date of ['57171-08-04T00:00:00.000Z', '', null, undefined, 'yesterday', 0, {}, '+011968-01-01T00:00:00Z'])
    it(`R205 a date that is none: ${JSON.stringify(date)}`, async () => {
      const tag = await shown(raw({ created_at: date, edited_at: date }));
      expect(seen(part(tag, 'time'))).to.equal('unknown date');
      expect(first(tag, 'time').hasAttribute('datetime')).to.equal(false);
    });

  it('R189 R188 no name, no picture', async () => {
    const tag = await shown(raw({}, { display_name: '', avatar: null, avatar_static: null }));
    expect(seen(part(tag, 'name'))).to.equal('ada');
    expect(all(tag, 'img')).to.have.length(0);
    expect(seen(part(tag, 'avatar'))).to.equal('a');
    const odd = await shown(raw({}, { display_name: '👩🏽‍🚀 Ada', avatar: '' }));
    expect(seen(part(odd, 'avatar'))).to.equal('👩');
  });

  it('R187 an account that is none', async () => {
    for (const account of [{}, null, undefined, 'x']) {
      const tag = await shown(raw({ account }));
      expect(seen(part(tag, 'name'))).to.equal('?');
      await appears(tag, 'Hello');
    }
  });

  it('R81 a name cannot turn or grow over what stands around it', async () => {
    const name = `\u202e evil \u2066${'W'.repeat(3000)}\u0301`.repeat(3);
    const tag = await shown(raw({}, { display_name: name }));
    expect(part(tag, 'name').localName).to.equal('bdi');
    expect(seen(part(tag, 'name'))).to.not.match(/[\u202a-\u202e\u2066-\u2069]/);
    const box = tag.getBoundingClientRect();
    for (const element of [part(tag, 'name'), part(tag, 'time'), part(tag, 'handle')]) {
      expect(element.getBoundingClientRect().right).to.be.at.most(box.right + 1);
      expect(element.getBoundingClientRect().height).to.be.lessThan(60);
    }
    expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
  });

  it('R202 R82 the language of a post is its own, or none', async () => {
    expect(part(await shown(raw({ language: 'ja' })), 'content').lang).to.equal('ja');
    for (const language of [null, '', '日本語', 'en_US!', 7, {}])
      expect(part(await shown(raw({ language })), 'content').hasAttribute('lang')).to.equal(false);
  });

  it('R185 R192 nothing to say, nowhere to lead', async () => {
    const tag = await shown(raw({ content: null, url: null, uri: 'tag:a.example,2020:1' }));
    expect(parts(tag, 'content')).to.have.length(0);
    expect(part(tag, 'time').hasAttribute('href')).to.equal(false);
    for (const action of parts(tag, 'action')) expect(action.hasAttribute('href')).to.equal(false);
    const uri = await shown(raw({ url: null, uri: 'https://a.example/objects/1' }));
    expect((part(uri, 'time') as HTMLAnchorElement).href).to.equal('https://a.example/objects/1');
  });

  it('keeps its body when counts change around it', async () => {
    const here = await town();
    const { id, url } = await here.post('ines', { status: 'Stay where you are' });
    const tag = tagOf(`<masto-status src="${url}"></masto-status>`);
    await appears(tag, 'Stay where you are');
    const paragraph = first(tag, '[part~=content] p');
    const noor = await here.control<{ access_token: string }>('POST', 'tokens', { person: 'noor' });
    await fetch(`${here.origin}/api/v1/statuses/${id}/favourite`, {
      method: 'POST',
      headers: { authorization: `Bearer ${noor.access_token}` },
    });
    const list = tagOf(`<masto-timeline load="eager" instance="${here.host}" feed="local" limit="1"></masto-timeline>`);
    await inState(list, undefined);
    await until(() => seen(part(tag, 'favourite')) === '1');
    expect(first(tag, '[part~=content] p')).to.equal(paragraph);
    expect(posts(list)).to.have.length(1);
  });
});
