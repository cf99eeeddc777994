import { expect } from '@open-wc/testing';
import { pause, until } from '../helpers.js';
import { auth, page, status, timeline, type Page } from './page.js';
import { town, type Town } from './town.js';

const tag = '<masto-timeline load="eager" feed="local" limit="1"></masto-timeline>';
/** A server that nobody is ever to ask. */
const nobody = { host: 'nobody.localhost:9' };
const around = ({ host }: Pick<Town, 'host'>, inside: string) =>
  `<masto-auth instance="${host}">${inside}</masto-auth>`;

async function told(): Promise<Town> {
  const here = await town();
  await here.post('ines', { status: 'Here at last' });
  await here.forget();
  return here;
}

const shows = (there: Page, times = 1) =>
  until(() => there.text().split('Here at last').length === times + 1, `“Here at last”, ${times} ×; ${there.text()}`);

/** Where the tags stand: how often the post is to be seen. */
const places: Readonly<Record<string, [markup: (here: Town) => string, times: number]>> = {
  inside: [(here) => around(here, tag), 1],
  'before it': [(here) => tag + around(here, ''), 1],
  'after it': [(here) => around(here, '') + tag, 1],
  'inside, before and after': [(here) => tag + around(here, tag) + tag, 3],
  'inside the nearer of two': [(here) => around(nobody, around(here, tag)), 1],
};

describe('<masto-auth> defined late', () => {
  for (const [place, [markup, times]] of Object.entries(places)) {
    it(`after its tags (${place}): nothing is asked, nothing said before`, async () => {
      const here = await told();
      const there = await page(markup(here));
      await there.load(timeline);
      await pause(250);
      expect(await here.asks(/./)).to.deep.equal([]);
      expect(there.text()).to.not.contain('No server is named');
      await there.load(auth);
      await shows(there, times);
      expect(there.said).to.deep.equal([]);
      expect(await here.asks()).to.have.length(1);
    });

    it(`before its tags (${place})`, async () => {
      const here = await told();
      const there = await page(markup(here));
      await there.load(auth);
      await there.load(timeline);
      await shows(there, times);
      expect(there.said).to.deep.equal([]);
      expect(await here.asks()).to.have.length(1);
    });

    it(`both are there before the markup is (${place})`, async () => {
      const here = await told();
      const there = await page();
      await there.load(timeline);
      await there.load(auth);
      there.body.innerHTML = markup(here);
      await shows(there, times);
      expect(there.said).to.deep.equal([]);
      expect(await here.asks()).to.have.length(1);
    });
  }

  it('a lone post waits, too', async () => {
    const here = await told();
    const { id } = await here.post('noor', { status: 'Here at last' });
    await here.forget();
    const there = await page(around(here, `<masto-status load="eager" status-id="${id}"></masto-status>`));
    await there.load(status);
    await pause(250);
    expect(await here.asks(/./)).to.deep.equal([]);
    await there.load(auth);
    await shows(there);
    expect(there.said).to.deep.equal([]);
  });

  it('a page without any does not wait', async () => {
    const here = await told();
    const there = await page(tag.replace('feed', `instance="${here.host}" feed`));
    await there.load(timeline);
    await shows(there);
  });

  it('removed before it is defined: its tag no longer waits', async () => {
    const here = await told();
    const there = await page(around(here, tag.replace('feed', `instance="${here.host}" feed`)));
    await there.load(timeline);
    await pause(100);
    const undefinedOne = there.body.firstElementChild!;
    undefinedOne.replaceWith(...undefinedOne.childNodes);
    await shows(there);
  });

  it('changed before it is defined: what it says then counts', async () => {
    const here = await told();
    const there = await page(around(nobody, tag));
    await there.load(timeline);
    await pause(100);
    there.body.firstElementChild!.setAttribute('instance', here.host);
    await there.load(auth);
    await shows(there);
  });

  it('in a template it is none', async () => {
    const here = await told();
    const there = await page(`<template><masto-auth instance="x.example"></masto-auth></template>${around(here, tag)}`);
    await there.load(auth);
    await there.load(timeline);
    await shows(there);
  });

  it('in a shadow root, around a tag there', async () => {
    const here = await told();
    const there = await page('<div></div>');
    await there.load(timeline);
    const root = there.body.firstElementChild!.attachShadow({ mode: 'open' });
    root.innerHTML = around(here, tag);
    await pause(100);
    await there.load(auth);
    await shows(there);
    expect(await here.asks()).to.have.length(1);
  });

  it('in a dialog that opens later', async () => {
    const here = await told();
    const there = await page(`<dialog>${around(here, tag.replace('load="eager"', ''))}</dialog>`);
    await there.load(auth);
    await there.load(timeline);
    await pause(200);
    expect(await here.asks()).to.deep.equal([]);
    there.body.querySelector('dialog')!.showModal();
    await shows(there);
  });

  it('what the page has put inside is seen until the tags are there', async () => {
    const here = await told();
    const there = await page(around(here, tag.replace('><', '>A link to the posts<')));
    expect(there.body.innerText).to.equal('A link to the posts');
    await there.load(auth);
    await there.load(timeline);
    await shows(there);
    expect(there.body.innerText).to.not.contain('A link to the posts');
  });
});
