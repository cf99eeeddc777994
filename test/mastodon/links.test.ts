import { expect } from '@open-wc/testing';
import { parseLinks } from '../../src/mastodon/links.js';

const here = 'https://a.example/api/v1/x?max_id=1';

describe('parseLinks', () => {
  it('reads what servers write', () => {
    const cases: [string | null, object][] = [
      [null, {}],
      ['', {}],
      ['<https://a.example/n>; rel="next"', { next: '/n' }],
      ['<https://a.example/n>; rel=next', { next: '/n' }],
      [
        '<https://a.example/n?a=1,2;3>; rel="next",<https://a.example/p>;rel="prev"',
        { next: '/n?a=1,2;3', prev: '/p' },
      ],
      ['<https://a.example/n>; title="x"; rel="next"', { next: '/n' }],
      ['</api/n?x=1>; rel="next"', { next: '/api/n?x=1' }],
      ['<?max_id=2>; rel="next"', { next: '/api/v1/x?max_id=2' }],
      ['<https://a.example/1>; rel="next", <https://a.example/2>; rel="next"', { next: '/1' }],
      ['<https://a.example/s>; rel="https://json-ld"', {}],
      ['<https://a.example/x', {}],
      ['<http://[>; rel="next", <https://a.example/p>; rel="prev"', { prev: '/p' }],
      ['garbage; rel="next"', {}],
    ];
    for (const [header, links] of cases) expect(parseLinks(header, here), String(header)).to.deep.equal(links);
  });

  it('R149 leaves out a link to the page itself', () => {
    expect(parseLinks(`<${here}>; rel="next", <https://a.example/p>; rel="prev"`, here)).to.deep.equal({ prev: '/p' });
    expect(parseLinks('<https://b.example/api/v1/x?max_id=1>; rel="next"', here)).to.deep.equal({});
    expect(parseLinks('<https://a.example/x?max_id=1>; rel="next"', here)).to.deep.equal({ next: '/x?max_id=1' });
  });

  it('takes no longer than the header is long', () => {
    // What grows with the square of the length would take minutes, on any machine.
    const start = performance.now();
    parseLinks('<a>; rel='.repeat(20_000), here);
    parseLinks(`<${'a'.repeat(200_000)}; rel="next"`, here);
    expect(performance.now() - start).to.be.lessThan(5000);
  });
});
