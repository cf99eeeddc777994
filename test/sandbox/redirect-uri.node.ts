import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { complaint, fits } from '../../demo/sandbox/oauth/redirect-uri.js';

describe('addresses an app may be sent back to', () => {
  it('are absolute, without fragment, and run nothing', () => {
    for (const good of [
      'https://a.example/',
      'http://localhost:8000/x?y=1',
      'my-app:/back',
      'my-app://back',
      'urn:ietf:wg:oauth:2.0:oob',
    ]) {
      assert.equal(complaint(good), undefined, good);
    }
    for (const [bad, why] of [
      ['a.example/back', 'must be an absolute URI.'],
      ['https://a.example/#x', 'cannot contain a fragment.'],
      ['https://a.example/#', 'cannot contain a fragment.'],
      ['javascript:alert(1)', 'is forbidden by the server.'],
      ['DATA:text/html,x', 'is forbidden by the server.'],
      ['localhost:8000/back', 'must specify a scheme.'],
      ['my-app:back', 'must specify a scheme.'],
      ['https:///back', 'must specify a scheme.'],
    ] as const) {
      assert.equal(complaint(bad), why, bad);
    }
  });

  it('are compared part by part, as Doorkeeper 5.9 compares', () => {
    const yes: [string, string][] = [
      ['https://a.example/back?masto=x', 'https://a.example/back?masto=x'],
      ['https://A.example/back', 'https://a.example/back'],
      ['https://a.example:443/back', 'https://a.example/back'],
      ['https://a.example', 'https://a.example/'],
      ['https://a.example/back?b=2&a=1', 'https://a.example/back?a=1&b=2'],
      // Only where none was registered may a query come along.
      ['https://a.example/back?more=1', 'https://a.example/back'],
      // RFC 8252 section 7.3: addresses of this machine by number.
      ['http://127.0.0.1:5000/back', 'http://127.0.0.1:4000/back'],
      ['http://[::1]:5000/back', 'http://[::1]/back'],
      ['my-app:/back', 'my-app:/back'],
    ];
    const no: [string, string][] = [
      ['https://a.example/back/', 'https://a.example/back'],
      ['https://a.example/Back', 'https://a.example/back'],
      ['https://a.example/x/../back', 'https://a.example/back'],
      ['http://a.example/back', 'https://a.example/back'],
      ['https://a.example:8443/back', 'https://a.example/back'],
      ['https://a.example.evil.example/back', 'https://a.example/back'],
      ['https://a.example@evil.example/back', 'https://a.example/back'],
      ['https://a.example/back?masto=y', 'https://a.example/back?masto=x'],
      ['https://a.example/back?masto=x&more=1', 'https://a.example/back?masto=x'],
      ['https://a.example/back', 'https://a.example/back?masto=x'],
      ['https://a.example/back#x', 'https://a.example/back'],
      ['http://localhost:5000/back', 'http://localhost:4000/back'],
      ['', 'https://a.example/back'],
      ['urn:ietf:wg:oauth:2.0:oob', 'https://a.example/back'],
    ];
    for (const [asked, registered] of yes) assert.equal(fits(asked, registered), true, `${asked} for ${registered}`);
    for (const [asked, registered] of no) assert.equal(fits(asked, registered), false, `${asked} for ${registered}`);
  });
});
