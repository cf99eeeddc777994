import assert from 'node:assert/strict';
import { it } from 'node:test';
import { inBrowsers } from './scene.js';

const around = '<masto-auth><masto-login></masto-login></masto-auth>';

inBrowsers('translating a post', (scene) => {
  const post = (host: string, person: string) =>
    scene.stage.control<{ url: string; id: string }>(host, 'POST', 'posts', {
      person,
      status: 'Bom dia, nevoeiro',
      spoiler_text: '',
      language: 'pt',
    });

  it('of another server, by the reader’s own, and back; the choice lasts while the page does', async () => {
    const { stage } = scene;
    const { url } = await post(stage.hills, 'ama');
    const visitor = await scene.visit(`${around}<masto-status src="${url}"></masto-status>`);
    await visitor.sees('Bom dia, nevoeiro');
    await visitor.signIn(stage.harbour);
    await visitor.press('Translate from Portuguese');
    await visitor.sees('Translated from Portuguese by Lanternfish');
    await visitor.sees('Good day, fog');
    await visitor.press('Show original');
    await visitor.sees('Bom dia, nevoeiro');
    await visitor.press('Translate from Portuguese');
    await visitor.sees('Good day, fog');
    const asked = (await stage.asked(stage.harbour)).filter((one) => /\/translate$/.test(one));
    assert.equal(asked.length, 1);
    assert.deepEqual(
      (await stage.log(stage.hills)).filter(({ path, authorization }) => authorization || path.includes('translat')),
      [],
    );
  });

  it('whoever is not signed in is offered nothing; a server that cannot just now is quoted as such', async () => {
    const { stage } = scene;
    const { url } = await post(stage.harbour, 'ines');
    const visitor = await scene.visit(`${around}<masto-status src="${url}"></masto-status>`);
    await visitor.sees('Bom dia, nevoeiro');
    assert.doesNotMatch(await visitor.text(), /Translate/);
    await visitor.signIn(stage.harbour);
    await stage.control(stage.harbour, 'PUT', 'faults', [
      { method: 'POST', path: '*/translate', status: 503, body: { error: 'Quota exceeded' } },
    ]);
    await visitor.press('Translate from Portuguese');
    await visitor.sees(/cannot translate just now \(error 503\)/);
    await stage.control(stage.harbour, 'DELETE', 'faults');
    await visitor.press('Translate from Portuguese');
    await visitor.sees('Good day, fog');
  });
});
