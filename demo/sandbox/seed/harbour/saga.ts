export const saga = `
= 14h id=dew likes=687 boosts=204
If your telescope has a dew heater and your feet do not, who is really in charge?

= 11m re=logfish id=logsaga likes=3
@jun Is the diary readable somewhere? Asking for an entire maritime museum.

= 9h media=aurora likes=412 boosts=61 alt="Green curtains of light over a dark ridge, one star through them."
Forty minutes of northern lights. The dog was not impressed. The dog has seen it.

= 1d likes=51 boosts=8 id=weather
Forecast for tonight: clear, according to the people who are paid to be hopeful.

= 2d id=sagadark likes=73 boosts=16
The keeper’s trouble was that his lamp was on. To see anything else you have to be allowed to switch your own light off.

= 4d likes=38
Counted meteors from 23:00 to 01:00: fourteen, one satellite, one moth with ambition.

= +7h re=rule
@odd Same with the Sun.

= 8d media=moon likes=94 boosts=15 alt="A full moon, low and yellowish, behind two dark ridges."
She was late. She is always late; fifty minutes a day, like somebody walking home the long way.

= 12d poll="Rings|Moons|The gap|All right, all of it" ends=-7d votes=210,98,171,320 multiple likes=20
First look at Saturn: what did you see?

= 16d likes=44 boosts=5
School visit. A girl looked through the eyepiece, then at the sky, then through the eyepiece again, and said: “It is the same one.” Yes. That is the whole of astronomy.

= 24d likes=31
Cleaned the mirror. Both of us look better.

= +7h re=haruonsen
@haru If you wake at five for the bath, look south-east first.

= 47d likes=57 boosts=9
Light pollution is when a town cannot bear to be alone with itself.

= 65d pin likes=61 boosts=11
I show people the sky from a cold hill. Bring socks. #introduction #astronomy
`;
