import { expect } from '@open-wc/testing';
import { MastoError } from '../../src/mastodon/errors.js';
import { failureOf, json, transportTo } from './fake-browser.js';

describe('Transport: lists', () => {
  const linked = (link: string) => transportTo(() => json([1], 200, { link }));

  it('gives rows, headers and links', async () => {
    const { transport } = linked(
      '<https://a.example/api/v1/x?max_id=9>; rel="next", <https://a.example/api/v1/x?min_id=1>; rel="prev"',
    );
    const { data, headers, links } = await transport.list('/api/v1/x');
    expect(data).to.deep.equal([1]);
    expect(headers.get('link')).to.contain('max_id');
    expect(links).to.deep.equal({ next: '/api/v1/x?max_id=9', prev: '/api/v1/x?min_id=1' });
  });

  it('R149 follows a link as it is given, at its own origin', async () => {
    const { browser, transport } = linked(
      '<http://inside.local:3000/api/v1/x?before=2026-11-22T10%3A20,1&a[]=%5B>; rel="next"',
    );
    const { links } = await transport.list('/api/v1/x');
    await transport.list(links.next as string);
    expect(browser.asked[1]?.url).to.equal(`${transport.origin}/api/v1/x?before=2026-11-22T10%3A20,1&a[]=%5B`);
  });

  it('R149 stops without a link, and at a link to the page itself', async () => {
    expect((await transportTo(() => json([1])).transport.list('/x')).links).to.deep.equal({});
    const { transport } = linked('<https://a.example/x?max_id=5>; rel="next"');
    expect((await transport.list('/x', { max_id: 5 })).links).to.deep.equal({});
    expect((await transport.list('/x', { max_id: 6 })).links.next).to.equal('/x?max_id=5');
  });

  it('R141 takes an empty body for an empty list', async () => {
    const { transport } = transportTo(() => new Response(null, { status: 204 }));
    expect((await transport.list('/x')).data).to.deep.equal([]);
  });

  it('R142 refuses what is no list', async () => {
    for (const body of [{}, null, 'x', 5, { error: 'x' }]) {
      const { transport } = transportTo(() => json(body));
      const error = (await failureOf(transport.list('/x?token=1'))) as MastoError;
      expect(error).to.be.instanceOf(MastoError);
      expect(error.failure).to.equal('wrong-shape');
      expect(error.facts.path).to.equal('/x');
    }
  });
});
