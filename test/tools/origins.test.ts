import { expect } from '@open-wc/testing';

describe('the test server', () => {
  it('has other hosts on loopback, each with a store of its own', async () => {
    const { port } = (await (await fetch('/__sandbox-origin')).json()) as { port: number };
    const response = await fetch(`http://origins-test.localhost:${port}/api/v2/instance`);
    expect(response.status).to.equal(200);
    expect(((await response.json()) as { domain: string }).domain).to.contain('origins-test.localhost');
  });

  it('answers 404 for shared data that is not there', async () => {
    expect((await fetch('/__shared/data/no-such-file.json')).status).to.equal(404);
    expect((await fetch('/__shared/data/..%2f..%2fmain/package.json')).status).to.equal(404);
  });
});
