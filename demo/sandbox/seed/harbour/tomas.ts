export const tomas = `
= 2h id=comma likes=340 boosts=112
People ask why our revival of a 1923 newspaper face took four years. The honest answer is the comma.

The punches are gone. What survives is eleven issues of a provincial weekly, printed on paper that drank ink like a horse. Every comma is a different blot. You overlay forty of them, and the average is a blob: accurate, and wrong.

So you stop measuring and ask what the cutter wanted. He wanted a comma that would survive that paper.

= 1.9h re=comma id=tomascomma likes=61
@tomas It is cut too sharp, on purpose, so that the ink would finish the drawing. Once we knew that, the other 211 signs took a year.

= 1.6h re=commakofi likes=12
@kofi Yes! Shrinkage. The paper is the finishing.

= 1.2h re=commakofitwo
@kofi He never met a weaver, as far as I know. He did marry one.

= 5h id=bowl likes=90 boosts=33
A short history of the lowercase b, which turns out to be a history of everything.

https://counterform.example.com/bowl-and-stem

= 14m re=log likes=12
@noor “Considerable” is doing the work of a whole weather satellite there.

= 2d media=type likes=48 boosts=9 alt="The letters a and d, large, one black and one red, on cream paper."
Two bowls, one hand. Look how the d is tired.

= 3d likes=35
Client asked for a typeface that is “friendly but load-bearing”. I have thought of nothing else since.

= 5d likes=57 boosts=13 id=kerning
Kerning is the art of moving things until nobody can tell that you did. It is also how I was taught to load a dishwasher.

= +3h re=kerningmirela
@mirela The cat is a ligature.

= 7d poll="Two storeys|One storey|Depends on the g" ends=1d votes=88,41,154 hidden likes=11 id=apoll
The lowercase a should have

= 10d likes=24
Found the missing tail of the Q. It was holding up the index.

= +7h quote=keys likes=66 boosts=7
This is exactly how a type case works.

= 18d likes=19 vis=unlisted
I have named the new weight “Tuesday”.

= +29m re=laylamargin lang=en likes=10
@layla The margin is where a book keeps its readers. I set them wide for that reason and tell clients it is for the binding.

= 33d likes=73 boosts=20
An apprentice came today, fifteen, drew an S on the first try that I have been chasing since the nineties. I made tea. I am fine.

= 48d likes=30 boosts=5
Ink traps: the small bites you cut from a letter so that it looks whole. I recommend them for days as well.

= 66d pin likes=52 boosts=8
Draws commas. Sometimes the letters around them. #introduction #typography
`;
