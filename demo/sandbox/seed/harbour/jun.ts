export const jun = `
= 18m re=log id=logfish likes=29 boosts=1
@noor My grandfather’s fishing diary, same winter, other ocean: “Fish. Too many to count, so I did not.”

= 8m re=logsaga id=logjun likes=3
@saga A few pages are scanned, the rest smell too much. I will read you one: “Herring, moral character of: doubtful.”

= 6h media=fog,dawn likes=19 alt="White fog. The sea is behind it.|No fog: a small sun just above the sea."
Before the fog and after the fog. Same bench, same flask of tea.

= +8m re=mint id=mintjun
@ines Is the path a border or a suggestion?

= 2d likes=43 boosts=6
The tide table says low water at 6:12. The heron says 6:20. I go with the heron.

= 3.5d likes=58 boosts=12
Grandfather’s diary, 9 November 1926: “Lost the blue net. Found it. It was on the boat. I was not.”

= 5d media=tide likes=27 alt="Bands of grey and green water up to a pale line of sand."
Slack water, ten minutes of it. The only time the bay makes up its mind.

= +4h re=gull likes=6
@noor The third one owes me a sandwich.

= 10d likes=34
Mended nets all day with the radio on. Half of it is knots, the other half is listening.

= 14d likes=22 boosts=3
A tourist asked what we catch here. “Colds”, said old Marta, and went on gutting.

= 19d poll="Before sunrise|After the coffee|When the heron goes" ends=-16d votes=40,85,131 likes=8
When do you go out?

= 25d likes=29 boosts=2
Page 41 has an index entry in his hand: “herring, moral character of”. There is no page 41.

= 33d likes=37 boosts=5 media=harbour
All boats in. It is the sentence I like best.

= +2h re=kofishuttle
@kofi A shuttle is a boat, and a boat is mostly waiting.

= 69d pin likes=46 boosts=7
I fish a little, mend a lot, and copy out my grandfather’s diary. #introduction #sea
`;
