import { expect } from '@open-wc/testing';
import type { MastoAuth } from '../../src/index.js';
import '../../src/index.js';
import { withoutAnswer } from '../../src/elements/auth/arrival.js';
import { MastoError } from '../../src/mastodon/errors.js';
import { tagOf } from '../helpers.js';
import { town } from './town.js';

describe('the way back to a page', () => {
  const answer = 'masto=a.example&code=1&state=2&iss=https%3A%2F%2Fa.example%2F';
  for (const [address, plain] of [
    [`https://blog.example/?${answer}`, 'https://blog.example/'],
    [`https://blog.example/x?p=1%20a+b&${answer}#there`, 'https://blog.example/x?p=1%20a+b#there'],
    [`https://blog.example/?${answer}&q=&r`, 'https://blog.example/?q=&r'],
    [
      'https://blog.example/?masto=a.example&error=access_denied&error_description=x&error_uri=y&state=2',
      'https://blog.example/',
    ],
    ['https://blog.example/?encode=1&estate=2', 'https://blog.example/?encode=1&estate=2'],
  ] as const)
    it(`R20 ${address} without the answer is ${plain}`, () => {
      expect(withoutAnswer(address)).to.equal(plain);
    });

  it('leads to no other origin, whatever the page says (table 1.1, 22)', async () => {
    const here = await town();
    const tag = tagOf<MastoAuth>('<masto-auth redirect-uri="https://elsewhere.example/back"></masto-auth>');
    const flow = await (await tag.keeper()).flow();
    const server = await flow.find(here.host, new AbortController().signal);
    await here.forget();
    const error = await flow.leave(server, { keep: false }).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(MastoError);
    expect(error).to.deep.include({ failure: 'bad-attribute' });
    expect((error as MastoError).facts.attribute).to.equal('redirect-uri');
    expect(await here.asks(/apps/)).to.deep.equal([]);
  });
});
