import type { Hono } from 'hono';
import { filterJson, keywordJson, oldFilterJson } from '../entities/filter.js';
import { me, user, type Call, type Env } from '../http/auth.js';
import { recordNotFound, validationFailed } from '../http/errors.js';
import type { Params } from '../http/params.js';
import type { FilterRow, KeywordRow } from '../world/rows.js';

const contexts: readonly string[] = ['home', 'notifications', 'public', 'thread', 'account'];
const actions: readonly string[] = ['warn', 'hide', 'blur'] satisfies FilterRow['action'][];

const ownFilters = (c: Call) => c.env.world.filters.filter(({ accountId }) => accountId === me(c).id);

function filterInPath(c: Call): FilterRow {
  const row = ownFilters(c).find(({ id }) => id === c.req.param('id'));
  if (!row) throw recordNotFound();
  return row;
}

function fillKeyword(row: KeywordRow, params: Params): KeywordRow {
  const keyword = params.has('keyword') ? (params.text('keyword') ?? '') : row.keyword;
  if (!keyword.trim()) throw validationFailed("Keyword can't be blank");
  if (keyword.length > 512) throw validationFailed('Keyword is too long (maximum is 512 characters)');
  return Object.assign(row, { keyword, wholeWord: params.flag('whole_word') ?? row.wholeWord });
}

const newKeyword = (c: Call, params: Params): KeywordRow => {
  const row = fillKeyword({ id: '', keyword: '', wholeWord: true }, params);
  return Object.assign(row, { id: c.env.world.serial('filter keywords') });
};

/** Adds, changes and takes away keywords, as Rails has nested attributes. */
function readKeywords(c: Call, filter: FilterRow, given: readonly Params[]): KeywordRow[] {
  const keywords = filter.keywords.map((row) => ({ ...row }));
  for (const params of given) {
    const id = params.text('id');
    const at = keywords.findIndex((row) => row.id === id);
    if (id !== undefined && at < 0) throw recordNotFound();
    if (id !== undefined && params.flag('_destroy')) keywords.splice(at, 1);
    else if (id !== undefined) fillKeyword(keywords[at]!, params);
    else if (params.present('keyword')) keywords.push(newKeyword(c, params));
  }
  return keywords;
}

function endOf(c: Call, filter: FilterRow): number | null {
  const { params } = c.var;
  if (!params.has('expires_in')) return filter.expiresAt;
  const seconds = params.present('expires_in');
  return seconds === undefined ? null : c.env.now() + Number(seconds) * 1000;
}

function fillFilter(c: Call, filter: FilterRow): FilterRow {
  const { params } = c.var;
  const title = params.has('title') ? (params.text('title') ?? '').trim() : filter.title;
  const context = params.list('context') ?? filter.context;
  const action = params.text('filter_action') ?? filter.action;
  if (!title) throw validationFailed("Title can't be blank");
  if (title.length > 256) throw validationFailed('Title is too long (maximum is 256 characters)');
  if (!context.length) throw validationFailed("Context can't be blank", 'Context None or invalid context supplied');
  if (context.some((name) => !contexts.includes(name)))
    throw validationFailed('Context None or invalid context supplied');
  if (!actions.includes(action)) throw validationFailed('Action is not included in the list');
  const keywords = readKeywords(c, filter, params.groups('keywords_attributes'));
  return Object.assign(filter, { title, context, action, expiresAt: endOf(c, filter), keywords });
}

function create(c: Call) {
  const { world } = c.env;
  const blank = { id: '', accountId: me(c).id, title: '', context: [], expiresAt: null, action: 'warn' as const };
  const filter = fillFilter(c, { ...blank, keywords: [], statuses: [] });
  filter.id = world.serial('filters');
  world.filters.push(filter);
  return c.json(filterJson(filter));
}

function remove(c: Call) {
  const { filters } = c.env.world;
  filters.splice(filters.indexOf(filterInPath(c)), 1);
  return c.json({});
}

function addKeyword(c: Call) {
  const row = newKeyword(c, c.var.params);
  filterInPath(c).keywords.push(row);
  return c.json(keywordJson(row));
}

/** A row inside a filter, by an id of its own. */
function inside<K extends 'keywords' | 'statuses'>(c: Call, kind: K) {
  for (const filter of ownFilters(c)) {
    const rows = filter[kind] as { id: string }[];
    const at = rows.findIndex(({ id }) => id === c.req.param('id'));
    if (at >= 0) return { rows, at, row: rows[at] as FilterRow[K][number] };
  }
  throw recordNotFound();
}

function removeInside(c: Call, kind: 'keywords' | 'statuses') {
  const { rows, at } = inside(c, kind);
  rows.splice(at, 1);
  return c.json({});
}

const postJson = ({ id, statusId }: FilterRow['statuses'][number]) => ({ id, status_id: statusId });

function addPost(c: Call) {
  const { world } = c.env;
  const filter = filterInPath(c);
  const statusId = c.var.params.text('status_id') ?? '';
  if (!world.statuses.has(statusId)) throw recordNotFound();
  const row = { id: world.serial('filter statuses'), statusId };
  filter.statuses.push(row);
  return c.json(postJson(row));
}

const oldFilters = (c: Call) => {
  c.header('Deprecation', '@1668384000');
  return c.json(ownFilters(c).flatMap((filter) => filter.keywords.map((row) => oldFilterJson(filter, row))));
};

export function filterRoutes(app: Hono<Env>): void {
  const reading = user('read', 'read:filters');
  const writing = user('write', 'write:filters');
  app.get('/api/v1/filters', reading, oldFilters);
  app.get('/api/v2/filters', reading, (c) => c.json(ownFilters(c).map(filterJson)));
  app.post('/api/v2/filters', writing, create);
  app.get('/api/v2/filters/keywords/:id', reading, (c) => c.json(keywordJson(inside(c, 'keywords').row)));
  app.put('/api/v2/filters/keywords/:id', writing, (c) =>
    c.json(keywordJson(fillKeyword(inside(c, 'keywords').row, c.var.params))),
  );
  app.delete('/api/v2/filters/keywords/:id', writing, (c) => removeInside(c, 'keywords'));
  app.get('/api/v2/filters/statuses/:id', reading, (c) => c.json(postJson(inside(c, 'statuses').row)));
  app.delete('/api/v2/filters/statuses/:id', writing, (c) => removeInside(c, 'statuses'));
  app.get('/api/v2/filters/:id', reading, (c) => c.json(filterJson(filterInPath(c))));
  app.put('/api/v2/filters/:id', writing, (c) => c.json(filterJson(fillFilter(c, filterInPath(c)))));
  app.delete('/api/v2/filters/:id', writing, remove);
  app.get('/api/v2/filters/:id/keywords', reading, (c) => c.json(filterInPath(c).keywords.map(keywordJson)));
  app.post('/api/v2/filters/:id/keywords', writing, addKeyword);
  app.get('/api/v2/filters/:id/statuses', reading, (c) => c.json(filterInPath(c).statuses.map(postJson)));
  app.post('/api/v2/filters/:id/statuses', writing, addPost);
}
