import { expect } from '@open-wc/testing';
import { HttpActionDispatcherHookMastodon } from 'masto/adapters/action/dispatcher-http-hook-mastodon.js';
import { PaginatorHttp } from 'masto/adapters/action/paginator-http.js';
import { MastoHttpError } from 'masto/adapters/errors/masto-http-error.js';
import { MastoTimeoutError } from 'masto/adapters/errors/masto-timeout-error.js';
import { BaseHttp } from 'masto/adapters/http/base-http.js';

describe('what is used of masto beside its index', () => {
  it('dispatcher-http-hook-mastodon.js: beforeDispatch knows verbs and encodings', () => {
    const hook = new HttpActionDispatcherHookMastodon(undefined as never);
    const before = (type: string, path: string) => {
      const action = hook.beforeDispatch({ type, path, data: undefined, meta: {}, raw: false });
      return [action.type, action.path, action.meta.encoding];
    };
    expect(before('favourite', '/api/v1/statuses/1')).to.deep.equal(['create', '/api/v1/statuses/1/favourite', 'json']);
    expect(before('update_credentials', '/api/v1/accounts')).to.deep.equal([
      'update',
      '/api/v1/accounts/update_credentials',
      'multipart-form',
    ]);
    expect(before('create', '/api/v2/media')).to.deep.equal(['create', '/api/v2/media', 'multipart-form']);
    expect(before('list', '/api/v1/timelines/home')).to.deep.equal(['list', '/api/v1/timelines/home', 'json']);
  });

  it('paginator-http.js: asks by path, search and meta, and follows Link', async () => {
    const requests: unknown[] = [];
    const http = {
      request: (request: unknown) => {
        requests.push(request);
        const link = requests.length === 1 ? '<https://a.example/p?x=1>; rel="next"' : '';
        return Promise.resolve({ headers: new Headers({ link }), data: [requests.length] });
      },
    };
    const paginator = new PaginatorHttp<number[]>(http as never, false, '/first', { a: 1 } as never, {
      requestInit: { cache: 'no-store' },
    });
    const pages: number[][] = [];
    for await (const page of paginator) pages.push(page);
    expect(pages).to.deep.equal([[1], [2]]);
    const meta = { method: 'GET', requestInit: { cache: 'no-store' } };
    expect(requests).to.deep.equal([
      { ...meta, path: '/first', search: { a: 1 } },
      { ...meta, path: '/p', search: 'x=1' },
    ]);
  });

  it('base-http.js: get() and its like come down to request()', async () => {
    class Http extends BaseHttp {
      override request<T>(params: unknown) {
        return Promise.resolve({ headers: new Headers(), data: params as T });
      }
    }
    expect((await new Http().get('/x', { a: 1 })).data).to.deep.equal({ method: 'GET', path: '/x', search: { a: 1 } });
    expect((await new Http().patch('/x', { a: 1 })).data).to.deep.equal({
      method: 'PATCH',
      path: '/x',
      body: { a: 1 },
    });
  });

  it('masto-http-error.js and masto-timeout-error.js: what they carry', () => {
    const cause = new Error('x');
    const error = new MastoHttpError(
      { statusCode: 5, message: 'm', description: 'd', details: {}, additionalProperties: { a: 1 } },
      { cause },
    );
    expect(error).to.be.instanceOf(Error);
    expect(error).to.deep.include({
      statusCode: 5,
      message: 'm',
      description: 'd',
      details: {},
      additionalProperties: { a: 1 },
      cause,
    });
    expect(new MastoTimeoutError('late', { cause })).to.include({ message: 'late', cause });
  });
});
