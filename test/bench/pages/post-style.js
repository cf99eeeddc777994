export const CSS = `
.tl{font:15px/1.45 system-ui,sans-serif;max-width:600px;margin:0 auto;color:#222}
.post{border-bottom:1px solid #ddd;padding:12px 8px;overflow-wrap:anywhere}
.post a{color:#5638cc;text-decoration:none}
.post header{display:grid;grid-template-columns:46px 1fr auto;column-gap:10px;align-items:center}
.post .av{width:46px;height:46px;border-radius:6px;grid-row:span 2}
.post .nm{font-weight:600;color:#222}
.post .ac{grid-column:2;color:#667;font-size:13px}
.post time{color:#667;font-size:13px}
.post .by{color:#667;font-size:13px;margin:0 0 6px 56px}
.post .em{width:1.25em;height:1.25em;vertical-align:-.25em;object-fit:contain}
.post .ct p{margin:8px 0}
.post .ct .invisible{font-size:0;line-height:0;display:inline-block;width:0;height:0;position:absolute}
.post .ct .ellipsis::after{content:"…"}
.post .md{display:grid;gap:4px;grid-template-columns:repeat(auto-fit,minmax(45%,1fr));margin-top:8px}
.post .md img{width:100%;height:auto;max-height:420px;object-fit:cover;border-radius:8px;display:block}
.post .cd{display:grid;grid-template-columns:120px 1fr;gap:10px;border:1px solid #ddd;border-radius:8px;overflow:hidden;
margin-top:8px;color:inherit}
.post .cd img{width:120px;height:90px;object-fit:cover;display:block}
.post .cd span{padding:8px 8px 8px 0;font-size:13px;display:-webkit-box;-webkit-line-clamp:4;
-webkit-box-orient:vertical;overflow:hidden}
.post .pl{list-style:none;padding:0;margin:8px 0 0}
.post .pl li{display:flex;justify-content:space-between;position:relative;padding:3px 6px}
.post .pl i{position:absolute;inset:2px auto 2px 0;background:#5638cc22;border-radius:4px}
.post footer{display:flex;gap:28px;color:#667;font-size:13px;margin-top:8px}
.post button{font:inherit;border:0;background:none;padding:0;color:inherit}
.cv .post{content-visibility:auto;contain-intrinsic-size:auto 260px}`;

/** Puts the sheet of the floors into the page. */
export function style() {
  const element = document.createElement('style');
  element.textContent = CSS;
  document.head.append(element);
}
