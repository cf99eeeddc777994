/**
 * What the people of one town say to those of the other, once the two instances know each other. `{there}` stands for the
 * other instance's host.
 */

export const harbourAway = {
  noor: `
= 3h id=awaylog likes=4
@desmond@{there} Do you have the 1912 tide tables? Ours were filed under “Music”, and then the foghorn got them.
`,
  kofi: `
= 20h likes=7
@sol@{there} That red! Cochineal, or did somebody get hurt?
`,
  saga: `
= 30h likes=11
Clear tonight, @teo@{there}. If the band is dead, the sky is not.
`,
  haru: `
= 2d lang=ja likes=5
@mei@{there} 山のお茶、届きました。雨の味がします。
`,
};

export const hillsAway = {
  desmond: `
= 2h likes=6
Neighbours down at the water have a whole archive of fog: @noor@{there} reads it aloud to anyone who asks. I asked.
`,
  sol: `
= 19h likes=5
@kofi@{there} Cochinilla, paciencia y una abuela.
`,
  giulia: `
= 26h lang=it likes=4
@mirela@{there} il supervisore accetta anche focaccia?
`,
};
