import { expect } from '@open-wc/testing';
import { all, appears, byRole, hurry, replace, seen, until } from '../helpers.js';
import { button, drafts, field, form, formOf, postsOf, press, sent, write } from './composing.js';
import { cameBefore, forgetEverybody } from './signed-in.js';
import { town, type Fault } from './town.js';
import { add, areUp, describeNth, film, image, media, picture, sizeOf, tilesOf } from './uploading.js';

afterEach(forgetEverybody);

const uploads = /^\/api\/v[12]\/media$/;
const uploading = { method: 'POST', path: '/api/v2/media' };
const said = (tag: Element) => byRole(tag, 'alert').map(seen).join('\n').trim();

describe('<masto-compose> files that cannot go', () => {
  const unfit: Readonly<Record<string, [files: () => File[], sentence: RegExp]>> = {
    'of a wrong type': [() => [image('notes.txt', 'text/plain')], /notes\.txt · .* does not take files of this kind/],
    'of no type': [() => [image('folder', '')], /folder · .* does not take files of this kind/],
    empty: [() => [new File([], 'a.png', { type: 'image/png' })], /a\.png · It is empty/],
    'of 200 MB': [() => [image('long.mp4', 'video/mp4', 200 * 1024 ** 2)], /larger than .* takes: 99 MB at most/],
    'a fifth': [() => [1, 2, 3, 4, 5].map((n) => image(`${n}.png`)), /5\.png · A post has at most 4 files/],
    'a film beside a picture': [() => [image('a.png'), film()], /ferry\.mp4 · A film or a sound goes alone/],
    'a picture beside a film': [() => [film(), image('a.png')], /a\.png · A film or a sound goes alone/],
  };
  for (const [what, [files, sentence]] of Object.entries(unfit))
    it(`R169 ${what}: said before a byte of it is sent`, async () => {
      const here = await town();
      const { tag } = await formOf(here);
      const given = files();
      await add(tag, ...given);
      await until(() => sentence.test(said(tag)), String(sentence));
      if (tilesOf(tag).length) await areUp(tag);
      expect((await here.asked(uploads)).length).to.equal(given.length - 1);
      await press(button(tag, 'Dismiss'));
      await until(() => !sentence.test(said(tag)));
    });

  it('R169 HEIC where the server does not take it', async () => {
    const here = await town();
    await here.breaks({
      path: '/api/v2/instance',
      body: {
        configuration: {
          media_attachments: { supported_mime_types: ['image/jpeg'] },
          statuses: { max_characters: 500 },
        },
      },
    });
    const { tag } = await formOf(here);
    await add(tag, image('IMG_1.HEIC', ''));
    await until(() => /IMG_1\.HEIC · .* does not take HEIC pictures\. Save it as JPEG/.test(said(tag)));
  });

  it('R169 a picture with too many pixels is made smaller when the reader says so, the right way up', async () => {
    const here = await town();
    const { tag } = await formOf(here);
    await add(tag, await picture('huge.jpg', 8000, 4500, 'image/jpeg'));
    await until(() => /huge\.jpg · It has more pixels than .* takes/.test(said(tag)));
    expect(await here.asks(uploads)).to.deep.equal([]);
    await press(button(tag, 'Post'));
    await appears(tag, 'This is not up: picture 1.');
    await press(button(tag, 'Make it smaller'));
    await areUp(tag);
    write(field(tag), 'Small');
    await press(button(tag, 'Post'));
    await press(button(tag, 'Post anyway'));
    await appears(tag, 'Your post is out.');
    const { width, height } = media((await postsOf(here))[0]!)[0]!.meta.original!;
    expect(width * height).to.be.within(8_000_000, 8_294_400);
    expect(width / height).to.be.closeTo(16 / 9, 0.01);
  });

  const sentences: Readonly<Record<string, [fault: Fault, sentence: RegExp]>> = {
    'R169 413 in HTML': [{ status: 413, html: true }, /says that it is too large/],
    'R172 a processing failure': [
      { status: 422, body: { error: 'Error processing thumbnail for uploaded media' } },
      /could not make use of it/,
    ],
    'R169 a type that the server sees through': [
      { status: 422, body: { error: 'File type of uploaded media could not be verified' } },
      /did not take it\. File type of uploaded media/,
    ],
    'R173 a connection that breaks': [{ refuse: true }, /The way to .* broke off/],
    'R172 500': [{ status: 500, body: { error: 'x' } }, /has a problem/],
    'R174 429': [{ rateLimit: 170 }, /takes more files in 3 minutes/],
  };
  for (const [what, [fault, sentence]] of Object.entries(sentences))
    it(`${what}: that file says so, the others stay, and it alone is tried again`, async () => {
      const here = await town();
      const { tag } = await formOf(here);
      await add(tag, await picture('good.png'));
      await areUp(tag);
      await here.breaks({ ...uploading, ...fault });
      await add(tag, await picture('bad.png', 90, 60));
      await until(() => /bad\.png ·/.test(said(tag)) && sentence.test(said(tag)), String(sentence));
      expect(all(tag, '.upload-bad')).to.have.length(1);
      await press(button(tag, 'Post'));
      await appears(tag, 'This is not up: picture 2.');
      expect(await sent(here)).to.equal(0);
      await here.heals();
      await here.forget();
      if ('rateLimit' in fault) hurry(60);
      if ('rateLimit' in fault) await new Promise((resolve) => setTimeout(resolve, 200_000));
      await press(button(tag, 'Try again'));
      await areUp(tag);
      expect(await here.asks(uploads)).to.deep.equal(['/api/v2/media']);
      expect(said(tag)).to.equal('');
    });

  it('R174 429 for files pauses files alone', async () => {
    const here = await town();
    const { tag } = await formOf(here);
    await here.breaks({ ...uploading, rateLimit: 170 });
    await add(tag, await picture('bad.png'));
    await until(() => /takes more files in 3 minutes/.test(said(tag)));
    await here.forget();
    await press(button(tag, 'Try again'));
    await until(() => /takes more files in 3 minutes/.test(said(tag)));
    expect(await here.asks(uploads)).to.deep.equal([]);
    await press(button(tag, 'Remove it'));
    write(field(tag), 'Words are free');
    await press(button(tag, 'Post'));
    await appears(tag, 'Your post is out.');
  });

  it('R172 a film that the server cannot make use of after a while', async () => {
    const here = await town();
    const { tag } = await formOf(here);
    await here.breaks({
      method: 'GET',
      path: '/api/v1/media/*',
      status: 422,
      body: { error: 'Error processing thumbnail for uploaded media' },
    });
    await add(tag, film());
    write(field(tag), 'Ferry');
    await press(button(tag, 'Post'));
    await press(button(tag, 'Post anyway'));
    await until(() => /could not make use of it/.test(said(tag)));
    await appears(tag, 'This is not up: film.');
    expect(await sent(here)).to.equal(0);
    expect(field(tag).value).to.equal('Ferry');
  });

  it('R175 the server has forgotten a file: it is sent up again, and the post goes', async () => {
    const here = await town();
    const { tag } = await formOf(here);
    await add(tag, await picture('a.png'));
    await areUp(tag);
    await describeNth(tag, 0, 'Fog');
    await here.breaks(
      {
        ...{ method: 'POST', path: '/api/v1/statuses', times: 1 },
        ...{ status: 422, body: { error: 'Media 1 not found or already attached to another post' } },
      },
      { method: 'PUT', path: '/api/v1/media/*', status: 404, body: { error: 'Record not found' } },
    );
    write(field(tag), 'Forgotten');
    await press(button(tag, 'Post'));
    await until(() => /does not have it any more/.test(said(tag)));
    await here.heals();
    await press(button(tag, 'Try again'));
    await areUp(tag);
    await press(button(tag, 'Post'));
    await appears(tag, 'Your post is out.');
    expect(media((await postsOf(here))[0]!).map(({ description }) => description)).to.deep.equal(['Fog']);
  });

  it('R34 without leave to send files, the reader is asked for it', async () => {
    const here = await town();
    await cameBefore(here, 'noor', 'session', 'profile read:statuses write:statuses');
    const { tag, box } = await form();
    let wish: unknown;
    replace(box.querySelector('masto-auth')!, 'login', (_instance, extra) => {
      wish = extra;
      return Promise.resolve();
    });
    await add(tag, await picture('a.png'));
    await until(() => /have not allowed this page to send files/.test(said(tag)));
    await press(button(tag, 'Allow it'));
    expect(wish).to.deep.equal(['write:media']);
  });

  it('R173 cancelled on its way: it ends, nothing of it is left, the next one goes', async () => {
    const here = await town();
    const { tag } = await formOf(here);
    await here.breaks({ ...uploading, delay: 20_000, times: 1 });
    await add(tag, await picture('slow.png'), await picture('next.png', 50, 50));
    await until(() => all(tag, 'progress').length);
    await press(button(tag, 'Cancel picture 1'));
    await areUp(tag);
    expect(tilesOf(tag)).to.have.length(1);
    expect(JSON.stringify(drafts())).to.not.contain('slow.png');
    write(field(tag), 'Next');
    await press(button(tag, 'Post'));
    await press(button(tag, 'Post anyway'));
    await appears(tag, 'Your post is out.');
    expect(media((await postsOf(here))[0]!).map(sizeOf)).to.deep.equal(['50×50']);
  });

  it('R56 names and refusals are text', async () => {
    const here = await town();
    const { tag } = await formOf(here);
    await here.breaks({ ...uploading, status: 422, body: { error: '<img src=x onerror=alert(1)>' } });
    await add(tag, await picture('<b>a.png'));
    await until(() => said(tag).includes('<b>a.png') && said(tag).includes('<img src=x'));
    expect(all(tag, '.upload-note img, .upload-note b b')).to.have.length(0);
  });

  it('a comment box with a file that is not up does not rest', async () => {
    const here = await town();
    const { tag } = await formOf(here, 'noor', 'compact');
    await here.breaks({ ...uploading, delay: 20_000, times: 1 });
    await add(tag, await picture('slow.png'));
    expect(all(tag, '.compose-resting')).to.have.length(0);
    await press(button(tag, 'Cancel picture 1'));
    await until(() => !tilesOf(tag).length);
  });
});
