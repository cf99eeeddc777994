/* Runs before all else, as a plain script: the page's policy, as its address says it, and an ear for what it forbids. */
{
  const query = new URLSearchParams(location.search);
  const forbidden: string[] = [];
  Object.assign(globalThis, { forbidden });

  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile, sample }) =>
    forbidden.push([effectiveDirective, blockedURI, sample, sourceFile].join(' ')),
  );
  addEventListener('error', ({ message }) => forbidden.push('error ' + message));
  addEventListener('unhandledrejection', ({ reason }) => forbidden.push('rejected ' + String(reason)));

  // What some old script on a page may have done before this library comes (R91).
  for (const name of query.getAll('polluted')) Object.assign(Object.prototype, { [name]: { polluted: true } });

  const policy = query.get('policy');
  if (policy) {
    const meta = document.createElement('meta');
    meta.httpEquiv = 'Content-Security-Policy';
    meta.content = policy;
    document.head.append(meta);
  }
}
