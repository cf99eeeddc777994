export const noor = `
= 52m id=log likes=48 boosts=14 edited="The lighthouse keeper’s log from 1911 has one line for the whole of 3 March: “Fog. Nothing to report but the fog.” I think about that sentence a lot." editedago=47m
The lighthouse keeper’s log from 1911 has one line for the whole of 3 March:

“Fog. Nothing to report but the fog, which was considerable.”

I think about that sentence a lot.

= 6m re=logjun
@jun They would have got on. Silently, on a bench.

= 5h likes=31 boosts=4 media=fog
Visibility this morning: yes, up to about here.

= +25m re=tomascomma likes=9
@tomas So the ink had opinions and the cutter negotiated. That is every archive I have ever worked in.

= 1d id=keys likes=212 boosts=61
Today I learnt that the keeper had a key for every door in the lighthouse, and that the lighthouse has one door.

= +1h re=keysbruno
@bruno Eleven keys. I have counted them twice and been suspicious of them once.

= 2d likes=77 boosts=12
Things found in logbook volume 14 so far: a pressed sea aster, a receipt for lamp oil, three drawings of the same gull, and the word “again”, underlined, on an otherwise empty page.

= +7h quote=weather likes=40
The 1911 man would have liked this very much and said nothing about it.

= 3d id=gull likes=154 boosts=29 media=gulls alt="Three drawings of one gull, each a little larger and crosser than the last."
The gull, in order of composition. I believe the third one is a self-portrait.

= +6h re=cardquestion
@ines In the reading room they are called weeds of the margin, and nobody may pull them either.

= 5d cw="Old maps, one shipwreck, nobody hurt" likes=44 boosts=7
The brig Patience ran aground here in 1874 because the chart had the lighthouse on the wrong side of the bay. The chart was made by the lighthouse keeper. He lived in it.

= 6d poll="Read it all, in order|Jump to the fog|Only the drawings|Ask the gull" ends=-3d votes=61,88,40,203 likes=35
How should one read thirty-one volumes of a lighthouse log?

= 8d likes=18
Somebody in 1902 filed the foghorn’s repair bill under “Music”.

= 11d id=archiveday likes=63 boosts=30
Open day at the archive next week: you can hold a logbook, I can watch you hold a logbook, and there will be biscuits at a safe distance from both. #archives #openday

= 15d media=harbour likes=120 boosts=22
The light did the thing again.

= +7h re=sagadark likes=14
@saga He writes “stars, many” once. In thirty-one volumes. I looked up the night: new moon, frost, the lamp out for repair.

= 23d likes=51
I transcribe about four pages a day. At this rate I will reach the year I was born roughly when I retire. I find this restful.

= 30d vis=unlisted likes=9
Quiet one: the scanner is called Gerald and I will not be taking questions.

= 38d likes=92 boosts=19
A letter tucked into volume 9, to the keeper, from his sister: “You write so little that I have started reading the weather in the paper as if it were from you.”

= 45d vis=private
For those who follow me: the archive is short of money again. Nothing is decided. I am telling you before I tell the gull.

= 52d likes=27
Deciphered today: “the sea is the sea”. It took me two hours. He had smudged “the”.

= 60d lang=en likes=38 boosts=6
If you have an old diary in a drawer, put a date on the first page. Somebody like me will love you for it in a hundred years.

= 75d likes=29
First cold morning. The reading room’s radiator has been consulted and is considering its position.

= 90d pin id=introduction likes=141 boosts=33
Hello, I am Noor. I read the logs of lighthouses for a living and fog for pleasure. Expect old sentences, few opinions, one gull. #introduction #archives
`;
