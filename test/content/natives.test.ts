import { expect } from '@open-wc/testing';
import { body, emojify, textOf } from '../../src/content/content.js';
import { bodyHtml, linkStart, strangers } from './helpers.js';

type Any = Record<PropertyKey, unknown>;

/** Runs with properties replaced, and puts them back before anybody looks at the outcome. Uses nothing it may replace. */
function patched<T>(
  patches: readonly (readonly [object: object, name: PropertyKey, value: unknown])[],
  run: () => T,
): T {
  const { defineProperty, deleteProperty } = Reflect;
  const before = patches.map(([object, name]) => Object.getOwnPropertyDescriptor(object, name));
  const plans = patches.map(([object, name, value]) => ({
    object,
    name,
    plan: { value, writable: true, configurable: true },
  }));
  try {
    for (let i = 0; i < plans.length; i++) defineProperty(plans[i]!.object, plans[i]!.name, plans[i]!.plan);
    return run();
  } finally {
    for (let i = plans.length; i--;)
      if (before[i]) defineProperty(plans[i]!.object, plans[i]!.name, before[i]!);
      else deleteProperty(plans[i]!.object, plans[i]!.name);
  }
}

const hostile =
  '<p class="fixed mention" onclick="x" style="y" id="z" lang="en x">a<script>b</script><img src=x onerror=y>' +
  '<a href="javascript:alert(1)" class="btn">c</a><a href="https://a.example/" ping="x">d</a>' +
  '<iframe srcdoc="x"></iframe><svg onload=x><style>e</style></svg><content-x is=y>f</content-x>' +
  '<ol start="1e9" reversed><li value=x>g</li></ol><abbr title="h" style=x>i</abbr></p><div popover>j</div><code>:x:</code>';

