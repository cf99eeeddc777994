import type { Exhibit } from './exhibit.js';

const p = (text: string) => `<p>${text}</p>`;

/** In other tongues, and in several at once. */
export const languages: readonly Exhibit[] = [
  { name: 'pt', lang: 'pt', text: 'O museu fecha às segundas, exceto quando a segunda não quer.' },
  {
    name: 'de',
    lang: 'de',
    text: 'Bitte nicht berühren. Die Donaudampfschifffahrtsgesellschaftskapitänsmützensammlung berührt Sie ja auch nicht.',
  },
  { name: 'ja', lang: 'ja', text: '展示品に名前を呼ばれても、返事をしないでください。' },
  { name: 'zh', lang: 'zh', text: '请勿喂食展品。展品已经吃过了。' },
  { name: 'ar', lang: 'ar', text: 'يُرجى عدم لمس المعروضات، فهي تخجل. #متحف' },
  { name: 'he', lang: 'he', text: 'המוזיאון פתוח כל הלילה. האור כבוי, אבל המוצגים מכירים את הדרך.' },
  {
    name: 'mixed-direction',
    lang: 'ar',
    text: 'قال الحارس: “Number 17 is missing again” ثم ابتسم (للمرة 3).\n\nThe guard said “الرقم ١٧ مفقود” and smiled back.\n\nhttps://guide.example.org/17 هو الرابط.',
  },
  {
    name: 'ruby',
    lang: 'ja',
    html: p(
      '<ruby>港<rp>(</rp><rt>みなと</rt><rp>)</rp></ruby>の<ruby>博物館<rp>(</rp><rt>はくぶつかん</rt><rp>)</rp></ruby>では、<ruby>猫<rp>(</rp><rt>ねこ</rt><rp>)</rp></ruby>も<ruby>展示<rp>(</rp><rt>てんじ</rt><rp>)</rp></ruby>されています。',
    ),
  },
  {
    name: 'vertical',
    lang: 'ja',
    text: '『夜の展示室』（第三巻）――「句読点、括弧、そして……余白」。︵縦書き︶も︽横書き︾も、どうぞ︒',
  },
  { name: 'silent', lang: null, text: 'Lorem ipsum museum, id est: nobody said in which language.' },
  { name: 'odd', text: 'The server says that this is in the language “x-klingon!”.', raw: { language: 'x-klingon!' } },
  { name: 'wrong', lang: 'fr', text: 'This calls itself French. We did not have the heart to correct it.' },
];
