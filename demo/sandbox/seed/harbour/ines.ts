export const ines = `
= 55m id=mint likes=12
Update on the mint: it has reached the path. The path has been informed.

= 4h id=ladybirds likes=190 boosts=58 media=leaves alt="Rose leaves, light green and dark green. The larva is under the third from the left, and staying there."
Ladybird larvae look like tiny crocodiles and eat like them too. Please leave them on the roses.

#garden #biodiversity #ladybirds #roses #NoMowMay #macro #insects

= 7h id=year likes=255 boosts=71 pin
We wrote down everything we know about leaving a garden alone.

https://garden.example.org/2026/the-year-we-did-nothing

= 6.5h re=year likes=18
@ines The short version: less than you think, later than you think, and never on a Sunday, because the neighbour is watching.

= 11h lang=pt likes=33 boosts=5
Choveu a noite toda e a horta acordou com ar de quem dormiu bem.

= 1d id=mornings media=leaves,hills,harbour,dew likes=54 boosts=3
Field notes, four mornings.

= +6m re=mintjun
@jun I would not call it an invasion. It sent a letter first.

= 1.5d media=ferry likes=208 boosts=41 id=ferry
Last ferry. The deckhand said the light does this twice a year and then asked me not to tell anyone.

= 2d lang=pt likes=27
O ouriço voltou. Traz folhas na cabeça e não dá explicações.

= 2.5d likes=61 boosts=9
A rule from my grandmother: before you cut anything back, go and make tea. Most gardens are saved by the kettle.

= +7h re=oddmoss
@odd If it grows on the north side and on your boots, it is moss and you have been standing there too long.

= 3.2d id=cardquestion likes=44 boosts=8
Question for people with paper: what do you call the plants that come up by themselves between the ones you planted? We say “voluntárias”. Volunteers. I like that they signed up.

= 4d media=beans likes=39 alt="Dried beans on a blue cloth: white, speckled, and a single dark red one."
Seed day. The red one was not in the packet. The red one is going into the best bed.

= 4.6d lang=pt cw="Comida, muita" likes=21
Caldo verde com as couves que sobreviveram às lesmas. As lesmas ficaram com a melhor parte, como sempre.

= 5d likes=83 boosts=17
Ivy is not strangling your tree. Ivy is reading over its shoulder.

= 6d poll="Leave it|Cut half|Cut all of it|Ask the bees" ends=2d votes=140,31,6,212 likes=24 id=ivypoll
The hedge by the road is in flower and the council has written to us again. We could

= +2h re=ivykofi
@kofi A weaver’s answer! But you are right, one can take the dead threads out and leave the pattern.

= 8d likes=47 boosts=6 media=dew
Dew, counted by a spider.

= 9d lang=pt likes=30 boosts=4
Hoje aprendi que a borboleta do jardim se chama “almirante-vermelho”. A partir de agora, cumprimento-a como deve ser.

= 10d likes=29
Somebody asked for the gardening calendar. It says: January, look. February, look. March, sit on your hands. April, look, louder.

= 12d likes=76 boosts=13 id=hedgehog
We have two hedgehogs. We had one hedgehog, and then a second one arrived with the expression of somebody who has read the reviews.

= +7h re=hedgehog likes=15
@ines They have divided the garden along the hose.

= 14d media=compost likes=22 alt="A brown heap, taller than planned, in winter light."
The only thing here that is warmer than my hands.

= 16d lang=pt likes=18
Reguei as plantas e depois choveu. Chama-se planeamento.

= 17d likes=58 boosts=11
A list of things that looked dead in March and were not: the fig, the fern, the lemon verbena, my enthusiasm.

= +1h re=wrenthrush
@wren Ours sings from the very top of the neighbour’s ladder. He has not been able to take it in since April.

= 20d likes=34 boosts=5
New piece on the blog about edges: where the lawn stops is where the garden starts.

https://garden.example.org/2026/edges

= 22d lang=pt likes=25
A minha filha plantou uma moeda. Perguntei porquê. “Para ver se dá troco.”

= 24d likes=41
Pruned one rose, apologised to two.

= 26d media=panorama likes=88 boosts=14
From the top of the lane, so wide that I had to turn round while taking it.

= 28d vis=unlisted likes=7
Nobody tell the tomatoes it is October.

= 31d likes=66 boosts=12
You do not need a meadow. You need one square metre and the nerve to be thought untidy.

= 33d lang=pt likes=16
Encontrei as tesouras. Estavam na mão.

= 36d likes=28 boosts=3
Bees on the ivy, wasps on the figs, me on the step with the coffee @bruno sent. Everyone is at work.

= +6m re=haruport lang=pt
@haru Se vieres cá, guardo-te o banco ao pé do limoeiro e a sopa do dia anterior, que é melhor.

= 43d likes=52 boosts=8
Visitors always ask what the nettles are for. The nettles are for the peacock butterflies, and for visitors who ask.

= 47d likes=37 boosts=4
The year we did nothing, part two: we did one thing. We moved a stone. There were nine newts under it and they had a meeting.

= 50d lang=pt likes=19 boosts=2
Primeiro frio. Levei o limoeiro para dentro e agora a cozinha cheira a agosto.

= 55d likes=45 boosts=7
Wrote about water: a washing-up bowl, dug in level with the ground, was a pond by Thursday.

https://garden.example.org/2026/a-pond-by-thursday

= 59d likes=23
Slugs: I have stopped counting them and started greeting them.

= 64d media=stones likes=20 alt="Grey and pink pebbles, wet, in and around the pond."
Thursday’s pond, finished.

= 70d likes=71 boosts=16
If the gardening book says “simply”, close the gardening book.

= 78d lang=pt likes=26
Setembro é o mês em que o jardim me perdoa.

= 85d vis=private
Only for followers: the landlord wants to sell the lower field. We are thinking. Please send ideas, not anger.

= 95d likes=109 boosts=21
A child at the open garden asked which plant is the boss. I said the bramble. She nodded and shook its hand, carefully.

= 110d pin likes=98 boosts=20
I look after gardens by mostly leaving them alone, and write about it at https://garden.example.org/ – Portuguese, English, some Newt. #introduction #garden
`;