describe('content/natives', () => {
  describe('R65 a form cannot answer for its own nodes', () => {
    for (const name of [
      'childNodes',
      'firstChild',
      'nextSibling',
      'nodeType',
      'textContent',
      'localName',
      'attributes',
      'getAttribute',
      'hasAttributes',
      'namespaceURI',
      'parentNode',
      'querySelector',
      'innerHTML',
      'constructor',
      '__proto__',
    ])
      for (const member of ['input', 'button', 'img', 'object', 'form'])
        it(`R65 <${member} name=${name}>`, () => {
          const tag = member === 'form' ? 'output' : member;
          const out = body(
            `<form id=${name}><${tag} name=${name} id=${name}></${tag}><p onclick=x>a<b>b</b></p><script>c</script></form>d`,
          );
          expect(strangers(out)).to.eql([]);
          expect(out.textContent?.replace(/\s/g, '')).to.equal('abd');
          expect(out.querySelector('b')?.textContent).to.equal('b');
        });

    it('R65 R86 nor a picture for its document', () => {
      for (const name of ['body', 'implementation', 'createElement', 'documentElement', 'head'])
        expect(bodyHtml(`<img name=${name}><form name=${name}><p>x</p></form>`)).to.equal('<p>x</p>');
    });

    it('R65 nothing is left on the page by name', () => {
      const before = Object.getOwnPropertyNames(globalThis).length;
      const box = document.createElement('div');
      box.append(
        body(
          '<a id=pageConfig name=pageConfig href="https://a.example/">x</a><form name=pageConfig></form><p id=x>y</p>',
        ),
      );
      document.body.append(box);
      expect((globalThis as unknown as Any).pageConfig).to.equal(undefined);
      expect((document as unknown as Any).pageConfig).to.equal(undefined);
      expect(Object.getOwnPropertyNames(globalThis).length).to.equal(before);
      box.remove();
    });
  });

  describe('R91 a polluted Object.prototype changes nothing', () => {
    const wanted = { html: bodyHtml(hostile), text: textOf(hostile) };
    for (const [name, value] of Object.entries({
      script: 1,
      iframe: 1,
      img: 1,
      svg: 2,
      'content-x': 1,
      'javascript:': true,
      'data:': true,
      onclick: /^/,
      style: /^/,
      global: true,
      tag: 'script',
      attributes: [['onclick', 'x']],
      kids: ['x'],
      put: (): boolean => true,
      titles: new Map([['https://a.example/', 'x']]),
      emojis: [{ shortcode: 'x', url: 'https://e.example/x', staticUrl: 'https://e.example/x' }],
      mentions: [{ url: 'https://a.example/', acct: 'x' }],
      hideQuoteLine: true,
      more: () => document.createElement('script'),
      createHTML: (): string => '<b>polluted</b>',
      x: { url: 'https://e.example/x' },
    }))
      it(`R91 ${name}`, () => {
        const [out, text, cut] = patched(
          [[Object.prototype, name, value]],
          () => [body(hostile), textOf(hostile), body('<i>'.repeat(65) + ':x:')] as const,
        );
        const box = document.createElement('div');
        box.append(out);
        expect(box.innerHTML).to.equal(wanted.html);
        expect(text).to.equal(wanted.text);
        expect(cut.children.length).to.equal(0);
        expect(cut.textContent?.trim()).to.equal(':x: …');
      });
  });

  describe('R92 built-ins patched after loading let nothing more in', () => {
    const yes = () => true;
    const same = function (this: unknown) {
      return this;
    };
    const nothing = () => undefined;
    const patches: Record<string, (readonly [object, PropertyKey, unknown])[]> = {
      'Set and Map say yes': [
        [Set.prototype, 'has', yes],
        [Map.prototype, 'has', yes],
        [
          Map.prototype,
          'get',
          () => ({ shortcode: 'x', url: 'javascript:alert(1)', staticUrl: 'javascript:alert(1)' }),
        ],
      ],
      'Array says yes': [
        [Array.prototype, 'includes', yes],
        [Array.prototype, 'some', yes],
        [Array.prototype, 'every', yes],
        [Array.prototype, 'indexOf', () => 0],
        [Array.prototype, 'find', () => 'x'],
      ],
      'Array keeps all': [
        [Array.prototype, 'filter', same],
        [Array.prototype, 'map', same],
        [Array.prototype, 'splice', same],
        [Array.prototype, 'join', () => 'fixed onclick'],
        [Array.prototype, 'pop', () => 'p'],
        [Array.prototype, 'push', () => 0],
      ],
      'RegExp says yes': [
        [RegExp.prototype, 'test', yes],
        [RegExp.prototype, 'exec', () => ['fixed']],
        [RegExp.prototype, Symbol.match, () => ['x']],
        [RegExp.prototype, Symbol.replace, (text: string) => text],
        [RegExp.prototype, Symbol.split, (text: string) => [text]],
      ],
      'String says yes': [
        [String.prototype, 'includes', yes],
        [String.prototype, 'startsWith', yes],
        [String.prototype, 'endsWith', yes],
        [String.prototype, 'indexOf', () => 0],
        [String.prototype, 'replace', same],
        [String.prototype, 'toLowerCase', () => 'https:'],
        [String.prototype, 'trim', () => 'https://a.example/'],
        [String.prototype, 'match', () => ['x']],
      ],
      'String splits into a script': [[String.prototype, 'split', () => ['script', 'iframe', 'onclick']]],
      'Function.prototype is no use': [
        [Function.prototype, 'call', nothing],
        [Function.prototype, 'apply', nothing],
        [Function.prototype, 'bind', nothing],
      ],
      'Object is no use': [
        [Object, 'create', () => ({ script: 1 })],
        [Object, 'entries', () => [['onclick', 'x']]],
        [Object, 'assign', nothing],
        [Object.prototype, 'hasOwnProperty', yes],
      ],
      'nodes lie': [
        [Node.prototype, 'nodeType', 3],
        [Node.prototype, 'firstChild', null],
        [Node.prototype, 'childNodes', []],
        [Node.prototype, 'textContent', '<script>x</script>'],
        [Element.prototype, 'localName', 'p'],
        [Element.prototype, 'namespaceURI', 'http://www.w3.org/1999/xhtml'],
        [Element.prototype, 'getAttribute', () => 'javascript:alert(1)'],
        [Element.prototype, 'hasAttributes', yes],
      ],
      'nodes add': [
        [Element.prototype, 'setAttribute', nothing],
        [Node.prototype, 'appendChild', (node: unknown) => node],
        [Node.prototype, 'cloneNode', () => document.createElement('script')],
        [Document.prototype, 'createElement', () => document.createElementNS('http://www.w3.org/1999/xhtml', 'script')],
      ],
      'addresses are all https': [[URL, 'parse', () => new URL('javascript:alert(1)')]],
      'everything iterates over a script': [
        [
          Array.prototype,
          Symbol.iterator,
          function* () {
            yield 'script';
          },
        ],
      ],
    };
    const emojis = [{ shortcode: 'x', url: 'https://e.example/x', staticUrl: 'https://e.example/x' }];
    const allowedImage = /^img(?:@|$)/;
    for (const [name, patch] of Object.entries(patches))
      it(`R92 ${name}`, () => {
        const draw = <T>(run: () => T): T | undefined => {
          try {
            return patched(patch, run);
          } catch {
            return undefined; // A page that breaks the language may get nothing: that is no more than was allowed.
          }
        };
        for (const drawn of [draw(() => body(hostile + ':x:', { emojis })), draw(() => emojify('<b> :x:', emojis))])
          if (drawn instanceof DocumentFragment) {
            expect(strangers(drawn).filter((entry) => !allowedImage.test(entry))).to.eql([]);
            for (const image of drawn.querySelectorAll('img')) expect(image.src).to.match(/^https:/);
          }
      });

    it('R92 and the body is the same where only reading was patched', () => {
      const wanted = bodyHtml('<p class="mention">a <a href="https://a.example/">b</a></p>');
      const out = patched(patches['nodes lie']!, () =>
        body('<p class="mention">a <a href="https://a.example/">b</a></p>'),
      );
      expect(wanted).to.equal(`<p class="mention">a ${linkStart} href="https://a.example/">b</a></p>`);
      const box = document.createElement('div');
      box.append(out);
      expect(box.innerHTML).to.equal(wanted);
    });
  });
});
