export const wren = `
= +8m quote=log likes=48 boosts=9
This, but about rain.

= 11h id=pluckwren media=nightingale likes=71 boosts=8 alt="A nightingale singing in the dark, close, with long pauses. Far away a fox."
A nightingale at 4 a.m., recorded from bed with the window open. The fox is not mine.

= +6m re=logjun likes=8
@jun With a thermos between them that nobody opens first.

= 1d id=wrenwake likes=39 boosts=5
Dawn chorus 4:51, six minutes earlier than the alarm, as agreed.

= 2d media=count likes=24 alt="Bar chart, drawn by hand: blackbird 14, wren 9, robin 9, dunnock 4, heron 1."
This week’s count. The heron is one heron, fourteen times.

= 4d id=wrenthrush likes=46 boosts=7
The song thrush says everything twice, so that you may write it down.

= +7h re=caturday
@mirela With respect to the supervisor: from up here we see her.

= 9d likes=28
Heard a blackbird do the café’s milk steamer. @bruno you are in the repertoire.

= 13d poll="Robin|Wren|Blackbird|Whatever that was at 3 a.m." ends=-10d votes=90,77,144,201 likes=13
Who woke you?

= 18d likes=33 boosts=6 vis=unlisted
Small, brown and loud is a way of life.

= 29d likes=54 boosts=11
Found last year’s nest in the sleeve of a coat on a scarecrow. The farmer says the coat stays.

= 53d pin likes=37 boosts=5
I listen to birds and write down what they did. #introduction #birds
`;
